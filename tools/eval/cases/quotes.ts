/**
 * A case of quotes: every quote that has to be found is, with the right source and speaker, and nothing is taken that nobody
 * said.
 * @module
 */
import type { Quote } from '../../../src/schema/types.ts';
import type { Answer } from '../answer.ts';
import type { CaseDocument, ExpectedQuote } from '../gold.ts';
import { matchBest } from '../matching.ts';
import { LEAST_OVERLAP } from '../words.ts';
import type { CaseResult } from './result.ts';
import { commonCount, isSameText, likeness, lowerWords, type Words } from './words.ts';

interface Gold {
  readonly quote: ExpectedQuote;
  /** Every right content. */
  readonly contents: readonly Words[];
}

interface Told {
  readonly quote: Quote;
  readonly content: Words;
  readonly parts: readonly Words[];
  readonly name: string | null;
}

/** Judges the quotes of an answer. */
export function judgeQuotes(
  expected: readonly ExpectedQuote[],
  not: CaseDocument['not'],
  answer: Answer,
): CaseResult {
  const golds = expected.map(readGold);
  const tolds = readTolds(answer);
  const { answerOf, goldOf } = matchBest(golds, tolds, ({ contents }, { content }) => {
    const value = Math.max(...contents.map((one) => likeness(one, content)));
    return value >= LEAST_OVERLAP ? value : 0;
  });
  const counts = {
    ...{ required: 0, found: 0, exact: 0 },
    ...{ sourceRight: 0, speakerRight: 0, wrongSpeaker: 0, taken: 0 },
  };
  const faults: string[] = [];
  golds.forEach((gold, i) => {
    if (gold.quote.optional || gold.quote.debatable) return;
    counts.required++;
    const told = tolds[answerOf[i] as number];
    if (!told) {
      faults.push(`MISSED ${gold.quote.content.join(' … ').slice(0, 90)}`);
      return;
    }
    const source = isSourceRight(gold.quote, told.quote);
    const speaker = isSpeakerRight(gold.quote, told.name);
    counts.found++;
    counts.exact += +gold.contents.some((content) => isSameText(content, told.content));
    counts.sourceRight += +source;
    counts.speakerRight += +speaker;
    counts.wrongSpeaker += +(!speaker && told.name !== null);
    faults.push(...faultsOf(gold.quote, told, { source, speaker }));
  });
  const spare = tolds.filter((_, i) => goldOf[i] === -1);
  for (const stretch of not ?? []) {
    const taken = spare.filter((told) => isTaken(lowerWords(stretch), told)).length;
    counts.taken += taken;
    for (let i = 0; i < taken; i++) faults.push(`TAKEN ${stretch}`);
  }
  return { counts, faults };
}

function readGold(quote: ExpectedQuote): Gold {
  const others = (quote.acceptContent ?? []).map((content) => [content].flat().join(' '));
  return { quote, contents: [quote.content.join(' '), ...others].map(lowerWords) };
}

function readTolds({ quotes, speakers }: Answer): readonly Told[] {
  const names = new Map(speakers.map((speaker) => [speaker.id, speaker.name]));
  return quotes.map((quote) => ({
    quote,
    content: lowerWords(quote.content.map(({ text }) => text).join(' ')),
    parts: quote.content.map(({ text }) => lowerWords(text)),
    name: (quote.speaker && names.get(quote.speaker)) || null,
  }));
}

/** At least half of the source's words are those of a right one. */
function isSourceRight({ source, accept }: ExpectedQuote, told: Quote): boolean {
  const words = lowerWords(told.source?.text ?? '');
  return [source, ...(accept?.source ?? [])].some((right) =>
    right === null
      ? told.source === null
      : words.length > 0 && 2 * commonCount(words, lowerWords(right)) >= words.length,
  );
}

function isSpeakerRight({ speaker, accept }: ExpectedQuote, name: string | null): boolean {
  return [speaker, ...(accept?.speaker ?? [])].some((right) =>
    right === null || name === null
      ? right === name
      : isSameText(lowerWords(right), lowerWords(name)),
  );
}

function faultsOf(
  gold: ExpectedQuote,
  told: Told,
  right: { readonly source: boolean; readonly speaker: boolean },
): readonly string[] {
  const content = gold.content[0]?.slice(0, 60) ?? '';
  const source = told.quote.source?.text ?? null;
  return [
    ...(right.source ? [] : [`SOURCE want ${gold.source} got ${source}: ${content}`]),
    ...(right.speaker ? [] : [`SPEAKER want ${gold.speaker} got ${told.name}: ${content}`]),
  ];
}

/** The share of a stretch's words that a part of a quote must have to have taken it. */
const LEAST_TAKEN = 0.6;

/** A long quote that happens to hold the stretch has not taken it. */
function isTaken(stretch: Words, { parts }: Told): boolean {
  return parts.some(
    (part) =>
      commonCount(stretch, part) >= LEAST_TAKEN * stretch.length &&
      part.length <= 2 * stretch.length + 2,
  );
}
