/**
 * JSON Schemas of rule files, for editors that complete and check TOML: `rules/schemas/`. They are made from what the
 * compiler itself checks by, but for examples, phrases and whatever needs more than one file.
 * @module
 */
import { LABELLED_KINDS } from '../../src/labels.ts';
import { DATE_ORDERS } from '../../src/rules/bylines.ts';
import { lexiconOf, LEXICONS, type LexiconName } from '../../src/rules/lexicons.ts';
import { PROPERTIES } from '../../src/rules/profiles.ts';
import { BYLINE_LISTS } from './bylines.ts';
import { PROPERTY_KEYS } from './languages.ts';
import { PUBLISHER_MATCHES, SELECTOR } from './publishers.ts';
import { ID } from './shared.ts';
import { HINT_WORD } from './source.ts';
import { CUE_CLASSES, MATCHES, TAKES, TAKES_MEAN } from './types.ts';
import { MOST_WEIGHT } from './worth.ts';

type Schema = Readonly<Record<string, unknown>>;

const TEXT = { type: 'string', minLength: 1 };
const TEXTS = { type: 'array', items: TEXT };
const SOME_TEXTS = { ...TEXTS, minItems: 1 };
const ABOVE_0 = { type: 'number', exclusiveMinimum: 0 };
const LISTS = Object.keys(LEXICONS) as readonly LexiconName[];

const described = (schema: Schema, description: string): Schema => ({ ...schema, description });

/** One of some names. Taplo shows what each means while it completes them. */
function oneOf(names: readonly string[], meanings?: readonly string[]): Schema {
  return { enum: names, ...(meanings ? { 'x-taplo': { docs: { enumValues: meanings } } } : {}) };
}

const SHARED = {
  id: described({ type: 'string', pattern: ID.source }, 'folder/group/name: stable, and never used again for something else.'),
  unless: described(TEXTS, 'Exceptions: the rule does not fire where one of these stands.'),
  why: described(TEXT, 'The reason for the rule, in one line for people.'),
  positive: described(SOME_TEXTS, 'Examples that must match.'),
  negative: described(SOME_TEXTS, 'Examples that must not match.'),
  todo: described(TEXTS, 'Known misses. They are not checked.'),
};
const MIN_MAX = {
  'min-words': described(ABOVE_0, 'Only in units of at least so many words.'),
  'max-words': described(ABOVE_0, 'Only in units of at most so many words.'),
};
const WEIGHT = described(
  { ...ABOVE_0, maximum: MOST_WEIGHT },
  'What a finding is worth, in log-odds: for publishers’ rules and those of a folder of your own.',
);
const REQUIRED = ['id', 'why', 'positive', 'negative'];

function object(properties: Schema, required: readonly string[], more: Schema = {}): Schema {
  return { type: 'object', additionalProperties: false, properties, required, ...more };
}

/** What a table must be like if some of its keys are; and otherwise. */
function when(condition: Schema, wanted: Schema, otherwise: Schema = {}): Schema {
  // The keyword of JSON Schema; nobody awaits a schema.
  // oxlint-disable-next-line unicorn/no-thenable
  return { if: { properties: condition, required: Object.keys(condition) }, then: wanted, else: otherwise };
}

/** What an entry of a list looks like: an ending or not, with an attribute or not. */
function entryPattern(list: LexiconName): string {
  const { attributes = [], endings = false } = lexiconOf(list);
  const values = attributes === 'form' ? ['[^:]+'] : attributes;
  return `^${endings ? '' : '(?!-)'}[^:]+${values.length > 0 ? `(:(${values.join('|')}))?` : ''}$`;
}

const ENTRIES = [...Map.groupBy(LISTS, entryPattern)].map(([pattern, lists]) =>
  when({ kind: { enum: lists.map((list) => `lexicon/${list}`) } }, { properties: { any: { items: { pattern } }, match: { const: 'words' } } }),
);

const RULE = object(
  {
    ...SHARED,
    kind: described(
      oneOf(
        [...LABELLED_KINDS, ...LISTS.map((list) => `lexicon/${list}`)],
        [...LABELLED_KINDS.map((kind) => `Segments of the kind ${kind}.`), ...LISTS.map((list) => lexiconOf(list).holds)],
      ),
      'What the rule speaks for: a label and one of its kinds, or a word list.',
    ),
    match: described(oneOf(MATCHES), 'How it matches. Word lists have `words`.'),
    any: described(SOME_TEXTS, 'Phrases, words or expressions to look for.'),
    certain: described({ type: 'boolean' }, 'A finding is next to proof; of an own rule, it decides its line.'),
    weight: WEIGHT,
    ...MIN_MAX,
    share: described(ABOVE_0, 'For `words`: the share of a unit’s words that must belong to entries.'),
    needs: described(TEXTS, 'For `expression`: literals, one of which the unit must hold.'),
  },
  [...REQUIRED, 'kind', 'match', 'any'],
  {
    allOf: [
      ...ENTRIES,
      when(
        { match: { const: 'expression' } },
        { required: ['needs'], properties: { needs: { minItems: 1 } } },
        { properties: { needs: { maxItems: 0 } } },
      ),
    ],
  },
);

const FORMS = 5;

const CUE = object(
  {
    ...SHARED,
    class: described(oneOf(CUE_CLASSES), 'What saying it amounts to.'),
    takes: described({ type: 'array', minItems: 1, items: oneOf(TAKES, Object.values(TAKES_MEAN)) }, 'What stands beside it.'),
    verbs: described(
      { type: 'array', items: { type: 'string', pattern: `^\\s*\\S+((\\s+\\S+){${FORMS - 1}})?\\s*$` } },
      'Five forms each: base, present, past, participle, -ing. `+` joins words, `/` separates alternatives, `-` stands for none. Or the infinitive alone, which a paradigm of the file inflects.',
    ),
    behind: described(
      TEXTS,
      'Words that make fixed expressions with the finite forms of the verbs behind them; with `:participle`, with those forms.',
    ),
    phrases: described(TEXTS, 'Fixed expressions.'),
    unlisted: described({ type: 'boolean' }, 'It stands for verbs that no rule has.'),
    weight: WEIGHT,
  },
  [...REQUIRED, 'class', 'takes'],
  { anyOf: [{ required: ['verbs'] }, { required: ['phrases'] }, { required: ['unlisted'] }] },
);

const FORMS_OF = described(TEXTS, '`-` stands for the verb without its ending, `*` for what `*` stands for there.');
const PARADIGM = object(
  {
    name: described(TEXT, 'What a verb calls it by: `negar:e-ie`.'),
    endings: described(SOME_TEXTS, 'Endings of infinitives that are inflected so. One with `*`, which stands for one to three letters, has to be called by name.'),
    base: described(TEXTS, 'Instead of the infinitive.'),
    present: FORMS_OF,
    past: FORMS_OF,
    participle: FORMS_OF,
    ing: FORMS_OF,
    examples: described(SOME_TEXTS, 'A verb with some of its forms: `parler: parle parlait`.'),
  },
  ['name', 'endings', 'examples'],
);

const { unless: _unless, ...OF_HINTS } = SHARED;
const HINT = object(
  {
    ...OF_HINTS,
    hint: described(TEXT, 'What the names hint at. Several tables may share one hint.'),
    any: described({ ...SOME_TEXTS, items: { type: 'string', pattern: HINT_WORD.source } }, 'Words, two words with a hyphen, or the start of words (`comment*`).'),
  },
  [...REQUIRED, 'hint', 'any'],
);

const LANGUAGE = { type: 'string', pattern: '^[a-z]{2,3}$', description: 'Primary BCP-47 subtag.' };

const PUBLISHER_RULE = object(
  {
    ...SHARED,
    kind: described(oneOf(LABELLED_KINDS), 'What a finding is: a label and one of its kinds.'),
    match: described(oneOf(PUBLISHER_MATCHES), 'How it matches; `element` looks at markup.'),
    any: described(SOME_TEXTS, 'Phrases, or elements as tag, .class, #id or tag.class.'),
    weight: WEIGHT,
    certain: described({ type: 'boolean' }, 'A finding decides its line.'),
    ...MIN_MAX,
  },
  [...REQUIRED, 'kind', 'match', 'any'],
  { allOf: [when({ match: { const: 'element' } }, { properties: { any: { items: { pattern: SELECTOR.source } } } })] },
);

const list = (items: Schema): Schema => ({ type: 'array', items });

function file(title: string, properties: Schema, required: readonly string[], more: Schema = {}): Schema {
  const all = { schema: { const: 1, description: 'Version of the format.' }, ...properties };
  return { $schema: 'http://json-schema.org/draft-07/schema#', title, ...object(all, ['schema', ...required], more) };
}

/** The schemas by the names of their files. */
export const SCHEMAS: Readonly<Record<string, Schema>> = {
  'rules.json': file('Rules of a language, or of none', { language: LANGUAGE, rule: list(RULE), paradigm: list(PARADIGM), cue: list(CUE), hint: list(HINT) }, []),
  'language.json': file(
    'What a language is like',
    {
      language: LANGUAGE,
      name: described(TEXT, 'The name of the language in English.'),
      properties: list(oneOf([...PROPERTY_KEYS.keys()], [...PROPERTY_KEYS.values()].map((property) => PROPERTIES[property]))),
      scripts: described(SOME_TEXTS, 'Unicode scripts that all but name the language.'),
      'script-rank': described(ABOVE_0, 'Where a text has several scripts, the lowest number wins.'),
      letters: described(TEXT, "Letters that it is written in beside a to z, as the inside of an expression's brackets."),
      denials: described(SOME_TEXTS, 'Words that deny, whole or with a hyphen where a longer word goes on: a quote that leaves one out is altered.'),
    },
    ['language', 'name'],
    { dependencies: { scripts: ['script-rank'], 'script-rank': ['scripts'] } },
  ),
  'bylines.json': file(
    'What bylines are written with',
    {
      language: LANGUAGE,
      ...Object.fromEntries(Object.entries(BYLINE_LISTS).map(([key, meaning]) => [key, described(SOME_TEXTS, meaning)])),
      months: described({ type: 'array', minItems: 12, maxItems: 12, items: SOME_TEXTS }, 'Names of each of the twelve months, long and short.'),
      'date-order': described(oneOf(DATE_ORDERS), 'The order of dates in numbers. Left out where people write both 3/4 and 4/3.'),
    },
    ['language'],
  ),
  'publisher.json': file('Rules of one site', { also: described(TEXTS, 'Other domains of the site.'), rule: list(PUBLISHER_RULE) }, []),
};

/** A schema as its file has it. */
export function schemaText(schema: Schema): string {
  return `${JSON.stringify(schema, null, 2)}\n`;
}
