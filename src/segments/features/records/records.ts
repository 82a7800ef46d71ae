/**
 * Lists of records: comment threads, forum pages, lists of teasers, tables. Lines of the same make come again at a beat, with text of
 * any length between them. Found without knowing the language, as in record mining (MDR, DEPTA), over lines instead of tags.
 * @module
 */
import type { Document } from '../../../text/document.ts';
import type { Units } from '../../units/units.ts';
import { findChains } from './chains.ts';
import { findCompanions, withoutOdd } from './companions.ts';
import { hasHeader, isForeign, sumsOf, type Measured, type UnitLists } from './findings.ts';
import {
  isTimed,
  orderOf,
  ownWords,
  styleOf,
  varietyOf,
  voicedShare,
  digitsOf,
  flanksOf,
} from './measures.ts';
import { addSignatures, countOf, DATE, LINE_WORDS, NUMBER } from './signatures.ts';
import { chooseSpans, FOOT, type Span } from './spans.ts';

/** Where a unit stands in a list: on its beat, between two beats, before the first or behind the last within the length of a record. */
export const ROLES = ['beat', 'between', 'lead', 'tail'] as const;
export const [BEAT, BETWEEN, LEAD, TAIL] = [1, 2, 3, 4] as const;

/** A list of records. */
export interface RecordList extends Span {
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
  /** Whether its dates go up (1), down (-1), or neither (0). */
  readonly order: -1 | 0 | 1;
  /** Whether a header of comments stands right before it. */
  readonly headed: boolean;
  /** Share of its talk that is written as in talk: with a small first letter, with marks of question and exclamation. */
  readonly small: number;
  readonly exclaimed: number;
  /** Strong findings of rules for what is neither story nor comment, for each record. */
  readonly foreign: number;
  /** Whether the page is in a language that rules and weights were fitted on: in others their silence says little. */
  readonly fitted: boolean;
  /** Whether prose stands close above it (1), close below it (2), or both (3): a table in a story has it on both sides. */
  readonly flanks: number;
  /** Share of numbers among its words. */
  readonly digits: number;
  /** Words of prose before it. */
  readonly before: number;
  /** Its share of the page's talk, in words. */
  readonly share: number;
}

/** What a page's lists say of its units. */
export interface Records extends UnitLists {
  readonly lists: readonly RecordList[];
}

/** A header is sought in so many units before a list. */
const HEADER_REACH = 6;

/** Finds the lists of a page. Linear in its units, but for the sorting of chains. */
export function findRecords(doc: Document, units: Units, measured: Measured): Records {
  const { shapes, prose, talk, voices: voiced } = measured;
  const n = units.count;
  const at = new Int32Array(n + 1);
  const counts = new Int32Array(n);
  const signatures: number[] = [];
  for (let u = 0; u < n; u++) {
    const from = units.from[u] as number;
    if (from < (units.to[u] as number)) counts[u] = countOf(doc, units, from, u);
    if (measured.scripts[u] === 0) addSignatures(doc, units, shapes, talk, u, signatures);
    at[u + 1] = signatures.length;
  }
  const chains = findChains({
    signatures,
    at,
    counts,
    talkUpTo: sumsOf(talk),
    whole: talk.map((is, u) => (is && (shapes.words[u] as number) > LINE_WORDS ? 1 : 0)),
    voices: voiced,
  });
  const records = {
    list: new Int32Array(n),
    role: new Uint8Array(n),
    ordinal: new Int32Array(n),
    companion: new Uint8Array(n),
    talk,
  };
  const proseWords = sumsOf(prose, shapes.words);
  const talkWords = sumsOf(talk, shapes.words);
  const found = chooseSpans(chains, units, measured, talk, voiced, records.list);
  const companions = findCompanions(chains, found, records);
  const spans = found.map((span, i) =>
    (companions[i]?.count ?? 0) > 0 ? withoutOdd(span, records, talkWords) : span,
  );
  const voices = sumsOf(voiced);
  const foreign = sumsOf(measured.lead.map((_, u) => (isForeign(measured, u) ? 1 : 0)));
  const lists = spans.map((span, i) => {
    const { chain, from, to } = span;
    const said = (talkWords[to] as number) - (talkWords[from] as number);
    const count = chain.strokes.length;
    const talking = Math.max(1, chain.talking);
    return {
      ...span,
      talk: chain.talking / (count - 1),
      words: said / talking,
      voices: voicedShare(chain, from, to, voices),
      dated: chain.sort === DATE || chain.sort === NUMBER || (companions[i]?.dated ?? false),
      companions: companions[i]?.count ?? 0,
      variety: varietyOf(doc, units, chain),
      own: ownWords(doc, units, chain, talk),
      timed: isTimed(shapes, chain, talk),
      order: orderOf(doc, units, chain),
      headed: hasHeader(
        measured,
        talk,
        Math.max(0, from - HEADER_REACH),
        (chain.strokes[0] as number) + 1,
      ),
      ...styleOf(shapes, talk, from, to),
      foreign: ((foreign[to] as number) - (foreign[from] as number)) / count,
      fitted: measured.fitted,
      flanks: flanksOf(prose, from, to),
      digits: digitsOf(shapes, from, to),
      before: proseWords[from] as number,
      share: said / Math.max(1, talkWords[n] as number),
    };
  });
  spans.forEach((span) => place(span, records));
  return { lists, ...records };
}

/** Writes roles and ordinals over a list's units. Records without talk count with the next one: a record may have several beats. */
function place(
  { chain: { strokes }, from, to, end }: Span,
  { role, ordinal, talk }: Pick<UnitLists, 'role' | 'ordinal' | 'talk'>,
): void {
  const last = strokes.at(-1) as number;
  let next = 0;
  let number = 1;
  let hasTalk = false;
  const begin = (): void => {
    if (hasTalk) number++;
    hasTalk = false;
  };
  for (let u = from; u < to; u++) {
    const isBeat = u === strokes[next];
    role[u] = isBeat ? BEAT : next === 0 ? LEAD : u > last ? TAIL : BETWEEN;
    if (isBeat) next++;
    if (isBeat && end !== FOOT) begin();
    ordinal[u] = number;
    if (talk[u] && (role[u] !== LEAD || end === FOOT)) hasTalk = true;
    if (isBeat && end === FOOT) begin();
  }
}
