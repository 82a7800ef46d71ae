/**
 * The editors' schemas: every rule file of the project fits its schema, and faults of a table do not.
 */
import { globSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Ajv, type ValidateFunction } from 'ajv';
import { parse } from 'smol-toml';
import { describe, expect, it } from 'vitest';
import { withTables } from '../../tools/rules/readme.ts';
import { SCHEMAS, schemaText } from '../../tools/rules/schemas.ts';
import { cue, file, hint, own, profile, publisher, rule } from './small.ts';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
// `x-taplo` is for editors; types are not said again in every condition.
const ajv = new Ajv({ allErrors: true, keywords: ['x-taplo'], strictTypes: false, strictRequired: false });

function validator(name: string): ValidateFunction {
  return ajv.compile(SCHEMAS[name] ?? false);
}

const validators = {
  rules: validator('rules.json'),
  language: validator('language.json'),
  bylines: validator('bylines.json'),
  publisher: validator('publisher.json'),
};

/** The settings of Taplo: which files have which schema. */
interface Settings {
  readonly rule: readonly { readonly include: string[]; readonly exclude?: string[]; readonly schema: { readonly path: string } }[];
}

const settings = parse(readFileSync(join(ROOT, '.taplo.toml'), 'utf8')) as unknown as Settings;

/** Files of the project that the settings give a schema, with the schema's name. */
const FILES = settings.rule.flatMap(({ include, exclude = [], schema }) => {
  const left = new Set(globSync(exclude, { cwd: ROOT }));
  return globSync(include, { cwd: ROOT })
    .filter((path) => !left.has(path))
    .map((path): [string, string] => [path, basename(schema.path)]);
});

it('every rule file has one schema', () => {
  const all = globSync('rules/**/*.toml', { cwd: ROOT });
  expect(all.length).toBeGreaterThan(100);
  expect(FILES.map(([path]) => path).toSorted()).toEqual(all.toSorted());
});

it('every rule file fits it', () => {
  const compiled = new Map(Object.keys(SCHEMAS).map((name) => [name, validator(name)]));
  const errors = FILES.flatMap(([path, name]) => {
    const validate = compiled.get(name);
    const fits = validate?.(parse(readFileSync(join(ROOT, path), 'utf8')));
    return fits ? [] : [`${path}: ${ajv.errorsText(validate?.errors)}`];
  });
  expect(errors).toEqual([]);
});

describe('what editors mark', () => {
  const words = { kind: 'lexicon/role', match: 'words' };
  it.each<[string, keyof typeof validators, string]>([
    ['an unknown key', 'rules', file([rule({ colour: 'red' })])],
    ['an unknown kind', 'rules', file([rule({ kind: 'ads/banner' })])],
    ['an unknown list', 'rules', file([rule({ kind: 'lexicon/rol', match: 'words' })])],
    ['an unknown attribute', 'rules', file([rule({ ...words, any: ['mayor:neuter'] })])],
    ['an ending in a list without', 'rules', file([rule({ ...words, kind: 'lexicon/month', any: ['-ber'] })])],
    ['a list that is not matched by words', 'rules', file([rule({ ...words, match: 'line' })])],
    ['no example', 'rules', file([rule({ positive: [] })])],
    ['an expression without needs', 'rules', file([rule({ match: 'expression' })])],
    ['needs without an expression', 'rules', file([rule({ needs: ['a'] })])],
    ['a cue that takes the unknown', 'rules', file([cue({ takes: ['song'] })])],
    ['a verb with four forms', 'rules', file([cue({ verbs: ['say says said saying'] })])],
    ['a cue with nothing to find', 'rules', file([cue({ verbs: undefined })])],
    ['a hint of three words', 'rules', file([hint({ any: ['a-b-c'] })])],
    ['an id without a folder', 'rules', file([rule({ id: 'a' })])],
    ['an unknown property', 'language', profile(['verb-third'])],
    ['a script without a rank', 'language', profile([], 'xx', { scripts: ['Greek'] })],
    ['a selector that is none', 'publisher', publisher([own({ match: 'element', any: ['div .ad'] })])],
    ['a weight beyond all measure', 'publisher', publisher([own({ weight: 21 })])],
  ])('%s', (_, name, text) => {
    expect(validators[name](parse(text))).toBe(false);
  });

  it.each<[keyof typeof validators, string]>([
    ['rules', file([rule({}), cue({}), hint({}), rule({ ...words, any: ['mayor', 'chairman:male', '-minister'] })])],
    ['rules', file([rule({ kind: 'lexicon/short-title', match: 'words', any: ['sen:senator'] })], '')],
    ['language', profile(['verb-second'], 'xx', { scripts: ['Greek'], 'script-rank': 1 })],
    ['publisher', publisher([own({ match: 'element', any: ['.ad', 'div.größe', '#top'] })], ['desk.example.org'])],
  ])('nothing in a good file: %s', (name, text) => {
    const fits = validators[name](parse(text));
    expect([fits, ajv.errorsText(validators[name].errors)]).toEqual([true, 'No errors']);
  });
});

describe('what is written from the registries', () => {
  it.each(Object.entries(SCHEMAS))('rules/schemas/%s is what `npm run rules` writes', (name, schema) => {
    expect(readFileSync(join(ROOT, 'rules/schemas', name), 'utf8')).toBe(schemaText(schema));
  });

  it('so are the tables of rules/README.md', () => {
    const text = readFileSync(join(ROOT, 'rules/README.md'), 'utf8');
    expect(withTables(text)).toBe(text);
    expect(withTables(text.replace('| `abbreviation` |', '| `abreviation` |'))).toBe(text);
    expect(() => withTables('No tables.')).toThrow(/has no <!-- lists:start -->/);
  });
});
