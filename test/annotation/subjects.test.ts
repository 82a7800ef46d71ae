import { describe, expect, it } from 'vitest';
import type { Sentence } from '../../src/annotation/annotated.ts';
import { subjectOf } from '../../src/annotation/subjects.ts';
import { capitalScene, wordsOf } from './capital-nouns.ts';
import { groundOf } from './ground.ts';

function subject(text: string): string | undefined {
  const annotated = capitalScene(text);
  const phrase = subjectOf(annotated, annotated.sentences.at(0) as Sentence);
  return phrase && wordsOf(annotated, phrase);
}

describe('subjectOf', () => {
  it.each([
    ['in front of the verb', 'Die Polizei sagte gestern die Brücke ab.', 'Die Polizei'],
    ['behind it', 'Gestern sagte die Polizei den Plan ab.', 'die Polizei'],
    ['behind the auxiliary', 'Am Fluss hatte sich die Polizei versammelt.', 'die Polizei'],
    ['not what a preposition governs', 'In der Brücke kam die Polizei.', 'die Polizei'],
    ['not an object in front', 'Den Plan lachte die Polizei aus.', 'die Polizei'],
    ['a pronoun behind, whatever is in front', 'Die Brücke hat er gesehen.', 'er'],
    ['the head of a genitive', 'Der Sprecher der Polizei kam gestern.', 'Der Sprecher'],
    ['not of a clause in front', 'Weil die Brücke kam, lachte die Polizei.', 'die Polizei'],
  ])('is %s', (_, text, expected) => {
    expect(subject(text)).toBe(expected);
  });

  it('is the first mention where nouns have no capitals', () => {
    const annotated = groundOf('In May Dana Reed left.');
    expect(subjectOf(annotated, annotated.sentences.at(0) as Sentence)).toBe(
      annotated.sentences.at(0)?.phrases[0],
    );
  });
});
