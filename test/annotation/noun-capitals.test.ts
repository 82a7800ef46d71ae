import { describe, expect, it } from 'vitest';
import { ADVERB, isCue, NAME, NOUN } from '../../src/annotation/tags.ts';
import { capitalRules, capitalScene, wordsOf } from './capital-nouns.ts';

/** The cues of a text: the verb's base form, by its words. */
function cues(text: string): readonly (readonly [string, string])[] {
  const annotated = capitalScene(text);
  return [...annotated.sentences].flatMap((sentence) =>
    sentence.cues.map(
      (cue) =>
        [
          wordsOf(annotated, cue),
          capitalRules.lemmas.nameOf(cue.lemma).split(':')[1] ?? '',
        ] as const,
    ),
  );
}

/** The class of a word on a page that is seen to write nouns with capitals. */
function classOf(text: string, word: number): number | undefined {
  return capitalScene(`${text}\nDie Polizei kam.`).classes.of[word];
}

describe('separable verbs', () => {
  it.each<[string, string, (readonly [string, string])[]]>([
    [
      'whole',
      'Die Polizei sagte, sie mitteilte es.',
      [
        ['sagte', 'sagen'],
        ['mitteilte', 'mitteilen'],
      ],
    ],
    ['in two parts', 'Die Polizei teilte gestern mit, dass es kam.', [['teilte', 'mitteilen']]],
    ['in two parts at the end', 'Das teilte die Polizei mit.', [['teilte', 'mitteilen']]],
    ['told apart by the particle', 'Der Rat wies den Plan zurück.', [['wies', 'zurückweisen']]],
    [
      'that begin like their particle',
      'Die Polizei fuhr mit der Brücke fort.',
      [['fuhr', 'fortfahren']],
    ],
  ])('are found %s', (_, text, expected) => {
    expect(cues(text)).toEqual(expected);
  });

  it('are none without their particle, nor where it governs a noun', () => {
    expect(cues('Die Polizei teilte den Plan.')).toEqual([]);
    expect(cues('Die Polizei teilte mit dem Rat den Plan.')).toEqual([]);
    expect(cues('Die Polizei wies den Rat an.')).toEqual([]);
  });

  it('have a cue in the particle as well', () => {
    const annotated = capitalScene('Die Polizei teilte gestern mit.');
    expect([2, 4].map((word) => isCue(annotated.classes.of[word]))).toEqual([true, true]);
  });
});

describe('words with a capital', () => {
  it('are nouns behind an article, a contraction or an adjective', () => {
    expect(classOf('Er kam am Rande vorbei.', 3)).toBe(NOUN);
    expect(classOf('Er sah die Tore.', 3)).toBe(NOUN);
    expect(classOf('Er sah die alten Tore.', 4)).toBe(NOUN);
    expect(classOf('Gestern kam Kowalski.', 2)).toBe(NAME);
  });

  it('are adverbs at the start of a sentence where their ending says so', () => {
    expect(classOf('Ausdrücklich sagte sie es.', 0)).toBe(ADVERB);
  });
});
