import { describe, expect, it } from 'vitest';
import { verbsOfTwoWords } from '../../src/annotation/perfect.ts';
import { classifyGaps } from '../../src/annotation/punctuation.ts';
import { ADVERB, AUXILIARY, CUE, NOUN, PRONOUN } from '../../src/annotation/tags.ts';
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
    cue({ verbs: ['- dice - detto dicendo'] }),
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
  const { classes, cues } = verbsOfTwoWords(lexicon, untagged);
  expect([...untagged.classes.of]).toEqual(before);
  return { form: cues[0]?.form, of: [...classes.of] };
}

describe('verbsOfTwoWords', () => {
  it('makes a participle behind its auxiliary a past form', () => {
    expect(settled('ha detto')).toEqual({ form: 'past', of: [ADVERB, NOUN] });
    expect(settled('ha oggi lei detto').of).toEqual([ADVERB, ADVERB, PRONOUN, NOUN]);
  });

  it('leaves participles behind other words', () => {
    expect(settled('era detto')).toEqual({ form: 'participle', of: [AUXILIARY, NOUN] });
    expect(settled('ha gatto detto').form).toBe('participle');
    expect(settled('detto').form).toBe('participle');
  });

  it('makes a form in -ing behind an auxiliary a present form', () => {
    expect(settled('era dicendo')).toEqual({ form: 'present', of: [AUXILIARY, CUE] });
    expect(settled('era oggi dicendo').form).toBe('present');
    expect(settled('gatto dicendo').form).toBe('ing');
  });

  it('leaves other forms', () => {
    expect(settled('ha dice').form).toBe('present');
  });
});
