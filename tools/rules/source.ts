/**
 * Rule files: TOML read and checked against the format, each rule with the place it stands at.
 * @module
 */
import { parse, TomlError } from 'smol-toml';
import { LABELLED_KINDS, type LabelledKind } from '../../src/labels.ts';
import type { Takes } from '../../src/rules/types.ts';
import { RuleProblem } from './problem.ts';
import { domainOf, PUBLISHER_KEYS, readDomains, readPublisherRule, refuseManyElements } from './publishers.ts';
import { Reader, type Table } from './reader.ts';
import { readShared, SHARED_KEYS } from './shared.ts';
import { CUE_CLASSES, MATCHES, TAKES, type SourceCue, type SourceFile, type SourceHint, type SourceRule } from './types.ts';

const FILE_KEYS = ['schema', 'language', 'rule', 'cue', 'hint'];
const RULE_KEYS = [...SHARED_KEYS, 'kind', 'match', 'any', 'certain', 'min-words', 'max-words', 'share', 'needs'];
const HINT_KEYS = ['id', 'hint', 'any', 'why', 'positive', 'negative', 'todo'];
const CUE_KEYS = [...SHARED_KEYS, 'class', 'takes', 'verbs', 'phrases'];

/**
 * Reads one rule file.
 * @throws {RuleProblem} on anything the format does not allow.
 */
export function readSource(file: string, text: string): SourceFile {
  const table = parseToml(file, text);
  const top = new Reader(table, { file, line: 1 });
  const domain = domainOf(file);
  top.only(domain === undefined ? FILE_KEYS : PUBLISHER_KEYS);
  if (table['schema'] !== 1) top.fail('schema must be 1');
  const language = table['language'] === undefined ? '' : top.string('language');
  const lines = idLines(text);
  const readers = (key: string): readonly Reader[] =>
    top.tables(key).map((entry) => {
      const id = typeof entry['id'] === 'string' ? entry['id'] : '';
      return new Reader(entry, { file, line: lines.get(id) ?? 1 });
    });
  if (domain !== undefined) {
    const domains = readDomains(top, domain);
    const rules = readers('rule').map((reader) => readPublisherRule(reader, domain));
    refuseManyElements(rules);
    return { domains, rules, cues: [], hints: [] };
  }
  return {
    domains: [],
    rules: readers('rule').map((reader) => readRule(reader, language)),
    cues: readers('cue').map((reader) => readCue(reader, language)),
    hints: readers('hint').map((reader) => readHint(reader, language)),
  };
}

function parseToml(file: string, text: string): Table {
  try {
    return parse(text);
  } catch (error) {
    if (!(error instanceof TomlError)) throw error;
    const [reason = 'not valid TOML'] = error.message.split('\n');
    throw new RuleProblem(file, error.line, reason);
  }
}

/** The line of each id: the parser keeps no places, and an id stands on a line of its own. */
function idLines(text: string): ReadonlyMap<string, number> {
  const lines = new Map<string, number>();
  text.split('\n').forEach((line, index) => {
    const id = /^\s*id\s*=\s*['"]([^'"]*)['"]/.exec(line)?.[1];
    if (id !== undefined && !lines.has(id)) lines.set(id, index + 1);
  });
  return lines;
}

function readRule(reader: Reader, language: string): SourceRule {
  reader.only(RULE_KEYS);
  const shared = readShared(reader, language);
  const kind = reader.string('kind');
  if (!kind.startsWith('lexicon/') && !LABELLED_KINDS.includes(kind as LabelledKind))
    reader.fail(`${shared.id}: unknown kind "${kind}"`);
  const match = reader.oneOf('match', MATCHES);
  if (kind.startsWith('lexicon/') && match !== 'words') reader.fail(`${shared.id}: a lexicon has match = 'words'`);
  const any = reader.strings('any');
  if (any.length === 0) reader.fail(`${shared.id}: "any" is empty`);
  const needs = reader.strings('needs');
  if ((match === 'expression') !== needs.length > 0)
    reader.fail(`${shared.id}: expressions have "needs", other matches have not`);
  return {
    ...shared,
    kind: kind as SourceRule['kind'],
    match,
    any,
    certain: reader.flag('certain'),
    ...reader.number('min-words', 'minWords'),
    ...reader.number('max-words', 'maxWords'),
    ...reader.number('share', 'share'),
    needs,
  };
}

function readCue(reader: Reader, language: string): SourceCue {
  reader.only(CUE_KEYS);
  const shared = readShared(reader, language);
  const takes = reader.strings('takes').map((take) => {
    if (!TAKES.includes(take as Takes)) reader.fail(`${shared.id}: takes knows no "${take}"`);
    return take as Takes;
  });
  if (takes.length === 0) reader.fail(`${shared.id}: "takes" is empty`);
  const verbs = reader.strings('verbs');
  const phrases = reader.strings('phrases');
  if (verbs.length + phrases.length === 0) reader.fail(`${shared.id} has neither verbs nor phrases`);
  for (const verb of verbs)
    if (verb.trim().split(/\s+/).length !== 5) reader.fail(`${shared.id}: "${verb}" has not five forms`);
  return { ...shared, class: reader.oneOf('class', CUE_CLASSES), takes, verbs, phrases };
}

function readHint(reader: Reader, language: string): SourceHint {
  reader.only(HINT_KEYS);
  const shared = readShared(reader, language);
  const any = reader.strings('any');
  if (any.length === 0) reader.fail(`${shared.id}: "any" is empty`);
  for (const word of any)
    if (!/^[a-z]+(-[a-z]+)?\*?$/.test(word)) reader.fail(`${shared.id}: "${word}" is not a word, two words or a stem`);
  return { ...shared, hint: reader.string('hint'), any };
}
