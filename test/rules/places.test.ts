import { describe, expect, it } from 'vitest';
import { Places } from '../../tools/rules/places.ts';

const TEXT = `schema = 1
language = 'xx'

[[rule]]
id = 'xx/a/one' # 'gamma'
any = [
  'alpha', "beta",
]

[[cue]]
verbs = ['alpha']

[[rule]]
why = 'No id.'
anything = 1
any = ['alpha']
`;
const places = new Places('f.toml', TEXT);

describe('places', () => {
  it('are the lines of ids, or of headers where there are none', () => {
    expect([places.table('rule', 0), places.table('cue', 0), places.table('rule', 1)].map(({ line }) => line)).toEqual([5, 10, 13]);
    expect(places.top.line).toBe(1);
  });

  it.each([
    ['rule', 0, 'alpha', 7],
    ['rule', 0, 'beta', 7],
    ['rule', 0, 'any', 6],
    ['rule', 1, 'any', 16],
    ['rule', 1, 'alpha', 16],
    ['cue', 0, 'alpha', 11],
    ['rule', 0, 'not there', 5],
    ['rule', 7, 'language', 2],
  ])('in [[%s]] %i: %s on line %i', (key, number, text, line) => {
    expect(places.table(key, number).lineOf(text)).toBe(line);
  });
});
