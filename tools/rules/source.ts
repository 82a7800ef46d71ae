/**
 * Rule files: TOML read and checked against the format, each rule with the place it stands at.
 * @module
 */
import { parse, TomlError } from 'smol-toml';
import { LABELLED_KINDS, type LabelledKind } from '../../src/labels.ts';
import type { Takes } from '../../src/rules/types.ts';
import type { CueClass } from '../../src/types.ts';
import { RuleProblem } from './problem.ts';

export const MATCHES = ['phrase', 'line', 'start', 'end', 'words', 'expression'] as const;
export type Match = (typeof MATCHES)[number];

export const CUE_CLASSES: readonly CueClass[] = [
  'neutral',
  'claim',
  'denial',
  'accusation',
  'promise',
  'demand',
  'question',
  'evaluation',
];

export const TAKES: readonly Takes[] = [
  'marks',
  'inverted',
  'clause',
  'person',
  'person-of',
  'infinitive',
  'noun',
  'as',
  'object-complement',
  'question',
  'for',
  'source-after',
  'inside',
  'text',
  'noun-cue',
];

/** Where a rule stands, and how to complain about it. */
export interface Place {
  readonly file: string;
  readonly line: number;
}

interface Shared {
  readonly id: string;
  readonly place: Place;
  readonly language: string;
  readonly unless: readonly string[];
  readonly why: string;
  readonly positive: readonly string[];
  readonly negative: readonly string[];
}

export interface SourceRule extends Shared {
  readonly kind: LabelledKind | `lexicon/${string}`;
  readonly match: Match;
  readonly any: readonly string[];
  readonly certain: boolean;
  readonly minWords?: number;
  readonly maxWords?: number;
  readonly share?: number;
  readonly needs: readonly string[];
}

export interface SourceCue extends Shared {
  readonly class: CueClass;
  readonly takes: readonly Takes[];
  readonly verbs: readonly string[];
  readonly phrases: readonly string[];
}

export interface SourceFile {
  readonly rules: readonly SourceRule[];
  readonly cues: readonly SourceCue[];
}

type Table = Record<string, unknown>;

const FILE_KEYS = ['schema', 'language', 'rule', 'cue'];
const SHARED_KEYS = ['id', 'unless', 'why', 'positive', 'negative', 'todo'];
const RULE_KEYS = [...SHARED_KEYS, 'kind', 'match', 'any', 'certain', 'min-words', 'max-words', 'share', 'needs'];
const CUE_KEYS = [...SHARED_KEYS, 'class', 'takes', 'verbs', 'phrases'];

/**
 * Reads one rule file.
 * @throws {RuleProblem} on anything the format does not allow.
 */
export function readSource(file: string, text: string): SourceFile {
  const table = parseToml(file, text);
  const top = new Reader(table, { file, line: 1 });
  top.only(FILE_KEYS);
  if (table['schema'] !== 1) top.fail('schema must be 1');
  const language = table['language'] === undefined ? '' : top.string('language');
  const lines = idLines(text);
  const readers = (key: string): readonly Reader[] =>
    top.tables(key).map((entry) => {
      const id = typeof entry['id'] === 'string' ? entry['id'] : '';
      return new Reader(entry, { file, line: lines.get(id) ?? 1 });
    });
  return {
    rules: readers('rule').map((reader) => readRule(reader, language)),
    cues: readers('cue').map((reader) => readCue(reader, language)),
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

function readShared(reader: Reader, language: string): Shared {
  const id = reader.string('id');
  if (!/^[a-z0-9.-]+(\/[a-z0-9.-]+)+$/.test(id)) reader.fail(`id "${id}" is not of the form folder/group/name`);
  const shared = {
    id,
    place: reader.place,
    language,
    unless: reader.strings('unless'),
    why: reader.string('why'),
    positive: reader.strings('positive'),
    negative: reader.strings('negative'),
  };
  reader.strings('todo');
  if (shared.positive.length === 0) reader.fail(`${id} has no positive example`);
  if (shared.negative.length === 0) reader.fail(`${id} has no negative example`);
  return shared;
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

/** Typed access to a table, with complaints that name the place. */
class Reader {
  readonly place: Place;
  readonly #table: Table;

  constructor(table: Table, place: Place) {
    this.#table = table;
    this.place = place;
  }

  fail(reason: string): never {
    throw new RuleProblem(this.place.file, this.place.line, reason);
  }

  only(keys: readonly string[]): void {
    for (const key of Object.keys(this.#table)) if (!keys.includes(key)) this.fail(`unknown key "${key}"`);
  }

  string(key: string): string {
    const value = this.#table[key];
    if (typeof value !== 'string' || value.trim() === '') this.fail(`"${key}" must be a text`);
    return value;
  }

  strings(key: string): readonly string[] {
    const value = this.#table[key] ?? [];
    if (!Array.isArray(value) || value.some((item) => typeof item !== 'string' || item === ''))
      this.fail(`"${key}" must be a list of texts`);
    return value as string[];
  }

  tables(key: string): readonly Table[] {
    const value = this.#table[key] ?? [];
    if (!Array.isArray(value)) this.fail(`"${key}" must be written as [[${key}]]`);
    return value as Table[];
  }

  flag(key: string): boolean {
    const value = this.#table[key] ?? false;
    if (typeof value !== 'boolean') this.fail(`"${key}" must be true or false`);
    return value;
  }

  number<Name extends string>(key: string, name: Name): { readonly [key in Name]?: number } {
    const value = this.#table[key];
    if (value === undefined) return {};
    if (typeof value !== 'number' || !(value > 0)) this.fail(`"${key}" must be a number above 0`);
    return { [name]: value } as { [key in Name]: number };
  }

  oneOf<Value extends string>(key: string, values: readonly Value[]): Value {
    const value = this.string(key);
    if (!values.includes(value as Value)) this.fail(`"${key}" knows no "${value}"`);
    return value as Value;
  }
}
