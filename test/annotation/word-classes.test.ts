import { describe, expect, it } from 'vitest';
import {
  ADVERB,
  AUXILIARY,
  COORDINATOR,
  CUE,
  CUE_ING,
  DETERMINER,
  isCue,
  NAME,
  NUMBER,
  PREPOSITION,
  PRONOUN,
  RELATIVE,
  SUBORDINATOR,
  TIME,
} from '../../src/annotation/tags.ts';
import { groundOf } from './ground.ts';

/** Class of each word, by the word. */
function classes(text: string): Readonly<Record<string, number>> {
  const { doc, classes: found } = groundOf(text);
  const words = Array.from({ length: doc.words.count }, (_, w) =>
    text.slice(doc.words.start[w], doc.words.end[w]),
  );
  return Object.fromEntries(words.map((word, w) => [word, found.of[w] as number]));
}

describe('classifyWords', () => {
  it('knows words of closed classes', () => {
    expect(
      classes('Then he and the men who had left for 12 days because of rain quietly returned'),
    ).toMatchObject({
      he: PRONOUN,
      and: COORDINATOR,
      the: DETERMINER,
      who: RELATIVE,
      had: AUXILIARY,
      for: PREPOSITION,
      '12': NUMBER,
      because: SUBORDINATOR,
      quietly: ADVERB,
    });
  });

  it('knows names by their capital, months and weekdays apart', () => {
    expect(classes('Then Dana Reed left on Monday in May')).toMatchObject({
      Dana: NAME,
      Reed: NAME,
      Monday: TIME,
      May: TIME,
    });
  });

  it('does not take the first word of a sentence for a name, unless it is one', () => {
    expect(classes('Bridges closed. Dana left.')['Bridges']).not.toBe(NAME);
    expect(classes('Bridges closed. Dana left.')['Dana']).toBe(NAME);
    expect(classes('Zorro left. Then Zorro rode.')['Zorro']).toBe(NAME);
  });

  it('knows cues, and their -ing form', () => {
    expect(classes('Then Dana Reed said so, saying that')).toMatchObject({
      said: CUE,
      saying: CUE_ING,
    });
    expect([isCue(CUE), isCue(CUE_ING), isCue(NAME), isCue(undefined)]).toEqual([
      true,
      true,
      false,
      false,
    ]);
  });

  it('does not take a cue after an article for a verb', () => {
    expect(classes('They had the say in it')['say']).not.toBe(CUE);
  });

  it('has a class for every word of any text', () => {
    const { doc, classes: found } = groundOf('𝐀 \ud83d é “Dana” 字 \u0000 12.5');
    expect(found.of).toHaveLength(doc.words.count);
    expect(found.opening).toHaveLength(doc.words.count);
  });
});
