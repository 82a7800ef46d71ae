/**
 * Lists of records: comment threads, forum pages, lists of teasers, tables. Lines of the same make come again at a beat, with text of
 * any length between them. Found without knowing the language, as in record mining (MDR, DEPTA), over lines instead of tags.
 * @module
 */
import { LABELLED_KINDS, LABELS } from '../../labels.ts';
import type { Document } from '../../text/document.ts';
import { LABEL_OF_KIND } from '../kinds.ts';
import type { Units } from '../units/units.ts';
import { findChains, MAX_STEP, type Chain } from './chains.ts';
import { FIRSTS, LASTS, type Shapes } from './shape.ts';
import { NUMERIC } from '../../text/words.ts';
import { SIGNS } from './signs.ts';
import { addSignatures, countOf, COUNT, DATE, NUMBER, SHORT } from './signatures.ts';

/** Where a unit stands in a list: on its beat, between two beats, before the first or behind the last within the length of a record. */
export const ROLES = ['beat', 'between', 'lead', 'tail'] as const;
export const [BEAT, BETWEEN, LEAD, TAIL] = [1, 2, 3, 4] as const;

/** Which end of its record a beat is at, as far as that can be told. */
export const ENDS = ['unknown', 'head', 'foot'] as const;
const [UNKNOWN, HEAD, FOOT] = [0, 1, 2] as const;

/** A list of records, over units `from` to `to`, half-open. */
export interface RecordList {
  readonly chain: Chain;
  readonly from: number;
  readonly to: number;
  /** Index into {@link ENDS}. */
  readonly end: number;
  /** Share of records with talk in them. */
  readonly talk: number;
  /** Words of talk in a record that has some, in the mean. */
  readonly words: number;
  /** Share of records in which rules for comments find something. */
  readonly voices: number;
  /** Whether its records have dates or times of day. */
  readonly dated: boolean;
  /** Further units that each record has. */
  readonly companions: number;
  /** Share of its beats that differ from all others. */
  readonly variety: number;
  /** Words at a beat, in the mean, that most other beats of the list do not have: names, or titles. Numbers do not count. */
  readonly own: number;
  /** Whether its beats have a time of day. */
  readonly timed: boolean;
  /** Whether a header of comments stands right before it. */
  readonly headed: boolean;
  /** Share of its talk that is written as in talk: with a small first letter, with marks of question and exclamation. */
  readonly small: number;
  readonly exclaimed: number;
  /** Strong findings of rules for what is neither story nor comment, for each record. */
  readonly foreign: number;
  /** Words of prose before it. */
  readonly before: number;
  /** Its share of the page's talk, in words. */
  readonly share: number;
}

/** What a page's lists say of its units: parallel arrays over them. */
export interface Records {
  readonly lists: readonly RecordList[];
  /** Number of the list + 1, or 0. */
  readonly list: Int32Array;
  /** Index into {@link ROLES} + 1, or 0. */
  readonly role: Uint8Array;
  /** Number of the record in its list, from 1 on. */
  readonly ordinal: Int32Array;
  /** 1 on a unit that comes again in most records of its list, the beat apart. */
  readonly companion: Uint8Array;
  /** 1 where a unit is talk: prose, or what may be a short comment. */
  readonly talk: Uint8Array;
}

/** What is measured on units before. */
export interface Measured {
  readonly shapes: Shapes;
  readonly prose: Uint8Array;
  readonly lead: Uint8Array;
  readonly leadStrength: Uint8Array;
}

const TALK_WORDS = 5;
const LONG_TALK_WORDS = 14;

/** Whether a unit may be what somebody says. */
function isTalk({ words, sentences, numbers }: Shapes, u: number): boolean {
  const count = words[u] as number;
  if (count < TALK_WORDS || (numbers[u] as number) * 3 > count) return false;
  return (sentences[u] as number) > 0 || count >= LONG_TALK_WORDS;
}

/** Finds the lists of a page. Linear in its units, but for the sorting of chains. */
export function findRecords(doc: Document, units: Units, measured: Measured): Records {
  const { shapes, prose } = measured;
  const n = units.count;
  const talk = new Uint8Array(n);
  const at = new Int32Array(n + 1);
  const counts = new Int32Array(n);
  const signatures: number[] = [];
  for (let u = 0; u < n; u++) if (isTalk(shapes, u)) talk[u] = 1;
  for (let u = 0; u < n; u++) {
    const from = units.from[u] as number;
    if (from < (units.to[u] as number)) counts[u] = countOf(doc, units, from, u);
    addSignatures(doc, units, shapes, talk, u, signatures);
    at[u + 1] = signatures.length;
  }
  const talkUpTo = sumsOf(talk);
  const chains = findChains(signatures, at, counts, talkUpTo);
  const records = {
    list: new Int32Array(n),
    role: new Uint8Array(n),
    ordinal: new Int32Array(n),
    companion: new Uint8Array(n),
    talk,
  };
  const voiced = voicesOf(measured);
  const spans = chooseSpans(chains, units, measured, talk, voiced, records.list);
  const companions = findCompanions(chains, spans, records);
  const proseWords = sumsOf(prose, shapes.words);
  const talkWords = sumsOf(talk, shapes.words);
  const voices = sumsOf(voiced);
  const foreign = sumsOf(measured.lead.map((_, u) => (isForeign(measured, u) ? 1 : 0)));
  const lists = spans.map((span, i) => {
    const { chain, from, to } = span;
    const said = (talkWords[to] as number) - (talkWords[from] as number);
    const records = chain.strokes.length;
    const talking = Math.max(1, chain.talking);
    return {
      ...span,
      talk: chain.talking / (records - 1),
      words: said / talking,
      voices: voicedShare(chain, from, to, voices),
      dated: chain.sort === DATE || chain.sort === NUMBER || (companions[i]?.dated ?? false),
      companions: companions[i]?.count ?? 0,
      variety: varietyOf(doc, units, chain),
      own: ownWords(doc, units, chain, talk),
      timed: isTimed(shapes, chain, talk),
      headed: hasHeader(
        measured,
        Math.max(0, from - HEADER_REACH),
        (chain.strokes[0] as number) + 1,
      ),
      ...styleOf(shapes, talk, from, to),
      foreign: ((foreign[to] as number) - (foreign[from] as number)) / records,
      before: proseWords[from] as number,
      share: said / Math.max(1, talkWords[n] as number),
    };
  });
  spans.forEach((span) => place(span, records));
  return { lists, ...records };
}

/** Share of records with findings of rules for comments. */
function voicedShare({ strokes }: Chain, from: number, to: number, voices: Int32Array): number {
  let voiced = 0;
  strokes.forEach((u, i) => {
    const start = i === 0 ? from : u;
    const end = strokes[i + 1] ?? to;
    if ((voices[end] as number) > (voices[start] as number)) voiced++;
  });
  return voiced / strokes.length;
}

type Span = Pick<RecordList, 'chain' | 'from' | 'to' | 'end'>;

/** Sums before each unit of the weights of those that are marked. */
function sumsOf(marked: Uint8Array, weights?: Int32Array): Int32Array {
  const sums = new Int32Array(marked.length + 1);
  marked.forEach((is, u) => {
    sums[u + 1] = (sums[u] as number) + (is ? (weights?.[u] ?? 1) : 0);
  });
  return sums;
}

const COMMENTS = LABELS.indexOf('comments');
const BODY = LABELS.indexOf('body');
const BYLINE = LABELLED_KINDS.indexOf('boilerplate/byline');
/** Strength of a rule from which on it counts as a voice. */
const VOICED = 1;

/** 1 where a rule for comments speaks. */
function voicesOf({ lead, leadStrength }: Measured): Uint8Array {
  return lead.map((kind, u) =>
    kind > 0 && LABEL_OF_KIND[kind - 1] === COMMENTS && (leadStrength[u] as number) >= VOICED
      ? 1
      : 0,
  );
}

/** Two beats are a list only where there is talk between them, and they did not come about by chance. */
function isList({ sort, strokes, talking }: Chain, voices: Uint8Array): boolean {
  return (
    strokes.length > 2 || (talking > 0 && (sort === DATE || strokes.every((u) => voices[u] === 1)))
  );
}

/**
 * Takes chains from the best on, wherever none before has taken the place. Writes the number of each list, + 1, over its units.
 * The loops inside go over the strokes of a chain, and over at most MAX_STEP units for each.
 */
function chooseSpans(
  chains: readonly Chain[],
  units: Units,
  measured: Measured,
  talk: Uint8Array,
  voices: Uint8Array,
  list: Int32Array,
): readonly Span[] {
  const spans: Span[] = [];
  for (const found of chains) {
    if (!isList(found, voices) || isTaken(found, list)) continue;
    const chain = withoutStory(found, measured);
    const span = spanOf(chain, units, measured, talk, list);
    spans.push(span);
    list.fill(spans.length, span.from, span.to);
  }
  return spans;
}

/**
 * A chain without its first beat, where a header of comments stands behind that one and behind no other: the first is then the
 * date of the story.
 */
function withoutStory(chain: Chain, measured: Measured): Chain {
  const [first, second, third] = chain.strokes;
  if (first === undefined || second === undefined || third === undefined) return chain;
  if (!hasHeader(measured, first + 1, second) || hasHeader(measured, second, third)) return chain;
  return { ...chain, strokes: chain.strokes.slice(1), talking: Math.max(0, chain.talking - 1) };
}

/** Whether a rule that knows a whole line finds comments in units `from` to `to`. */
function hasHeader({ lead, leadStrength }: Measured, from: number, to: number): boolean {
  for (let u = from; u < to; u++) {
    const kind = lead[u] as number;
    if (kind > 0 && LABEL_OF_KIND[kind - 1] === COMMENTS && (leadStrength[u] as number) >= HEADER)
      return true;
  }
  return false;
}

function isTaken({ strokes }: Chain, list: Int32Array): boolean {
  if (strokes.some((u) => list[u] !== 0)) return true;
  return strokes.some((u, i) => {
    const next = strokes[i + 1] ?? u;
    for (let v = u + 1; v < next; v++) if (list[v] !== 0) return true;
    return false;
  });
}

/** The extent of a chain's list: a record more at the end that beats do not close, as long as the others are. */
function spanOf(
  chain: Chain,
  units: Units,
  measured: Measured,
  talk: Uint8Array,
  list: Int32Array,
): Span {
  const { strokes } = chain;
  const first = strokes[0] as number;
  const last = strokes.at(-1) as number;
  const reach = longestStep(strokes) - 1;
  const stop = (v: number): boolean =>
    v < 0 || v >= units.count || list[v] !== 0 || isForeign(measured, v);
  let from = first;
  while (first - from < reach && !stop(from - 1)) from--;
  let to = last + 1;
  while (to - last - 1 < reach && !stop(to)) to++;
  const end = endOf(chain, units, measured.shapes, talk, from, to);
  // A name may stand above the date that is the beat, and a button below it.
  if (end === HEAD) from = Math.max(from, afterTalk(talk, first));
  if (end === FOOT) to = Math.min(to, untilTalk(talk, last, units.count));
  return { chain, from, to, end };
}

/** The first unit of the lines without talk that `u` is the last of. */
function afterTalk(talk: Uint8Array, u: number): number {
  let v = u;
  while (v > 0 && !talk[v - 1] && u - v < MAX_META) v--;
  return v;
}

function untilTalk(talk: Uint8Array, u: number, n: number): number {
  let v = u + 1;
  while (v < n && !talk[v] && v - u <= MAX_META) v++;
  return v;
}

/** Lines of names, dates and buttons that a record has at one end. */
const MAX_META = 4;

/** The longest step but for one in four, which may have jumped over a record. */
function longestStep(strokes: readonly number[]): number {
  const steps = strokes.slice(1).map((u, i) => u - (strokes[i] as number));
  steps.sort((a, b) => a - b);
  return Math.min(MAX_STEP, steps[Math.floor((steps.length - 1) * 0.75)] ?? 1);
}

/** Strong evidence for something that is neither story nor comment. Names and dates of records look like bylines. */
function isForeign({ lead, leadStrength }: Measured, u: number): boolean {
  const kind = lead[u] as number;
  if (kind === 0 || kind === BYLINE + 1 || (leadStrength[u] as number) < 3) return false;
  const label = LABEL_OF_KIND[kind - 1];
  return label !== COMMENTS && label !== BODY;
}

const COLON = LASTS.indexOf('colon');

/**
 * Whether beats open or close their records. A colon and a number open; else what stands before the first and behind the last tells, and
 * then on which side of the lines around a beat the wider gap is.
 */
function endOf(
  { sort, strokes }: Chain,
  { gap }: Units,
  shapes: Shapes,
  talk: Uint8Array,
  from: number,
  to: number,
): number {
  if (sort === COUNT) return HEAD;
  const colons = strokes.filter((u) => shapes.last[u] === COLON).length;
  if (colons * 2 > strokes.length) return HEAD;
  let votes = 0;
  for (const u of strokes) votes += Math.sign(sideOf(u, gap, talk));
  const first = strokes[0] as number;
  const last = strokes.at(-1) as number;
  const talkBefore = isAnyTalk(talk, Math.max(from, first - MAX_META), first);
  const talkBehind = isAnyTalk(talk, last + 1, to);
  if (!talkBefore && talkBehind) return HEAD;
  if (talkBefore && !talkBehind) return FOOT;
  if (votes * 2 < -strokes.length) return FOOT;
  // Most threads open their records with names and dates.
  return votes * 2 > strokes.length || talk[untilTalk(talk, last, to)] ? HEAD : UNKNOWN;
}

function isAnyTalk(talk: Uint8Array, from: number, to: number): boolean {
  for (let u = from; u < to; u++) if (talk[u]) return true;
  return false;
}

/** The gap before the lines without talk that unit `u` is one of, less that behind them: positive where they open a record. */
function sideOf(u: number, gap: Uint8Array, talk: Uint8Array): number {
  const first = afterTalk(talk, u);
  const end = untilTalk(talk, u, talk.length);
  return (gap[first] as number) - (gap[end] ?? 3);
}

/** Chains with most of a list's records in them, its own and those on the same units apart. */
function findCompanions(
  chains: readonly Chain[],
  spans: readonly Span[],
  { list, companion }: Pick<Records, 'list' | 'companion'>,
): readonly { readonly count: number; readonly dated: boolean }[] {
  const beats = new Set(spans.flatMap(({ chain }) => chain.strokes));
  const found = spans.map(() => ({ count: 0, dated: false }));
  for (const { sort, strokes } of chains) {
    const number = list[strokes[0] as number] as number;
    if (number === 0 || list[strokes.at(-1) as number] !== number) continue;
    const records = (spans[number - 1] as Span).chain.strokes.length;
    if (strokes.length < Math.max(2, MOST * records)) continue;
    const own = found[number - 1] as { count: number; dated: boolean };
    if (sort === DATE || sort === NUMBER) own.dated = true;
    const fresh = strokes.filter((u) => !beats.has(u) && companion[u] === 0).length;
    if (sort === SHORT || fresh < MOST * records) continue;
    own.count++;
    for (const u of strokes) companion[u] = 1;
  }
  return found;
}

/** The share of a list's records that is most of them. */
const MOST = 0.6;

/** Share of beats whose text stands in no other of them. */
function varietyOf(doc: Document, units: Units, { strokes }: Chain): number {
  const texts = strokes.map((u) =>
    doc.folded.slice(
      units.start[u],
      Math.min(units.end[u] as number, (units.start[u] as number) + 80),
    ),
  );
  return new Set(texts).size / texts.length;
}

/** Words read at a beat at most. */
const BEAT_WORDS = 24;

/** Mean number of words, numbers apart, in the lines without talk around a beat that few other beats have. */
function ownWords(doc: Document, units: Units, { strokes }: Chain, talk: Uint8Array): number {
  const counts = new Map<string, number>();
  const words: string[][] = strokes.map((u) => {
    const own = new Set<string>();
    const from = units.from[afterTalk(talk, u)] as number;
    const to = units.to[untilTalk(talk, u, units.count) - 1] as number;
    const start = Math.max(from, (units.from[u] as number) - BEAT_WORDS / 2);
    for (let w = start; w < Math.min(to, start + BEAT_WORDS); w++)
      if (!((doc.words.shape[w] as number) & NUMERIC))
        own.add(doc.folded.slice(doc.words.start[w], doc.words.end[w]));
    for (const word of own) counts.set(word, (counts.get(word) ?? 0) + 1);
    return [...own];
  });
  const rare = Math.max(1, strokes.length / 3);
  const found = words.reduce(
    (sum, own) => sum + own.filter((word) => (counts.get(word) as number) <= rare).length,
    0,
  );
  return found / strokes.length;
}

/** Whether most beats have a time of day in the lines without talk around them. */
function isTimed({ signs }: Shapes, { strokes }: Chain, talk: Uint8Array): boolean {
  let timed = 0;
  for (const u of strokes) {
    const end = untilTalk(talk, u, talk.length);
    for (let v = afterTalk(talk, u); v < end; v++)
      if ((signs[v] as number) & TIME) {
        timed++;
        break;
      }
  }
  return timed >= MOST * strokes.length;
}

/** A header is sought in so many units before a list. */
const HEADER_REACH = 6;

/** Strength of a rule that knows a header. */
const HEADER = 2;

function styleOf(
  { first, signs }: Shapes,
  talk: Uint8Array,
  from: number,
  to: number,
): Pick<RecordList, 'small' | 'exclaimed'> {
  let all = 0;
  let small = 0;
  let exclaimed = 0;
  for (let u = from; u < to; u++) {
    if (!talk[u]) continue;
    all++;
    if (first[u] === SMALL) small++;
    if ((signs[u] as number) & EXCLAIMED) exclaimed++;
  }
  return { small: small / Math.max(1, all), exclaimed: exclaimed / Math.max(1, all) };
}

const SMALL = FIRSTS.indexOf('lower');
const EXCLAIMED = (1 << SIGNS.indexOf('ask')) | (1 << SIGNS.indexOf('exclaim'));

const TIME = 1 << SIGNS.indexOf('time');

/** Writes roles and ordinals over a list's units. */
function place(
  { chain: { strokes }, from, to, end }: Span,
  { role, ordinal }: Pick<Records, 'role' | 'ordinal'>,
): void {
  const last = strokes.at(-1) as number;
  let next = 0;
  for (let u = from; u < to; u++) {
    const isBeat = u === strokes[next];
    role[u] = isBeat ? BEAT : next === 0 ? LEAD : u > last ? TAIL : BETWEEN;
    if (isBeat) next++;
    const closes = end === FOOT && !isBeat;
    ordinal[u] = Math.max(1, closes ? next + 1 : next);
  }
}
