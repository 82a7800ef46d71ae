/**
 * The registry of word lists against the rules that fill them and the code that reads them.
 */
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { isLexicon, lexiconOf, LEXICONS, type AttributeOf, type LexiconName } from '../../src/rules/lexicons.ts';
import { rules } from '../../src/rules/load.ts';

const SRC = fileURLToPath(new URL('../../src/', import.meta.url));
const NAMES = Object.keys(LEXICONS) as LexiconName[];

/** Lists that some code asks for by name: in a call of a lexicon, or in a list of such names. */
function askedFor(room: string): ReadonlySet<string> {
  const found = new Set<string>();
  for (const path of globSync(room === 'rules' ? 'rules/language.ts' : `${room}/**/*.ts`, { cwd: SRC })) {
    const text = readFileSync(join(SRC, path), 'utf8').replaceAll(/\/\*[\s\S]*?\*\/|\/\/.*/g, '');
    for (const [, name = ''] of text.matchAll(/'([a-z-]+)'/g)) if (isLexicon(name)) found.add(name);
  }
  return found;
}

describe('the registry', () => {
  it.each(['annotation', 'quotes', 'speakers', 'answer', 'rules'] as const)('says what %s reads', (room) => {
    const asked = askedFor(room);
    for (const name of NAMES)
      if (lexiconOf(name).readBy?.includes(room)) expect(asked, name).toContain(name);
  });

  it('has no list that nobody fills', () => {
    const filled = new Set(rules.lexiconRules.map(({ lexicon }) => lexicon));
    expect(NAMES.filter((name) => !filled.has(name))).toEqual([]);
  });

  it('has no attribute that nobody uses', () => {
    const used = new Set<string>();
    const { from, to } = rules.entries.lexicons;
    for (let number = from; number < to; number++) {
      const entry = rules.entries.at(number);
      if (entry.type === 'lexicon') used.add(`${rules.lexiconRules[entry.rule]?.lexicon}:${entry.attribute}`);
    }
    const known = NAMES.flatMap((name) => {
      const { attributes = [] } = lexiconOf(name);
      return attributes === 'form' ? [] : attributes.map((attribute) => `${name}:${attribute}`);
    });
    expect(known.filter((pair) => !used.has(pair))).toEqual([]);
  });

  it('is in order of the names', () => {
    expect(NAMES).toEqual(NAMES.toSorted());
  });
});

it('a misspelt list or attribute is an error of types', () => {
  // These lines are checked by `tsc -p tsconfig.tools.json`: an expected error that is none fails there.
  const known = (name: LexiconName): boolean => isLexicon(name);
  expect(known('title')).toBe(true);
  // @ts-expect-error no such list
  expect(known('titel')).toBe(false);
  const attributes: readonly AttributeOf<'role'>[] = ['male', 'female', ''];
  // @ts-expect-error no such attribute of the list
  const others: readonly AttributeOf<'role'>[] = ['neuter'];
  expect(attributes).not.toEqual(others);
});
