/**
 * Regions: which part of a page a unit stands in. A chain of kinds forgets all but the unit before; regions make it remember that
 * a story has begun, that it is over, that readers have the word.
 * @module
 */
import { LABELLED_KINDS } from '../../labels.ts';
import type { RegionGrammar } from './forward.ts';

/** `head` lasts from a story's first unit to its first running text, `story` to its last body unit, `thread` from the first comment to the last. */
export const REGIONS = ['before', 'head', 'story', 'after', 'thread'] as const;
export type Region = (typeof REGIONS)[number];

const [BEFORE, HEAD, STORY, AFTER, THREAD] = [0, 1, 2, 3, 4] as const;

const kindsOf = (...starts: readonly string[]): Uint8Array =>
  Uint8Array.from(LABELLED_KINDS, (kind) => (starts.some((s) => kind.startsWith(s)) ? 1 : 0));
const without = (kinds: Uint8Array, less: Uint8Array): Uint8Array =>
  kinds.map((is, k) => (is && !less[k] ? 1 : 0));

const ALL = kindsOf('');
const BODY = kindsOf('body/');
const TEXT = kindsOf('body/paragraph', 'body/list');
const COMMENT = Uint8Array.from(LABELLED_KINDS, (kind) => (kind === 'comments/comment' ? 1 : 0));
const COMMENTS = kindsOf('comments/');
const HEADLINE = kindsOf('body/headline');
const FURNITURE = without(without(ALL, BODY), COMMENT);
const NONE = kindsOf();

const HEAD_KINDS = without(without(ALL, TEXT), COMMENT);
const STORY_KINDS = without(ALL, COMMENT);

/** Kinds that may be the first of a region (second index), coming from another (first index), or the next of the same. */
const ENTERED: readonly (readonly Uint8Array[])[] = [
  [FURNITURE, without(BODY, TEXT), TEXT, NONE, COMMENTS],
  [NONE, HEAD_KINDS, TEXT, FURNITURE, COMMENTS],
  [NONE, HEADLINE, STORY_KINDS, FURNITURE, COMMENTS],
  [NONE, without(BODY, TEXT), TEXT, FURNITURE, COMMENTS],
  [NONE, without(BODY, TEXT), TEXT, without(FURNITURE, COMMENTS), without(ALL, BODY)],
];
const MAY_ENTER = Uint8Array.from(ENTERED.flatMap((row) => row.flatMap((kinds) => [...kinds])));

/** Kinds that may be the last of a region. */
const LEFT: readonly Uint8Array[] = [ALL, BODY, BODY, ALL, COMMENTS];

/** Whether region `to` may begin or go on with `kind` after a unit of region `from`. */
export function mayEnter(from: number, to: number, kind: number): boolean {
  return MAY_ENTER[(from * REGIONS.length + to) * LABELLED_KINDS.length + kind] === 1;
}

/** A story ends with its last body unit, a thread with its last comment; running text after a head is the same story. */
export const GRAMMAR: RegionGrammar = {
  regions: REGIONS.length,
  mayLeave: Uint8Array.from(LEFT.flatMap((kinds) => [...kinds])),
  leaves: Uint8Array.from(
    REGIONS.flatMap((_, from) =>
      REGIONS.map((_to, to) => (from !== to && !(from === HEAD && to === STORY) ? 1 : 0)),
    ),
  ),
};

/**
 * The regions of a page whose kinds are known.
 * @param starts units at which a story begins
 */
export function regionsOf(kinds: Uint8Array, starts: ReadonlySet<number>): Uint8Array {
  const threads = threadsIn(kinds);
  const goesOn = bodyAhead(kinds, threads, starts);
  const regions = new Uint8Array(kinds.length);
  let region: number = BEFORE;
  kinds.forEach((kind, u) => {
    if (threads[u]) region = THREAD;
    else if (BODY[kind]) {
      const opens =
        region === BEFORE ||
        region === AFTER ||
        region === THREAD ||
        (starts.has(u) && HEADLINE[kind] === 1);
      if (opens) region = TEXT[kind] ? STORY : HEAD;
      else if (TEXT[kind]) region = STORY;
    } else if (region === THREAD || (region !== BEFORE && !goesOn[u])) region = AFTER;
    regions[u] = region;
  });
  return regions;
}

/** Units of threads: from one comment to the next without a story between them, and comment furniture at both ends. */
function threadsIn(kinds: Uint8Array): Uint8Array {
  const inside = new Uint8Array(kinds.length);
  let last = -1;
  kinds.forEach((kind, u) => {
    if (BODY[kind]) last = -1;
    if (!COMMENT[kind]) return;
    inside.fill(1, last < 0 ? u : last, u + 1);
    last = u;
  });
  for (let u = 1; u < kinds.length; u++)
    if (inside[u - 1] && COMMENTS[kinds[u] as number]) inside[u] = 1;
  for (let u = kinds.length - 2; u >= 0; u--)
    if (inside[u + 1] && COMMENTS[kinds[u] as number]) inside[u] = 1;
  return inside;
}

/** Whether body of the same story comes later, before a thread. */
function bodyAhead(
  kinds: Uint8Array,
  threads: Uint8Array,
  starts: ReadonlySet<number>,
): Uint8Array {
  const ahead = new Uint8Array(kinds.length);
  let is = 0;
  for (let u = kinds.length - 1; u >= 0; u--) {
    ahead[u] = is;
    if (threads[u]) is = 0;
    else if (BODY[kinds[u] as number]) is = starts.has(u) ? 0 : 1;
  }
  return ahead;
}
