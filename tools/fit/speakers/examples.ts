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
import type {
  GoldDocument,
  GoldQuote,
  GoldSpeech,
  QuoteDocument,
  SpeakerDocument,
} from '../../eval/gold.ts';
import { isNamed } from '../../eval/names.ts';
import { sourceOf } from '../../eval/split.ts';
import { LEAST_OVERLAP, overlap } from '../../eval/words.ts';
import type { Instances } from '../quotes/choice-model.ts';
import { wordSet } from '../quotes/gold.ts';
import { annotatedOf, type LanguageDocument } from '../quotes/reading.ts';

/** What is known of the speaker of one quote. */
interface Label {
  /** How the source is written; `silver` where only the source is labelled. */
  readonly mention: GoldSpeech['mention'] | 'silver';
  isRight(resolution: Resolution): boolean;
}

export interface Example {
  /** Where the document comes from: documents of one source are in one fold. */
  readonly source: string;
  readonly doc: LanguageDocument<GoldDocument>;
  readonly index: EntityIndex;
  readonly quotes: readonly RawQuote[];
  /** The label of each quote that has one, by the quote's number. */
  readonly labels: ReadonlyMap<number, Label>;
}

/**
 * The document with the quotes that the bundled rules find.
 * @param source of the article that the document is a part of
 */
export function exampleOf(doc: LanguageDocument<SpeakerDocument>, source: string): Example {
  return readExample(doc, source, ({ speaker, mention }) => ({
    mention,
    isRight: ({ entity, description }) =>
      isNamed(entity?.name ?? description ?? '', [speaker.name, ...speaker.accept]),
  }));
}

/**
 * A document that labels only where sources stand. Names are learned from it: one is right if it stands in the source,
 * whatever else the text calls its bearer. Of pronouns and descriptions it says nothing.
 */
export function silverExampleOf(doc: LanguageDocument<QuoteDocument>): Example {
  const example = readExample(doc, sourceOf(doc), ({ speaker_spans = [] }, index): Label => {
    const { words } = index.annotated.doc;
    const source = wordSet(speaker_spans.map(([start, end]) => wordsWithin(words, start, end)));
    const isIn = ({ from, to }: { readonly from: number; readonly to: number }): boolean =>
      source.has(from) && source.has(to - 1);
    return { mention: 'silver', isRight: ({ entity }) => entity?.mentions.some(isIn) === true };
  });
  const named = new Map<number, Label>();
  resolveAll(example.index, example.quotes, (referents, number) => {
    const label = example.labels.get(number);
    if (label && referents.length === 1 && referents[0]?.resolution.step === 'name')
      named.set(number, label);
    return referents[0]?.resolution ?? null;
  });
  return { ...example, labels: named };
}

function readExample<Gold extends GoldQuote>(
  doc: LanguageDocument<GoldDocument> & { readonly quotes: readonly Gold[] },
  source: string,
  labelOf: (gold: Gold, index: EntityIndex) => Label,
): Example {
  const annotated = annotatedOf(doc);
  const quotes = [
    ...findQuotes(annotated, quoteModelOf(rules, annotated.lexicon.profile.language)),
  ];
  const index = indexEntities(annotated);
  const { words } = annotated.doc;
  const contents = quotes.map(({ content }) => wordSet(content));
  const labels = new Map<number, Label>();
  for (const gold of doc.quotes) {
    const own = wordSet(gold.quote_spans.map(([start, end]) => wordsWithin(words, start, end)));
    const overlaps = contents.map((content) => overlap(own, content));
    const best = overlaps.indexOf(Math.max(...overlaps));
    if ((overlaps[best] ?? 0) >= LEAST_OVERLAP) labels.set(best, labelOf(gold, index));
  }
  return { source, doc, index, quotes, labels };
}

/**
 * Adds an instance for each labelled quote.
 * @param model chooses who spoke before; without one, those who are right did, else whoever did so before, else the first referent
 */
export function addInstances(
  instances: Instances,
  { index, quotes, labels }: Example,
  model: SpeakerModel | null,
): void {
  let last: Resolution | null = null;
  resolveAll(index, quotes, (referents, number) => {
    const label = labels.get(number);
    const right = label ? referents.filter(({ resolution }) => label.isRight(resolution)) : [];
    if (label && referents.length > 0) addInstance(instances, referents, right);
    if (model) return chosen(referents, model);
    const goesOn = referents.find(({ resolution }) => last && isSame(resolution, last));
    const guess = label ? right[0] : (goesOn ?? referents[0]);
    last = guess?.resolution ?? last;
    return guess?.resolution ?? null;
  });
}

function addInstance(
  instances: Instances,
  referents: readonly Referent[],
  right: readonly Referent[],
): void {
  const blocks = referents.map((referent) => ({
    features: referent.features,
    sources: [{ features: [], correct: right.includes(referent) }],
    contents: [{ features: [], correct: true }],
  }));
  instances.add(blocks, right.length === 0);
}

/** What a model answers: how probable it found the speaker, and whether it was right. */
export interface Judged {
  readonly language: string;
  readonly mention: Label['mention'];
  readonly confidence: number;
  readonly isRight: boolean;
}

/** What a model that has not seen a document answered on it. */
export interface Answered {
  readonly example: Example;
  readonly judged: readonly Judged[];
}

/** @param model with lines that are straight, for confidences to calibrate */
export function judge(
  { doc, index, quotes, labels }: Example,
  model: SpeakerModel,
): readonly Judged[] {
  const judged: Judged[] = [];
  resolveAll(index, quotes, (referents, number) => {
    const label = labels.get(number);
    const choice = likeliest(referents, model);
    if (label && choice)
      judged.push({
        language: doc.language ?? 'en',
        mention: label.mention,
        confidence: choice.confidence,
        isRight: label.isRight(choice.referent.resolution),
      });
    return chosen(referents, model);
  });
  return judged;
}

function chosen(referents: readonly Referent[], model: SpeakerModel): Resolution | null {
  const choice = likeliest(referents, model);
  return choice && choice.confidence >= 0.5 ? choice.referent.resolution : null;
}
