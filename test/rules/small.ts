/**
 * Small rule sets for tests, written in the format of rule files.
 * @module
 */
import { findPhrases, type Hits } from '../../src/rules/match/trie.ts';
import { openRules, type Rules } from '../../src/rules/rules.ts';
import { readDocument, type Document } from '../../src/text/document.ts';
import { compile } from '../../tools/rules/compile.ts';
import { readSource } from '../../tools/rules/source.ts';

/** A rule set from the texts of files; examples are not run. */
export function rulesOf(...files: readonly string[]): Rules {
  const sources = files.map((text, i) => readSource(/^properties =/m.test(text) ? 'language.toml' : `small-${i}.toml`, text));
  return openRules(compile(sources, {}));
}

/** The same as if weights had been fitted on pages in these languages. */
export function fittedOn(languages: readonly string[], rules: Rules): Rules {
  return { ...rules, weights: { segments: { columns: [], languages, rows: {} } } };
}

/** Fields of a table, good or bad; what is undefined is left out. */
export type RuleFields = Readonly<Record<string, unknown>>;

/** A rule table; what is not given is filled in. */
export function rule(fields: RuleFields): string {
  const all = {
    id: 'xx/test/rule',
    kind: 'ads/house',
    match: 'phrase',
    any: ['alpha'],
    why: 'A test.',
    positive: ['alpha'],
    negative: ['nothing'],
    ...fields,
  };
  return `[[rule]]\n${tableOf(all)}`;
}

/** A rule table of `publishers/desk.example.toml`; what is not given is filled in. */
export function own(fields: RuleFields): string {
  return rule({ id: 'publishers/desk.example/rule', ...fields });
}

/** A publisher's file, with the other domains that it is for. */
export function publisher(tables: readonly string[], also?: readonly string[]): string {
  return ['schema = 1\n', also ? `also = ${JSON.stringify(also)}\n` : '', ...tables].join('\n');
}

/** A cue table; what is not given is filled in. */
export function cue(fields: RuleFields): string {
  const all = {
    id: 'xx/cues/say',
    class: 'neutral',
    takes: ['marks', 'clause'],
    verbs: ['say says said said saying'],
    why: 'A test.',
    positive: ['He said so.'],
    negative: ['nothing'],
    ...fields,
  };
  return `[[cue]]\n${tableOf(all)}`;
}

/** A table of hints; what is not given is filled in. */
export function hint(fields: RuleFields): string {
  const all = {
    id: 'xx/markup/talk',
    hint: 'talk',
    any: ['comment*'],
    why: 'A test.',
    positive: ['comment-list'],
    negative: ['nothing'],
    ...fields,
  };
  return `[[hint]]\n${tableOf(all)}`;
}

/** JSON's strings, numbers, flags and lists of these are TOML's too. */
export function tableOf(fields: Readonly<Record<string, unknown>>): string {
  return Object.entries(fields)
    .filter(([, value]) => value !== undefined)
    .map(([key, value]) => `${key} = ${JSON.stringify(value)}\n`)
    .join('');
}

/** A rule file of the language `xx`, or of another one ('' for none). */
export function file(tables: readonly string[], language = 'xx'): string {
  const header = language === '' ? 'schema = 1\n' : `schema = 1\nlanguage = '${language}'\n`;
  return [header, ...tables].join('\n');
}

/** The profile of the language `xx`, or of another one, with some properties as files write them. */
export function profile(properties: readonly string[], language = 'xx', more: RuleFields = {}): string {
  return `schema = 1\n${tableOf({ language, name: 'A language', properties, ...more })}`;
}

/** A text read with the vocabulary of a rule set, and all phrases in it. */
export function read(rules: Rules, text: string): { readonly doc: Document; readonly hits: Hits } {
  const doc = readDocument(text, rules.vocabulary);
  return { doc, hits: findPhrases(rules.trie, doc.words) };
}
