import { describe, expect, it } from 'vitest';
import type { AnnotatedText, Sentence } from '../../src/annotation/annotated.ts';
import type { FittedModel, RawQuote } from '../../src/quotes/quote.ts';
import { MOOD_FEATURES } from '../../src/quotes/reported-mood/features.ts';
import { moodSites, moodQuotes } from '../../src/quotes/reported-mood/find.ts';
import { capitalScene, wordsOf } from '../annotation/capital-nouns.ts';
import { groundOf } from '../annotation/ground.ts';

const { space } = MOOD_FEATURES;
const weighing = (weigh: (name: string) => number): FittedModel => ({
  space,
  weights: Float64Array.from({ length: space.size }, (_, f) => weigh(space.nameOf(f))),
});

/** Weights under which every sentence in reported mood is taken, by whoever spoke last. */
const eager = weighing((name) => {
  if (name.startsWith('run/origin+form=joined')) return 6;
  return name.startsWith('run/origin+form=quote') ? 4 : 0;
});

/** A quote that is the first sentence, said by its first mention. */
function firstSentence(annotated: AnnotatedText): RawQuote {
  const { from, to, phrases } = annotated.sentences.at(0) as Sentence;
  return {
    by: 'marks',
    content: [{ from, to }],
    source: phrases[0] ?? null,
    cue: null,
    sentence: 0,
    confidence: 1,
    features: [],
  };
}

const TEXT =
  'Der Rat sagte es. Die Brücke sei alt. Das habe „zu viel“ gekostet. Dann kam die Polizei. Sie sei müde.';

describe('runsOf', () => {
  const annotated = capitalScene(TEXT);
  const cued = [firstSentence(annotated)];

  it('makes one quote of sentences in a row, by whoever spoke before', () => {
    const [run] = moodQuotes(annotated, eager, cued);
    expect(run?.content.map((span) => wordsOf(annotated, span))).toEqual([
      'Die Brücke sei alt',
      'Das habe „zu viel“ gekostet',
    ]);
    expect(run?.source && wordsOf(annotated, run.source)).toBe('Der Rat');
    expect(run?.cue).toBeNull();
  });

  it('starts anew behind a sentence in another mood', () => {
    expect(moodQuotes(annotated, eager, cued)).toHaveLength(2);
  });

  it('takes nothing that the weights do not speak for', () => {
    const shy = weighing(() => -1);
    expect(moodQuotes(annotated, shy, cued)).toEqual([]);
  });

  it('leaves sentences alone that a quote holds', () => {
    const { from } = annotated.sentences.at(0) as Sentence;
    const { to } = annotated.sentences.at(annotated.sentences.length - 1) as Sentence;
    const all = { ...firstSentence(annotated), content: [{ from, to }] };
    expect(moodQuotes(annotated, eager, [all])).toEqual([]);
  });

  it('starts anew after many sentences', () => {
    const long = capitalScene(`Der Rat sagte es. ${'Die Brücke sei alt. '.repeat(45)}`);
    const runs = moodQuotes(long, eager, [firstSentence(long)]);
    expect(runs.map(({ content }) => content.length)).toEqual([20, 20, 5]);
  });

  it('has nothing to decide in languages without such a mood', () => {
    const english = groundOf('Dana Reed left. It was late.');
    expect([...moodSites(english, [], () => undefined)]).toEqual([]);
  });
});
