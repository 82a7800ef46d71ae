/**
 * Records: elements of one make that follow each other in one element, each with somebody's name and some prose, as the posts of
 * a thread have them.
 * @module
 */
import type { ElementTree } from './tree.ts';

/** How a unit lies to the records of its page. Where prose stands in front of them, the first one is a reply like the others. */
export const RECORDS = ['none', 'before', 'first', 'later', 'after'] as const;
const [BEFORE, FIRST, LATER, AFTER] = [1, 2, 3, 4] as const;

/** A name, or a button, has no more words. */
const FEW_WORDS = 4;
const IS_LINK = 50;
/** What opens a thread, or is the story above it, has so many words of prose. */
const LEAST_OPENING = 20;
/** So many records must have a name and prose, of all of their make. */
const MOST = 0.6;
/** One that has more than this share of the prose of all is no record among others: it is the story. */
const LONGEST = 0.7;

/** What is measured of units, as parallel arrays. */
export interface Lines {
  readonly element: Int32Array;
  readonly words: Int32Array;
  readonly linked: Uint8Array;
  readonly prose: Uint8Array;
}

/** Elements of one make in one element. */
interface Group {
  readonly first: number;
  readonly firstEnd: number;
  last: number;
  records: number;
  signed: number;
  words: number;
  longest: number;
}

/** For each unit, an index into {@link RECORDS}: how it lies to the records with the most prose. Linear in units and elements. */
export function findRecords(tree: ElementTree, lines: Lines): Uint8Array {
  const { element, words, linked, prose } = lines;
  const { count, parent, make } = tree.elements;
  const names = tree.sum(element, (u) =>
    (words[u] as number) <= FEW_WORDS && (linked[u] as number) >= IS_LINK ? 1 : 0,
  );
  const text = tree.sum(element, (u) => (prose[u] ? (words[u] as number) : 0));
  const units = tree.sum(element, () => 1);
  const groups = new Map<number, Map<number, Group>>();
  for (let e = 1; e < count; e++) {
    // A paragraph alone is no record, nor is what is inline.
    if (tree.block[e] !== e || (units[e] as number) < 2 || text[e] === 0) continue;
    const ofParent = groups.get(parent[e] as number) ?? new Map<number, Group>();
    groups.set(parent[e] as number, ofParent);
    const key = make[e] as number;
    const group = ofParent.get(key) ?? newGroup(tree, e);
    ofParent.set(key, group);
    group.last = e;
    group.records++;
    if ((names[e] as number) > 0) group.signed++;
    group.words += text[e] as number;
    group.longest = Math.max(group.longest, text[e] as number);
  }
  const best = largest(groups);
  const place = new Uint8Array(element.length);
  if (!best) return place;
  const isReply = wordsBefore(lines, best.first) >= LEAST_OPENING;
  element.forEach((e, u) => {
    const own = placeOf(tree, best, e);
    place[u] = own === FIRST && isReply ? LATER : own;
  });
  return place;
}

/** Words of prose, links aside, in front of an element. */
function wordsBefore({ element, words, linked, prose }: Lines, first: number): number {
  let sum = 0;
  element.forEach((e, u) => {
    if (e < first && prose[u] && (linked[u] as number) < IS_LINK) sum += words[u] as number;
  });
  return sum;
}

function newGroup(tree: ElementTree, e: number): Group {
  return {
    first: e,
    firstEnd: tree.lastIn(e),
    last: e,
    records: 0,
    signed: 0,
    words: 0,
    longest: 0,
  };
}

function largest(groups: ReadonlyMap<number, ReadonlyMap<number, Group>>): Group | null {
  let found: Group | null = null;
  for (const ofParent of groups.values())
    for (const group of ofParent.values()) {
      if (isThread(group) && group.words > (found?.words ?? 0)) found = group;
    }
  return found;
}

function isThread({ records, signed, words, longest }: Group): boolean {
  return records >= 2 && signed >= MOST * records && longest <= LONGEST * words;
}

function placeOf(tree: ElementTree, { first, firstEnd, last }: Group, e: number): number {
  if (e < first) return BEFORE;
  if (e <= firstEnd) return FIRST;
  return e <= tree.lastIn(last) ? LATER : AFTER;
}
