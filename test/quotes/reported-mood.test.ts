import { describe, expect, it } from 'vitest';
import type { Scene, Sentence } from '../../src/annotation/annotated.ts';
import type { FittedModel, RawQuote } from '../../src/quotes/quote.ts';
import { MOOD_FEATURES } from '../../src/quotes/reported-mood/features.ts';
import { runGround, runsOf } from '../../src/quotes/reported-mood/find.ts';
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
function firstSentence(scene: Scene): RawQuote {
  const { from, to, chunks } = scene.sentences[0] as Sentence;
  return {
    by: 'marks',
    content: [{ from, to }],
    source: chunks[0] ?? null,
    cue: null,
    sentence: 0,
    confidence: 1,
    features: [],
  };
}

const TEXT =
  'Der Rat sagte es. Die Brücke sei alt. Das habe „zu viel“ gekostet. Dann kam die Polizei. Sie sei müde.';

describe('runsOf', () => {
  const scene = capitalScene(TEXT);
  const framed = [firstSentence(scene)];

  it('makes one quote of sentences in a row, by whoever spoke before', () => {
    const [run] = runsOf(scene, eager, framed);
    expect(run?.content.map((span) => wordsOf(scene, span))).toEqual([
      'Die Brücke sei alt',
      'Das habe „zu viel“ gekostet',
    ]);
    expect(run?.source && wordsOf(scene, run.source)).toBe('Der Rat');
    expect(run?.cue).toBeNull();
  });

  it('starts anew behind a sentence in another mood', () => {
    expect(runsOf(scene, eager, framed)).toHaveLength(2);
  });

  it('takes nothing that the weights do not speak for', () => {
    const shy = weighing(() => -1);
    expect(runsOf(scene, shy, framed)).toEqual([]);
  });

  it('leaves sentences alone that a quote holds', () => {
    const { from } = scene.sentences[0] as Sentence;
    const { to } = scene.sentences.at(-1) as Sentence;
    const all = { ...firstSentence(scene), content: [{ from, to }] };
    expect(runsOf(scene, eager, [all])).toEqual([]);
  });

  it('starts anew after many sentences', () => {
    const long = capitalScene(`Der Rat sagte es. ${'Die Brücke sei alt. '.repeat(45)}`);
    const runs = runsOf(long, eager, [firstSentence(long)]);
    expect(runs.map(({ content }) => content.length)).toEqual([20, 20, 5]);
  });

  it('has nothing to decide in languages without such a mood', () => {
    const english = groundOf('Dana Reed left. It was late.');
    expect([...runGround(english, [], () => undefined)]).toEqual([]);
  });
});
