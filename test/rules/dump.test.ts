import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { compile } from '../../tools/rules/compile.ts';
import { dumpText, dumpTrie } from '../../tools/rules/dump.ts';
import { readSource } from '../../tools/rules/source.ts';
import { cue, file, rule } from './small.ts';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const many = ['a', 'b', 'c', 'd', 'e', 'f'].map((name) => rule({ id: `xx/test/${name}`, any: [`other ${name}`], unless: ['other than'] }));
const text = file([
  rule({ any: ['said to be', 'to be sure', '{n} comments'], unless: ['said to be so'] }),
  rule({ id: 'xx/lists/names', kind: 'lexicon/given-name', match: 'words', any: ['said:male', 'to'] }),
  cue({ unless: ['said to'] }),
  ...many,
]);
const compiled = compile([readSource('f.toml', text)], {});
const dumped = (word: string): readonly string[] => dumpTrie(compiled, word).map((line) => line.trim().replaceAll(/ {2,}/g, ': '));

describe('the dump of a trie', () => {
  it('has the phrases that start with a word, and what they stand for', () => {
    expect(dumped('said').toSorted()).toEqual([
      'said to be so: exception of xx/test/rule',
      'said to be: finding of xx/test/rule',
      'said to: exception of xx/cues/say',
      'said: entry of xx/lists/names, male',
      'said: participle of xx/cues/say:say',
      'said: past of xx/cues/say:say',
    ]);
    expect(dumped('to')).toEqual(['to: entry of xx/lists/names', 'to be sure: finding of xx/test/rule']);
    expect(dumped('{n}')).toEqual(['{n} comments: finding of xx/test/rule']);
  });

  it('names a few of many rules', () => {
    expect(dumped('other')).toContain('other than: exception of xx/test/a, xx/test/b, xx/test/c, xx/test/d and 2 more');
  });

  it('is empty for words that start no phrase, known or not', () => {
    expect([dumped('be'), dumped('zebra'), dumped('')]).toEqual([[], [], []]);
    expect(dumpText(compiled, 'Zebra')).toBe('no phrase starts with "Zebra"');
    expect(dumpText(compiled, 'SAID')).toContain('said to be');
  });

  it('can be had of the rules of this project', () => {
    const word = execFileSync(process.execPath, ['tools/rules/main.ts', '--dump-trie', 'According'], { cwd: ROOT, encoding: 'utf8' });
    expect(word).toMatch(/^ {2}according to +phrase of en\/cues\/according-to:according to$/m);
  });
});
