/**
 * `node tools/subtags.ts`: writes `src/schema/subtags.ts` and `src/rules/macrolanguages.ts` from the IANA's registry of language
 * subtags (BCP 47), after an update of the package that brings it.
 * @module
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { codeNumber, LETTERS } from '../src/schema/language-codes.ts';

export const OUT = fileURLToPath(new URL('../src/schema/subtags.ts', import.meta.url));
export const MACROLANGUAGES_OUT = fileURLToPath(
  new URL('../src/rules/macrolanguages.ts', import.meta.url),
);

interface Entry {
  readonly Type:
    | 'language'
    | 'script'
    | 'region'
    | 'variant'
    | 'extlang'
    | 'grandfathered'
    | 'redundant';
  readonly Subtag?: string;
  readonly Macrolanguage?: string;
  readonly Deprecated?: string;
}

const BITS_A_BYTE = 8;

/** The module as the registry has it now. */
export function subtagsModule(): string {
  const all = registry();
  const of = (type: Entry['Type']): readonly string[] =>
    all.flatMap(({ Type, Subtag }) =>
      Type === type && Subtag !== undefined ? ranged(Subtag) : [],
    );
  return [
    '/**',
    ' * The subtags that BCP 47 registers: written by `node tools/subtags.ts`.',
    ' * @module',
    ' */',
    '',
    '/** A bit for every code of two and three letters (`language-codes.ts` numbers them), in base64. */',
    'export const LANGUAGES =',
    `  ${quoted(bitsOf(of('language')))};`,
    '',
    '/** Codes of four letters, one after the other. */',
    'export const SCRIPTS =',
    `  ${quoted(of('script').join(''))};`,
    '',
    '/** Codes of two letters, and of three digits. */',
    'export const REGIONS =',
    `  ${quoted(of('region').join(' '))};`,
    '',
    'export const VARIANTS =',
    `  ${quoted(of('variant').join(' '))};`,
    '',
  ].join('\n');
}

/** The module of macrolanguages, likewise. */
export function macrolanguagesModule(): string {
  const members = new Map<string, string[]>();
  for (const { Type, Subtag = '', Macrolanguage, Deprecated } of registry()) {
    if (Type !== 'language' || Macrolanguage === undefined || Deprecated !== undefined) continue;
    members.set(Macrolanguage, [...(members.get(Macrolanguage) ?? []), Subtag]);
  }
  const groups = [...members].map(([wider, own]) => `${wider}: ${own.join(' ')}`);
  return [
    '/**',
    ' * The macrolanguages that BCP 47 registers: written by `node tools/subtags.ts`.',
    ' * @module',
    ' */',
    '',
    '/** Each in front of the languages that belong to it. */',
    'export const MACROLANGUAGES =',
    `  ${quoted(groups.join('; '))};`,
    '',
  ].join('\n');
}

const quoted = (text: string): string => `'${text}'`;

function registry(): readonly Entry[] {
  const folder = createRequire(import.meta.url).resolve('language-subtag-registry/package.json');
  const file = join(folder, '../data/json/registry.json');
  return JSON.parse(readFileSync(file, 'utf8')) as readonly Entry[];
}

/** `qaa..qtz` as all that it stands for. */
function ranged(subtag: string): readonly string[] {
  const [first = '', last = first] = subtag.split('..');
  const all: string[] = [];
  // A range has some hundreds.
  for (let code = first; code !== last; code = following(code)) all.push(code);
  return [...all, last];
}

/** The next code of the alphabet: `qaz`, `qba`. */
function following(code: string): string {
  const last = code.at(-1) ?? '';
  if (last.toLowerCase() === 'z') return following(code.slice(0, -1)) + (last === 'z' ? 'a' : 'A');
  return code.slice(0, -1) + String.fromCharCode(last.charCodeAt(0) + 1);
}

function bitsOf(codes: readonly string[]): string {
  const short = codes.filter(({ length }) => length < 4);
  const bytes = Buffer.alloc(Math.ceil((LETTERS ** 2 + LETTERS ** 3) / BITS_A_BYTE));
  for (const code of short) {
    const number = codeNumber(code);
    bytes[number >> 3] = (bytes[number >> 3] as number) | (1 << (number & 7));
  }
  return bytes.toString('base64');
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  writeFileSync(OUT, subtagsModule());
  writeFileSync(MACROLANGUAGES_OUT, macrolanguagesModule());
}
