/**
 * The tables of `rules/README.md` that list what there is: word lists, properties of languages, and what cues take.
 * @module
 */
import { lexiconOf, LEXICONS, type LexiconName } from '../../src/rules/lexicons.ts';
import { PROPERTIES } from '../../src/rules/profiles.ts';
import { PROPERTY_KEYS } from './languages.ts';
import { TAKES_MEAN } from './types.ts';

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}

const code = (text: string): string => `\`${text}\``;

function listRow(name: LexiconName): readonly string[] {
  const { holds, attributes = [], endings = false, readBy = [] } = lexiconOf(name);
  const known = attributes === 'form' ? ['the form that it stands for'] : attributes.map(code);
  return [code(name), holds, [...(endings ? ['endings'] : []), ...known].join(', '), readBy.join(', ')];
}

/** The tables by the names of their marks: `<!-- lists:start -->`. */
const TABLES: Readonly<Record<string, () => string>> = {
  lists: () =>
    table(['List', 'Holds', 'Attributes', 'Read by'], (Object.keys(LEXICONS) as LexiconName[]).map(listRow)),
  properties: () =>
    table(['Property', 'Means'], [...PROPERTY_KEYS].map(([key, property]) => [code(key), PROPERTIES[property]])),
  takes: () => table(['`takes`', 'Beside the cue stands'], Object.entries(TAKES_MEAN).map(([name, means]) => [code(name), means])),
};

/** The document with its tables as they must be. @throws where it lacks the marks of a table */
export function withTables(document: string): string {
  let text = document;
  for (const [name, make] of Object.entries(TABLES)) {
    const [start, end] = [`<!-- ${name}:start -->`, `<!-- ${name}:end -->`];
    const from = text.indexOf(start);
    const to = text.indexOf(end);
    if (from < 0 || to < from) throw new Error(`rules/README.md has no ${start} … ${end}`);
    text = `${text.slice(0, from + start.length)}\n\n${make()}\n\n${text.slice(to)}`;
  }
  return text;
}
