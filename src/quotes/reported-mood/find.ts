/**
 * Sentences that go on reporting without a cue, in languages with a mood for reported speech: »Die Brücke sei zu alt. Man
 * habe sie „zu spät“ geprüft.« A sentence in that mood continues what was said last, or starts a new quote.
 * @module
 */
import type { AnnotatedText, Sentence } from '../../annotation/annotated.ts';
import { bestOf } from '../model/choose.ts';
import { keepNone, type Keep, type FittedModel, type MoodQuote, type RawQuote } from '../quote.ts';
import { firstWord } from '../uncued/neighbours.ts';
import { matrixOf, type Matrix } from './matrix.ts';
import { moodOf } from './mood.ts';
import { readingsOf, type MoodReading } from './readings.ts';

/** Longer runs start anew: nobody is quoted so long, and joining stays cheap. Set by hand. */
const MOST_SENTENCES = 20;

/** Confidence in what the first clause of a sentence says of the rest. Set by hand; calibration follows. */
const OF_MATRIX = 0.6;

/** Quotes of sentences in reported mood that share no word with those that cues report. In order; linear in the sentences. */
export function moodQuotes(
  annotated: AnnotatedText,
  { weights }: FittedModel,
  cued: readonly RawQuote[],
  keep: Keep = keepNone,
): readonly MoodQuote[] {
  const found: MoodQuote[] = [];
  for (const { sentence, last, matrix, readings } of moodSites(annotated, cued, () =>
    found.at(-1),
  )) {
    if (matrix) {
      const { source, content } = matrix;
      const features = keep([]);
      const confidence = OF_MATRIX;
      found.push({
        by: 'mood',
        content: [content],
        source,
        cue: null,
        sentence,
        confidence,
        features,
      });
      continue;
    }
    const chosen = bestOf(readings, weights);
    if (!chosen) continue;
    const { from, to } = annotated.sentences.at(sentence) as Sentence;
    const content = [{ from, to }];
    const { reading, confidence } = chosen;
    if (reading.role === 'new') {
      const features = keep([reading.features]);
      const { source } = reading;
      found.push({ by: 'mood', content, source, cue: null, sentence, confidence, features });
    } else if (last) found[found.length - 1] = { ...last, content: [...last.content, ...content] };
  }
  return found;
}

/** A sentence in reported mood, and how it may be read. */
export interface MoodSite {
  readonly sentence: number;
  /** The run that the sentence before ends, if it does. */
  readonly last: MoodQuote | null;
  /** Its own source, where its first clause names one: then there is nothing to decide. */
  readonly matrix: Matrix | null;
  readonly readings: readonly MoodReading[];
}

/**
 * The sentences to decide on, in order; `lastRun` is called before each for the last run so far.
 */
export function* moodSites(
  annotated: AnnotatedText,
  cued: readonly RawQuote[],
  lastRun: () => MoodQuote | undefined,
): Generator<MoodSite> {
  if (!annotated.lexicon.profile.reportedMood) return;
  let next = 0;
  let previous: RawQuote | null = null;
  let end = 0;
  for (let number = 0; number < annotated.sentences.length; number++) {
    const sentence = annotated.sentences.at(number) as Sentence;
    while (next < cued.length && firstWord(cued[next] as RawQuote) < sentence.to) {
      previous = cued[next++] as RawQuote;
      end = Math.max(end, ...previous.content.map((span) => span.to));
    }
    const mood = end > sentence.from ? null : moodOf(annotated, sentence);
    if (!mood) continue;
    const run = lastRun();
    const before = run && (!previous || firstWord(run) > firstWord(previous)) ? run : previous;
    const last = run && before === run && goesOnAt(annotated, run, number) ? run : null;
    const matrix = matrixOf(annotated, sentence);
    const readings = matrix ? [] : readingsOf(annotated, number, mood, before, last);
    yield { sentence: number, last, matrix, readings };
  }
}

/** Whether a run ends right before a sentence, and may grow. */
function goesOnAt(annotated: AnnotatedText, { content }: RawQuote, number: number): boolean {
  return (
    content.length < MOST_SENTENCES && content.at(-1)?.to === annotated.sentences.at(number - 1)?.to
  );
}
