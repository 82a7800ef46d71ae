/**
 * Writes the compiled rules as a module, `src/rules/generated.js`. `generated.d.ts` beside it has its types: it is no
 * TypeScript itself, since Node would have to look through all of its text for types to strip.
 * @module
 */
import type { Compilation } from '../compile.ts';

/**
 * The module's text. Nearly all of it stands in a function, whose strings engines do not make before it is called: a
 * program that starts reads the version only. Tables stand in a JSON string, which is read faster than literals.
 */
export function moduleText(compiled: Compilation): string {
  const { version, whys, vocabulary, trie, weights, givenNames, ...tables } = compiled;
  const quoted = (value: unknown): string => JSON.stringify(value);
  return [
    '// Written by `npm run rules` from rules/. Do not edit.',
    `export const version = ${quoted(version)};`,
    'export const readCompiled = () => ({',
    '  version,',
    `  ...JSON.parse(${quoted(quoted(tables))}),`,
    ...Object.entries({ vocabulary, trie, weights, givenNames }).map(([name, value]) => `  ${name}: ${quoted(value)},`),
    '});',
    '// Not in the bundle while nothing imports it.',
    `export const whys = ${quoted(whys)};`,
    '',
  ].join('\n');
}
