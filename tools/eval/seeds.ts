/**
 * Documents labelled in full, stretch by stretch and quote by quote: every mistake is named.
 * @module
 */
import type { Segment } from '../../src/schema/types.ts';
import type { Answer } from './answer.ts';
import type { Pair, SeedDocument } from './gold.ts';
import type { Measure, TallyBase } from './measure.ts';
import { isNamed } from './names.ts';
import { namedQuotes, type NamedQuote } from './quotes/told.ts';
import { LEAST_OVERLAP, meets, overlap, wordsIn, wordsOf, type WordSet } from './words.ts';

export interface SeedTally extends TallyBase {
  readonly faults: SeedFaults;
}

/** Mistakes, each named by the text where it occurs. */
export interface SeedFaults {
  readonly segmentsWrong: readonly string[];
  readonly quotesMissed: readonly string[];
  readonly sourceWrong: readonly string[];
  readonly speakerWrong: readonly string[];
  readonly extraQuotes: readonly string[];
  readonly scareQuotesTaken: readonly string[];
  /** `2 of 2`: stories in the answer, and in gold. */
  readonly articles: string;
}

export const seedMeasure: Measure<SeedDocument, SeedTally> = {
  tally: tallySeed,
  figures: (tallies) => Object.fromEntries(tallies.map(({ id, faults }) => [id, { ...faults }])),
  details: () => [],
  worst: () => [],
};

/** The share of a stretch that must have its label. */
const LEAST_LABELLED = 0.95;

function tallySeed(doc: SeedDocument, answer: Answer): SeedTally {
  const faults = {
    segmentsWrong: wrongSegments(doc, answer.segments),
    ...judgeQuotes(doc, answer),
    articles: `${answer.articles.length} of ${doc.articles.length}`,
  };
  return { id: doc.id, mistakes: [], faults };
}

function wrongSegments(doc: SeedDocument, told: readonly Segment[]): readonly string[] {
  const labels = Array.from({ length: doc.text.length }, () => '');
  for (const { start, end, label } of told) labels.fill(label, start, end);
  return doc.segments.flatMap(({ start, end, label, kind }) => {
    if (!label) return [];
    let right = 0;
    let all = 0;
    for (let at = start; at < end; at++) {
      if (/\s/.test(doc.text.charAt(at))) continue;
      all++;
      if (labels[at] === label) right++;
    }
    if (right >= LEAST_LABELLED * all) return [];
    return [`${label}/${kind}: ${doc.text.slice(start, start + 50)}`];
  });
}

function judgeQuotes(doc: SeedDocument, answer: Answer) {
  const words = wordsOf(doc.text);
  const tolds = namedQuotes(words, answer);
  const start = (at: number): string => doc.text.slice(at, at + 50);
  const used = new Set<NamedQuote>();
  const quotesMissed: string[] = [];
  const sourceWrong: string[] = [];
  const speakerWrong: string[] = [];
  for (const gold of doc.quotes) {
    const told = bestOf(
      wordsIn(words, gold.content),
      tolds.filter((one) => !used.has(one)),
    );
    const title = start(gold.content[0]?.[0] ?? 0);
    if (told) used.add(told);
    if (!gold.required) continue;
    if (!told) {
      quotesMissed.push(title);
      continue;
    }
    if (gold.source && !meets(wordsIn(words, [gold.source]), told.source)) sourceWrong.push(title);
    if (!told.name || !isNamed(told.name, [gold.speaker, ...gold.accept]))
      speakerWrong.push(`${title} -> ${told.name}`);
  }
  const isTaken = (stretch: Pair): boolean => {
    const scare = wordsIn(words, [stretch]);
    return tolds.some((told) => overlap(told.content, scare) >= LEAST_OVERLAP);
  };
  return {
    quotesMissed,
    sourceWrong,
    speakerWrong,
    extraQuotes: tolds
      .filter((told) => !used.has(told))
      .map(({ quote }) => start(quote.content[0]?.start ?? 0)),
    scareQuotesTaken: doc.notQuotes.filter(isTaken).map(([from, to]) => doc.text.slice(from, to)),
  };
}

/** The answer that matches a gold content best. */
function bestOf(gold: WordSet, tolds: readonly NamedQuote[]): NamedQuote | undefined {
  return tolds
    .map((told) => ({ told, value: overlap(gold, told.content) }))
    .filter(({ value }) => value >= LEAST_OVERLAP)
    .toSorted((a, b) => b.value - a.value)[0]?.told;
}
