import { describe, expect, it } from 'vitest';
import { perfectAsPast } from '../../src/annotation/perfect.ts';
import { classifyGaps } from '../../src/annotation/punctuation.ts';
import { ADVERB, AUXILIARY, NOUN, PRONOUN } from '../../src/annotation/tags.ts';
import { classifyWords } from '../../src/annotation/word-classes.ts';
import { Lexicon } from '../../src/rules/lexicon.ts';
import { cueHits } from '../../src/rules/match/cues.ts';
import { cue, file, read, rule, rulesOf } from '../rules/small.ts';

const list = (name: string, any: readonly string[]): string =>
  rule({ id: `xx/words/${name}`, kind: `lexicon/${name}`, match: 'words', any });

const rules = rulesOf(
  file([
    list('auxiliary', ['ha:perfect', 'era']),
    list('pronoun', ['lei:female']),
    list('adverb', ['oggi']),
    cue({ verbs: ['- dice - detto -'] }),
  ]),
);

/** Form of the only cue, and the class of each word. */
function settled(text: string): {
  readonly form: string | undefined;
  readonly of: readonly number[];
} {
  const { doc, hits } = read(rules, text);
  const lexicon = new Lexicon(rules, doc, hits, 'xx');
  const untagged = {
    classes: classifyWords(doc, lexicon, classifyGaps(doc.text, doc.words)),
    cues: cueHits(rules, hits, 'xx'),
  };
  const before = [...untagged.classes.of];
  const { classes, cues } = perfectAsPast(lexicon, untagged);
  expect([...untagged.classes.of]).toEqual(before);
  return { form: cues[0]?.form, of: [...classes.of] };
}

describe('perfectAsPast', () => {
  it('makes a participle behind its auxiliary a past form', () => {
    expect(settled('ha detto')).toEqual({ form: 'past', of: [ADVERB, NOUN] });
    expect(settled('ha oggi lei detto').of).toEqual([ADVERB, ADVERB, PRONOUN, NOUN]);
  });

  it('leaves participles behind other words', () => {
    expect(settled('era detto')).toEqual({ form: 'participle', of: [AUXILIARY, NOUN] });
    expect(settled('ha gatto detto').form).toBe('participle');
    expect(settled('detto').form).toBe('participle');
  });

  it('leaves other forms', () => {
    expect(settled('ha dice').form).toBe('present');
  });
});
