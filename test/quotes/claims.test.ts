import { describe, expect, it } from 'vitest';
import type { AnnotatedText, Sentence } from '../../src/annotation/annotated.ts';
import { claimsOf, type Claim } from '../../src/quotes/claims.ts';
import { ORDER } from '../../src/quotes/candidates/names.ts';
import { openModel } from '../../src/quotes/model/model.ts';
import { resolveOverlaps } from '../../src/quotes/overlaps.ts';
import type { QuoteModel } from '../../src/quotes/quote.ts';
import { wordsOf } from '../annotation/capital-nouns.ts';
import { groundOf } from '../annotation/ground.ts';

/** Weights under which the source is beside the cue and the content reaches to the end of the sentence, or is in marks. */
function modelFor(annotated: AnnotatedText, taste: Readonly<Record<string, number>>): QuoteModel {
  const model = openModel(annotated.rules, '');
  const { space } = model.candidates;
  const weights = Float64Array.from({ length: space.size }, (_, feature) => {
    const name = space.nameOf(feature);
    const entry = Object.entries(taste).find(([prefix]) => name.startsWith(prefix));
    return entry ? entry[1] : 0;
  });
  return { ...model, candidates: { space, weights } };
}

const PLAIN = {
  'source/place+form=adjacent': 3,
  'source/place+form=right+': 3,
  'content/end+marks=sentence': 4,
  'content/first=cue': 4,
  'content/first=sentence': 4,
  'content/first=mark': 4,
  'content/end+marks=mark': 4,
  'content/start-after<=0': 2,
};

function claimsIn(text: string, taste: Readonly<Record<string, number>> = PLAIN) {
  const annotated = groundOf(text);
  const model = modelFor(annotated, taste);
  const claims = [...annotated.sentences].flatMap((sentence: Sentence, i) =>
    claimsOf(annotated, model, sentence, i),
  );
  const told = ({ choice: { content, source } }: Claim) => ({
    content: content.spans.map((span) => wordsOf(annotated, span)),
    source: source.span && wordsOf(annotated, source.span),
  });
  return { annotated, model, claims, told };
}

describe('claimsOf', () => {
  it('finds source and content in front of a cue and behind it', () => {
    const { claims, told } = claimsIn('Dana Reed said the old bridge was closed for good.');
    expect(claims.map(told)).toEqual([
      { content: ['the old bridge was closed for good'], source: 'Dana Reed' },
    ]);
  });

  it('has null for a source that nobody names', () => {
    const { claims, told } = claimsIn('It was late. Said the old bridge was closed for good.', {
      ...PLAIN,
      'source/place+form=none': 20,
    });
    expect(claims.map(told).map(({ source }) => source)).toEqual([null]);
  });

  it('takes nothing where weights speak against it', () => {
    expect(
      claimsIn('Dana Reed said the bridge was closed.', { 'frame/shape+form': -9 }).claims,
    ).toEqual([]);
  });

  it('keeps all readings, each with its order', () => {
    const [claim] = claimsIn('Dana Reed said the old bridge was closed for good.').claims;
    expect(new Set(claim?.blocks.map(({ order }) => order))).toContain(ORDER.after);
  });
});

describe('outermost', () => {
  it('leaves out what is said inside the words of another claim', () => {
    const { annotated, model, claims } = claimsIn(
      'Dana Reed said the mayor said the old bridge was closed for good.',
    );
    expect(claims).toHaveLength(2);
    const kept = resolveOverlaps(annotated, model, claims);
    expect(kept).toHaveLength(1);
    expect(kept[0]?.cue).toBe(claims[0]?.cue);
  });

  it('keeps claims that share no words', () => {
    const { annotated, model, claims } = claimsIn(
      'Dana Reed said the old bridge was closed for good.\nMartin Voss said the new one was open to all.',
    );
    expect(resolveOverlaps(annotated, model, claims)).toHaveLength(2);
  });
});
