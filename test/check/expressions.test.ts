import { describe, expect, test } from 'vitest';
import { faultOf } from '../../tools/check/expressions.ts';
import { expressionsOf } from '../../tools/check/find-expressions.ts';

const sourcesOf = (code: string) => expressionsOf('a.ts', code).map(({ source }) => source);
const literal = (source: string, flags = '') => ({
  file: 'a.ts',
  line: 1,
  code: '',
  source,
  flags,
});

describe('finds', () => {
  test('literals, also in types, templates and behind divisions', () => {
    const code =
      'const a: number = 4 / 2 / 1;\nconst b = `${"x".replace(/a/g, "")} /no/`; // /no/\n';
    expect(expressionsOf('a.ts', code)).toEqual([
      { file: 'a.ts', line: 2, code: '/a/g', source: 'a', flags: 'g' },
    ]);
  });

  test('constructors whose strings can be told by reading', () => {
    const code = `const NAME = String.raw\`\\w+\`;
      new RegExp('a'); RegExp("b", 'u'); new globalThis.RegExp(\`^\${NAME}$\`);`;
    expect(sourcesOf(code)).toEqual(['a', 'b', String.raw`^\w+$`]);
  });

  test('strings handed to matching methods', () => {
    expect(
      sourcesOf(`text.match('a+'); text.search("b"); text.match(WORD); list.find('c')`),
    ).toEqual(['a+', 'b']);
  });

  test('what is built at run time, without a source', () => {
    const code =
      'let twice = "a"; { let twice = "b"; } new RegExp(words.join("|")); RegExp(twice);';
    expect(sourcesOf(code)).toEqual([undefined, undefined]);
    expect(sourcesOf('new RegExp("a", flags); text.match(`${word}s`)')).toEqual([
      undefined,
      undefined,
    ]);
  });

  test('nothing in a file that cannot be read', () => {
    expect(() => expressionsOf('a.ts', 'const = /a/')).toThrow(SyntaxError);
  });
});

describe('refuses', () => {
  test.each([
    ['two repetitions side by side', String.raw`a\s*\s*b`],
    ['a search that starts anew at every character', String.raw`\s+$`],
    ['a repetition in a repetition', '^(?:a+)+$'],
  ])('%s', (_, source) => {
    expect(faultOf(literal(source))).toMatch(/^is not linear/);
  });

  test('what is only searched, not proven', () => {
    expect(faultOf(literal('^[a-z]{64}$'))).toMatch(/^is not proven/);
  });

  test('what is built at run time', () => {
    expect(faultOf({ ...literal(''), source: undefined })).toBe('is built at run time');
  });

  test('what the checker does not understand', () => {
    expect(faultOf(literal('(', 'u'))).toMatch(/^cannot be judged/);
  });
});

test('lets what is linear pass', () => {
  for (const source of [String.raw`^\s+at `, '^[^a]*a', '(?:a|b)+c?'])
    expect(faultOf(literal(source)), source).toBeNull();
});
