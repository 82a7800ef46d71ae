/**
 * Articles with labelled speakers as the program reads them: their quotes, and which of them have a label.
 * @module
 */
import { findQuotes } from '../../../src/quotes/find.ts';
import { quoteModelOf } from '../../../src/quotes/model/model.ts';
import type { RawQuote } from '../../../src/quotes/quote.ts';
import { rules } from '../../../src/rules/load.ts';
import { indexEntities, type EntityIndex } from '../../../src/speakers/entity-index.ts';
import { likeliest, type SpeakerModel } from '../../../src/speakers/model/model.ts';
import { isSame, type Referent, type Resolution } from '../../../src/speakers/resolution.ts';
import { resolveAll } from '../../../src/speakers/speakers.ts';
import { wordsWithin } from '../../../src/text/words.ts';
import type { GoldSpeech, SpeakerDocument } from '../../eval/gold.ts';
import { isNamed } from '../../eval/names.ts';
import { LEAST_OVERLAP, overlap } from '../../eval/words.ts';
import type { Instances } from '../quotes/choice-model.ts';
import { wordSet } from '../quotes/gold.ts';
import { annotatedOf, type LanguageDocument } from '../quotes/reading.ts';

export interface Example {
  readonly doc: LanguageDocument<SpeakerDocument>;
  readonly index: EntityIndex;
  readonly quotes: readonly RawQuote[];
  /** The label of each quote that has one, by the quote's number. */
  readonly golds: ReadonlyMap<number, GoldSpeech>;
}

/** The document with the quotes that the bundled rules find. */
export function exampleOf(doc: LanguageDocument<SpeakerDocument>): Example {
  const annotated = annotatedOf(doc);
  const { language } = annotated.lexicon.profile;
  const quotes = findQuotes(annotated, quoteModelOf(rules, language));
  const { words } = annotated.doc;
  const contents = quotes.map(({ content }) => wordSet(content));
  const golds = new Map<number, GoldSpeech>();
  for (const gold of doc.quotes) {
    const own = wordSet(gold.quote_spans.map(([start, end]) => wordsWithin(words, start, end)));
    const overlaps = contents.map((content) => overlap(own, content));
    const best = overlaps.indexOf(Math.max(...overlaps));
    if ((overlaps[best] ?? 0) >= LEAST_OVERLAP) golds.set(best, gold);
  }
  return { doc, index: indexEntities(annotated), quotes, golds };
}

/** Whether a referent has one of the names that a label accepts. */
export function isRight({ entity, description }: Resolution, { speaker }: GoldSpeech): boolean {
  return isNamed(entity?.name ?? description ?? '', [speaker.name, ...speaker.accept]);
}

/**
 * Adds an instance for each labelled quote.
 * @param model chooses who spoke before; without one, those who are right did, else whoever did so before, else the first referent
 */
export function addInstances(
  instances: Instances,
  { index, quotes, golds }: Example,
  model: SpeakerModel | null,
): void {
  let last: Resolution | null = null;
  resolveAll(index, quotes, (referents, number) => {
    const gold = golds.get(number);
    const right = gold ? referents.filter(({ resolution }) => isRight(resolution, gold)) : [];
    if (gold && referents.length > 0) {
      const blocks = referents.map((referent) => ({
        features: referent.features,
        sources: [{ features: [], correct: right.includes(referent) }],
        contents: [{ features: [], correct: true }],
      }));
      instances.add(blocks, right.length === 0);
    }
    if (model) return chosen(referents, model);
    const goesOn = referents.find(({ resolution }) => last && isSame(resolution, last));
    const guess = gold ? right[0] : (goesOn ?? referents[0]);
    last = guess?.resolution ?? last;
    return guess?.resolution ?? null;
  });
}

/** What a model answers: how probable it found the speaker, and whether it was right. */
export interface Judged {
  readonly language: string;
  readonly mention: GoldSpeech['mention'];
  readonly confidence: number;
  readonly isRight: boolean;
}

/** @param model with lines that are straight, for confidences to calibrate */
export function judge({ doc, index, quotes, golds }: Example, model: SpeakerModel): readonly Judged[] {
  const judged: Judged[] = [];
  resolveAll(index, quotes, (referents, number) => {
    const gold = golds.get(number);
    const choice = likeliest(referents, model);
    if (gold && choice)
      judged.push({
        language: doc.language ?? 'en',
        mention: gold.mention,
        confidence: choice.confidence,
        isRight: isRight(choice.referent.resolution, gold),
      });
    return chosen(referents, model);
  });
  return judged;
}

function chosen(referents: readonly Referent[], model: SpeakerModel): Resolution | null {
  const choice = likeliest(referents, model);
  return choice && choice.confidence >= 0.5 ? choice.referent.resolution : null;
}
