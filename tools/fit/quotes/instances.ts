/**
 * Training instances from gold attributions: for each cue its frames, and which of them are right.
 * @module
 */
import { candidatesOf, type CandidateBlock } from '../../../src/quotes/candidates/candidates.ts';
import { uncuedMarks } from '../../../src/quotes/find.ts';
import type { CandidateSpace } from '../../../src/quotes/candidates/space.ts';
import type { MoodQuote, RawQuote } from '../../../src/quotes/quote.ts';
import { moodSites } from '../../../src/quotes/reported-mood/find.ts';
import type { MoodReading } from '../../../src/quotes/reported-mood/readings.ts';
import { asFound, NeighbourWindow } from '../../../src/quotes/uncued/neighbours.ts';
import { readingsOf } from '../../../src/quotes/uncued/readings.ts';
import { isColon, type AnnotatedText, type Sentence } from '../../../src/annotation/annotated.ts';
import type { CueHit } from '../../../src/rules/match/cues.ts';
import type { WordSpan } from '../../../src/text/spans.ts';
import { LEAST_OVERLAP, meets, overlap } from '../../eval/words.ts';
import type { ChoiceBlock, Instances } from './choice-model.ts';
import { range, wordSet, type Gold } from './gold.ts';

/** Adds an instance for each cue of a document; answers how many. */
export function addCandidates(
  instances: Instances,
  annotated: AnnotatedText,
  golds: readonly Gold[],
  space: CandidateSpace,
): number {
  const before = instances.count;
  const insideContent = new Set(golds.flatMap((gold) => [...gold.content]));
  for (const sentence of annotated.sentences)
    for (const cue of sentence.cues) {
      // Verbs that no rule has are rare where most verbs are listed: they weigh what listed ones do.
      if (annotated.rules.cueRules[cue.rule]?.unlisted) continue;
      const blocks = candidatesOf(annotated, sentence, cue, space);
      if (blocks.length === 0) continue;
      const gold = isColon(cue)
        ? golds.find(
            (g) =>
              opensAt(g, cue.from) &&
              (g.cue.size === 0 ||
                (annotated.markOf[cue.from] !== -1 && !hasOtherCue(sentence, g))),
          )
        : (golds.find((g) => range(cue).some((word) => g.cue.has(word))) ??
          golds.find((g) => isWholeClause(g) && firstCueIn(sentence, g) === cue));
      if (!gold) {
        // Annotators leave the inside of quotes alone, so nothing can be learned there.
        if (range(cue).every((word) => insideContent.has(word))) continue;
        instances.add(blocks.map(noneCorrect), true);
        continue;
      }
      const judged = judge(blocks, gold);
      if (judged) instances.add(judged, false);
    }
  return instances.count - before;
}

/** Some annotators take the whole clause, source and verb included, where a verb tells what was said in a noun or two. */
function isWholeClause({ content, source, cue }: Gold): boolean {
  return cue.size === 0 && source.size > 0 && [...source].every((word) => content.has(word));
}

function firstCueIn(sentence: Sentence, { content }: Gold): CueHit | undefined {
  return sentence.cues.find(
    (cue) => !isColon(cue) && range(cue).every((word) => content.has(word)),
  );
}

function opensAt(gold: Gold, word: number): boolean {
  return gold.content.has(word) && !gold.content.has(word - 1);
}

/** Whether a cue with words of its own stands where the annotators saw one. */
function hasOtherCue(sentence: Sentence, gold: Gold): boolean {
  return sentence.cues.some((cue) => range(cue).some((word) => gold.cue.has(word)));
}

function noneCorrect(block: CandidateBlock): ChoiceBlock {
  const wrong = ({ features }: { readonly features: readonly number[] }) => ({
    features,
    correct: false,
  });
  return {
    features: block.features,
    sources: block.sources.map(wrong),
    contents: block.contents.map(({ features }) => wrong({ features: features.flat() })),
  };
}

/** Marks the right sources and the closest contents. null, so that the cue teaches nothing, if no content matches gold. */
function judge(blocks: readonly CandidateBlock[], gold: Gold): readonly ChoiceBlock[] | null {
  const overlaps = blocks.map((block) =>
    block.contents.map((content) => overlap(gold.content, wordSet(content.spans))),
  );
  const rightSource = (block: CandidateBlock): boolean[] =>
    block.sources.map(({ span }) => isSource(gold, span));
  const sourcesOf = blocks.map(rightSource);
  const best = (needSource: boolean): number =>
    Math.max(
      0,
      ...blocks.flatMap((_, b) =>
        !needSource || sourcesOf[b]?.some(Boolean) ? (overlaps[b] as number[]) : [],
      ),
    );
  const overall = best(false);
  if (overall < LEAST_OVERLAP) return null;
  // A block without the right source counts only if no block has both it and a content that is nearly as good.
  const needSource = best(true) >= 0.8 * overall;
  const target = needSource ? best(true) : overall;
  return blocks.map((block, b) => {
    const right = sourcesOf[b] as boolean[];
    return {
      features: block.features,
      sources: block.sources.map((source, i) => ({
        features: source.features,
        correct: needSource ? right[i] === true : true,
      })),
      contents: block.contents.map((content, i) => ({
        features: content.features.flat(),
        correct: (overlaps[b]?.[i] as number) >= target - 1e-9,
      })),
    };
  });
}

/** Adds an instance for each marked stretch that the quotes found leave over. */
export function addUncued(
  instances: Instances,
  annotated: AnnotatedText,
  golds: readonly Gold[],
  quotes: readonly RawQuote[],
): void {
  const window = new NeighbourWindow(annotated, quotes);
  const goldAt = new Map(
    quotes.map((quote) => [
      asFound(annotated, quote).from,
      golds.find((gold) => overlap(gold.content, wordSet(quote.content)) > LEAST_OF_JOINED),
    ]),
  );
  for (const uncued of uncuedMarks(annotated, quotes)) {
    const words = range(uncued);
    const gold = golds.find(
      (g) => 2 * words.filter((word) => g.content.has(word)).length >= words.length,
    );
    const neighbours = window.around(uncued.from);
    const readings = readingsOf(annotated, uncued, neighbours);
    const correct = readings.map((reading) => {
      if (!gold) return false;
      if (reading.role !== 'new') return goldAt.get(neighbours[reading.role]?.from ?? -1) === gold;
      if ([...goldAt.values()].includes(gold)) return false;
      return isSource(gold, reading.source);
    });
    if (gold && !correct.includes(true)) continue;
    instances.add([oneBlock(readings, correct)], !gold);
  }
}

/** A quote that is still to be joined to its other half covers little of it. */
const LEAST_OF_JOINED = 0.2;

/** Adds an instance for each sentence in reported mood that the quotes found leave over. */
export function addMood(
  instances: Instances,
  annotated: AnnotatedText,
  golds: readonly Gold[],
  quotes: readonly RawQuote[],
): void {
  let run: MoodQuote | undefined;
  let runGold: Gold | undefined;
  for (const { sentence, last, matrix, readings } of moodSites(annotated, quotes, () => run)) {
    if (matrix) continue;
    const { from, to } = annotated.sentences.at(sentence) as Sentence;
    const words = range({ from, to });
    const gold = golds.find(
      (g) => 2 * words.filter((word) => g.content.has(word)).length >= words.length,
    );
    const goesOn = last !== null && gold !== undefined && gold === runGold;
    const hasRole = (reading: MoodReading): boolean =>
      gold !== undefined && (reading.role === 'joined') === goesOn;
    const right = readings.map(
      (reading) =>
        hasRole(reading) && (reading.role === 'joined' || isSource(gold as Gold, reading.source)),
    );
    // Where nobody who is looked at said it, it still teaches that something was said.
    const correct = right.includes(true) ? right : readings.map(hasRole);
    if (gold && !correct.includes(true)) continue;
    instances.add([oneBlock(readings, correct)], !gold);
    if (!gold) continue;
    const best = readings[correct.indexOf(true)];
    const content = [{ from, to }];
    run =
      goesOn && last
        ? { ...last, content: [...last.content, ...content] }
        : {
            by: 'mood',
            content,
            source: best?.role === 'new' ? best.source : null,
            cue: null,
            sentence,
            confidence: 1,
            features: [],
          };
    runGold = gold;
  }
}

/** Whether a source, or that nobody is named, is right. */
function isSource(gold: Gold, source: WordSpan | null): boolean {
  return source ? meets(gold.source, wordSet([source])) : gold.source.size === 0;
}

/** Readings as alternatives that have nothing but themselves. */
function oneBlock(
  readings: readonly { readonly features: readonly number[] }[],
  correct: readonly boolean[],
): ChoiceBlock {
  return {
    features: [],
    sources: [{ features: [], correct: true }],
    contents: readings.map(({ features }, i) => ({ features, correct: correct[i] as boolean })),
  };
}
