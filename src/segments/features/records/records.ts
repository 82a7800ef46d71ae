/**
 * Lists of records: comment threads, forum pages, lists of teasers, tables. Lines of the same make come again at a beat, with text of
 * any length between them. Found without knowing the language, as in record mining (MDR, DEPTA), over lines instead of tags.
 * @module
 */
import type { Document } from '../../../text/document.ts';
import type { Units } from '../../units/units.ts';
import { findChains } from './chains.ts';
import { findCompanions, withoutOdd } from './companions.ts';
import { hasHeader, sumsOf, type Measured, type UnitLists } from './findings.ts';
import { measureList, sumsOfPage, type RecordList } from './list.ts';
import { LEAST_RECORDS } from './reports.ts';
import { addSignatures, countOf, LINE_WORDS } from './signatures.ts';
import { chooseSpans, FOOT, type Span } from './spans.ts';

/** Where a unit stands in a list: on its beat, between two beats, before the first or behind the last within the length of a record. */
export const ROLES = ['beat', 'between', 'lead', 'tail'] as const;
export const [BEAT, BETWEEN, LEAD, TAIL] = [1, 2, 3, 4] as const;

/** What a page's lists say of its units. */
export interface Records extends UnitLists {
  readonly lists: readonly RecordList[];
}

/** Finds the lists of a page. Linear in its units, but for the sorting of chains. */
export function findRecords(doc: Document, units: Units, measured: Measured): Records {
  const { shapes, talk, voices: voiced } = measured;
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
  const sums = sumsOfPage(doc, units, measured);
  const found = chooseSpans(chains, units, measured, talk, voiced, records.list);
  const companions = findCompanions(chains, found, records);
  const lists = found.map((span, i) => {
    const beside = companions[i];
    const whole = beside && beside.count > 0 ? withoutOdd(span, records, sums.talkWords) : span;
    const measure = (one: Span): RecordList => measureList(doc, units, measured, sums, one, beside);
    return reportAbove(whole, measured, records.list, measure) ?? measure(whole);
  });
  lists.forEach((list) => place(list, records));
  return { lists, ...records };
}

/**
 * The live report above a header of comments, where the dates of the comments go on those of the report; null if it is none. Takes the units behind it
 * out of `list`.
 */
function reportAbove(
  span: Span,
  measured: Measured,
  list: Int32Array,
  measure: (span: Span) => RecordList,
): RecordList | null {
  const { strokes } = span.chain;
  const next = strokes.findIndex((u, i) =>
    hasHeader(measured, measured.talk, u + 1, strokes[i + 1] ?? span.to),
  );
  if (next < LEAST_RECORDS) return null;
  const above = strokes.slice(0, next + 1);
  let to = (above.at(-1) as number) + 1;
  while (!hasHeader(measured, measured.talk, to, to + 1)) to++;
  const chain = { ...span.chain, strokes: above, talking: Math.min(span.chain.talking, next) };
  const report = measure({ ...span, chain, to });
  if (!report.report) return null;
  list.fill(0, to, span.to);
  return report;
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
