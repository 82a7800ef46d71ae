/**
 * Sentences that go on reporting without a cue, in languages with a mood for reported speech: »Die Brücke sei zu alt. Man
 * habe sie „zu spät“ geprüft.« A sentence in that mood continues what was said last, or starts a new quote.
 * @module
 */
import type { Scene, Sentence } from '../../annotation/annotated.ts';
import { choosing } from '../model/choose.ts';
import { keepNone, type Keep, type FittedModel, type MoodQuote, type RawQuote } from '../quote.ts';
import { firstWord } from '../uncued/neighbours.ts';
import { moodOf } from './mood.ts';
import { readingsOf, type RunReading } from './readings.ts';

/** Longer runs start anew: nobody is quoted so long, and joining stays cheap. */
const MOST_SENTENCES = 20;

/** Quotes of sentences in reported mood that share no word with those `framed`. In order; linear in the sentences. */
export function runsOf(
  scene: Scene,
  { weights }: FittedModel,
  framed: readonly RawQuote[],
  keep: Keep = keepNone,
): readonly MoodQuote[] {
  const found: MoodQuote[] = [];
  for (const { sentence, last, readings } of runGround(scene, framed, () => found.at(-1))) {
    const chosen = choosing(readings, weights);
    if (!chosen) continue;
    const { from, to } = scene.sentences[sentence] as Sentence;
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
export interface RunSite {
  readonly sentence: number;
  /** The run that the sentence before ends, if it does. */
  readonly last: MoodQuote | null;
  readonly readings: readonly RunReading[];
}

/**
 * The sentences to decide on, in order; `lastRun` is called before each for the last run so far.
 */
export function* runGround(
  scene: Scene,
  framed: readonly RawQuote[],
  lastRun: () => MoodQuote | undefined,
): Generator<RunSite> {
  if (!scene.lexicon.profile.reportedMood) return;
  let next = 0;
  let previous: RawQuote | null = null;
  let end = 0;
  for (let number = 0; number < scene.sentences.length; number++) {
    const sentence = scene.sentences[number] as Sentence;
    while (next < framed.length && firstWord(framed[next] as RawQuote) < sentence.to) {
      previous = framed[next++] as RawQuote;
      end = Math.max(end, ...previous.content.map((span) => span.to));
    }
    const mood = end > sentence.from ? null : moodOf(scene, sentence);
    if (!mood) continue;
    const run = lastRun();
    const before = run && (!previous || firstWord(run) > firstWord(previous)) ? run : previous;
    const last = run && before === run && goesOnAt(scene, run, number) ? run : null;
    yield { sentence: number, last, readings: readingsOf(scene, number, mood, before, last) };
  }
}

/** Whether a run ends right before a sentence, and may grow. */
function goesOnAt(scene: Scene, { content }: RawQuote, number: number): boolean {
  return content.length < MOST_SENTENCES && content.at(-1)?.to === scene.sentences[number - 1]?.to;
}
