import { describe, expect, it } from 'vitest';
import { rules } from '../../src/rules/load.ts';
import { indexEntities } from '../../src/speakers/entity-index.ts';
import { annotateText, parseText } from '../../src/stages.ts';

/** How the first person of a text agrees with "she". */
function agreementOf(text: string): string | undefined {
  const index = indexEntities(annotateText(parseText(text, rules), rules, 'en'));
  const person = index.entities.find(({ type }) => type === 'person');
  return person && index.genders.agreement(person, 'female');
}

describe('what is known of a gender', () => {
  it.each([
    ['a title', 'Then Ms. Brandt came.', 'known'],
    ['another title', 'Then Mr. Brandt came.', 'contrary'],
    ['a given name', 'Then Winifred Hoskin came.', 'known'],
    ['a role beside the name', 'Then her husband, Brandt, came.', 'contrary'],
    ['pronouns around it', 'Then Brandt came. She sat down.', 'likely'],
    ['other pronouns', 'Then Brandt sold his boat.', 'contrary'],
    ['pronouns behind two people', 'Then Brandt met Ortega. She sat down.', 'unknown'],
    ['nothing', 'Then Brandt came.', 'unknown'],
  ])('by %s', (_, text, expected) => {
    expect(agreementOf(text)).toBe(expected);
  });

  it('is not told by words in marks', () => {
    expect(agreementOf('Then Brandt came. “She sat down,” people said.')).toBe('unknown');
  });
});
