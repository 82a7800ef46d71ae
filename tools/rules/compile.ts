/**
 * The rule compiler: sources in, the compiled set out, or a refusal.
 * @module
 */
import { createHash } from 'node:crypto';
import { FORMS } from '../../src/rules/entries.ts';
import { groupBy } from '../../src/text/group.ts';
import type { LexiconName } from '../../src/rules/lexicons.ts';
import type { PackedNames } from '../../src/rules/given-names.ts';
import type { LanguageRule } from '../../src/rules/profiles.ts';
import { openRules } from '../../src/rules/rules.ts';
import type {
  CompiledRules,
  CueForm,
  CueRule,
  Entry,
  LexiconRule,
  SegmentRule,
  SiteRules,
  Weights,
  WeightTable,
} from '../../src/rules/types.ts';
import { entryNumbers } from './encode/entries.ts';
import { packWeights } from './encode/weights.ts';
import { quickToCompile } from './expressions.ts';
import { PhraseTable } from './phrases.ts';
import { refuseTwice } from './languages.ts';
import { refuse, RuleProblem, type Report } from './problem.ts';
import { refuseContradictions } from './contradictions.ts';
import { refuseDuplicates, refuseTakenDomains, refuseTooMany, type Named } from './refusals.ts';
import { givenNames } from './given-names.ts';
import { sectionsOf } from './sections.ts';
import type { SourceCue, SourceFile, SourceHint, SourceLanguage, SourceRule } from './types.ts';

/** In the place of a form that a verb has not, or that is not worth its bytes. */
const NO_FORM = '-';

/** Forms that stand behind the words of `behind`. */
const FINITE: ReadonlySet<CueForm> = new Set<CueForm>(['present', 'past']);

/** What explanations call a verb that no rule has. */
const UNLISTED = 'unlisted';

/** A compiled set, and what only documents need. */
export interface Compilation extends CompiledRules {
  /** Why each segment rule is there, joined by line breaks. */
  readonly whys: string;
}

/**
 * Compiles rule files and weights, without the phrases that cannot match.
 * @param names given names of the world: whoever carries the project's rules along carries them too
 * @param report takes those, and what two rules share that only one may have; by default the first fault is thrown
 */
export function compile(
  files: readonly SourceFile[],
  weights: Readonly<Record<string, WeightTable>>,
  report: Report = refuse,
  names: PackedNames = givenNames(),
): Compilation {
  const rules = files.flatMap((file) => file.rules);
  const cues = files.flatMap((file) => file.cues);
  const hints = files.flatMap((file) => file.hints);
  const languages = files.flatMap((file) => file.languages);
  refuseDuplicates([...rules, ...cues, ...hints], report);
  refuseTooMany(hints, report);
  refuseTakenDomains(files, report);
  refuseContradictions(files, report);
  refuseTwice(languages, report);
  const builder = new Builder(elidedWords(rules), report);
  for (const file of files) builder.addRules(file);
  for (const cue of cues) builder.addCue(cue);
  const compiled = {
    ...builder.done(),
    languages: languages.map(withoutPlace),
    bylines: files.flatMap((file) => file.bylines),
    version: versionOf([...rules, ...cues, ...hints], weights, files, names),
    givenNames: names,
    hints: hints.map(({ hint, any }) => ({ hint, words: any.join(' ') })),
  };
  return { ...compiled, weights: packAll(compiled, weights) };
}

/** A hash of what the rules and weights say, not of how they are compiled. Examples and places say nothing. */
function versionOf(
  rules: readonly (SourceRule | SourceCue | SourceHint)[],
  weights: object,
  files: readonly SourceFile[],
  names: PackedNames,
): string {
  const silent = { place: undefined, positive: undefined, negative: undefined };
  const said = rules.map((rule) => ({ ...rule, ...silent }));
  const domains = files.flatMap((file) => file.domains);
  const languages = files.flatMap((file) => file.languages.map(withoutPlace));
  const bylines = files.flatMap((file) => file.bylines);
  return createHash('sha256').update(JSON.stringify([said, weights, domains, languages, bylines, names])).digest('hex').slice(0, 12);
}

function withoutPlace(source: SourceLanguage): LanguageRule {
  const { place: _place, ...rule } = source;
  return rule;
}

/** Tables of models that are not known stay as they are. */
function packAll(compiled: CompiledRules, weights: Readonly<Record<string, WeightTable>>): Record<string, Weights> {
  if (Object.keys(weights).length === 0) return {};
  const sections = sectionsOf(openRules(compiled));
  return Object.fromEntries(
    Object.entries(weights).map(([model, table]) => {
      const known = sections(model);
      return [model, known ? packWeights(table, known) : table];
    }),
  );
}

/** Words in word lists that end in an apostrophe. */
function elidedWords(rules: readonly SourceRule[]): readonly string[] {
  const entries = rules.flatMap(({ kind, any }) => (kind.startsWith('lexicon/') ? any : []));
  return entries.map((entry) => entry.split(':')[0] ?? '').filter((word) => word.endsWith("'") && !word.includes(' '));
}

const NO_NAMES = { male: '', female: '' } as const;

class Builder {
  readonly #table: PhraseTable;
  readonly #entries: Entry[] = [];
  readonly #segmentRules: SegmentRule[] = [];
  readonly #cueRules: CueRule[] = [];
  readonly #lexiconRules: LexiconRule[] = [];
  readonly #sites: SiteRules[] = [];
  readonly #whys: string[] = [];
  readonly #lexiconEntries: [number, string][] = [];
  readonly #lemmas: CompiledRules['lemmas'][number][] = [];
  readonly #suffixes: [string, number][] = [];
  /** Exceptions of segment rules: the rules that have the phrase, and the first of them, for complaints. */
  readonly #vetoes = new Map<string, { readonly first: Named; readonly rules: readonly number[] }>();

  readonly #report: Report;

  constructor(elided: readonly string[], report: Report) {
    this.#report = report;
    this.#table = new PhraseTable(elided);
  }

  addRules({ domains, rules }: SourceFile): void {
    const from = this.#segmentRules.length;
    for (const rule of rules) {
      if (rule.kind.startsWith('lexicon/')) this.#addLexicon(rule);
      else this.#addSegmentRule(rule, domains.length > 0);
    }
    for (const domain of domains) this.#sites.push([domain, from, this.#segmentRules.length]);
  }

  #addSegmentRule(rule: SourceRule, isPublishers: boolean): void {
    this.#whys.push(rule.why.replaceAll(/\s+/g, ' '));
    if (isPublishers) {
      this.#segmentRules.push({ ...segmentRule(rule), ...this.#ownPhrases(rule) });
      return;
    }
    const language = rule.own ? { language: rule.language } : {};
    const number = this.#segmentRules.push({ ...segmentRule(rule), ...language }) - 1;
    if (rule.match !== 'expression') this.#addAll(rule, rule.any, { type: 'segment', rule: number });
    for (const phrase of rule.unless) {
      const { first, rules } = this.#vetoes.get(phrase) ?? { first: rule, rules: [] };
      this.#vetoes.set(phrase, { first, rules: [...rules, number] });
    }
  }

  /** What a publisher's rule looks for. It stays out of vocabulary and trie: pages of others must not know of it. */
  #ownPhrases(rule: SourceRule): Pick<SegmentRule, 'any' | 'unless'> {
    const read = (phrase: string): string =>
      this.#complained(rule, phrase, () => this.#table.words(phrase).join(' ')) ?? '';
    const any = rule.match === 'element' ? rule.any : rule.any.map(read);
    return rule.unless.length === 0 ? { any } : { any, unless: rule.unless.map(read) };
  }

  /** One entry for all phrases that are exceptions of the same rules. */
  #addVetoes(): void {
    const groups = groupBy(this.#vetoes, ([, { rules }]) => rules.join());
    for (const group of groups.values()) {
      const entry: Entry = { type: 'veto', rules: group[0]?.[1].rules ?? [] };
      const number = this.#entries.push(entry) - 1;
      for (const [phrase, { first }] of group) this.#addPhrase(first, phrase, number);
    }
  }

  #addLexicon(rule: SourceRule): void {
    const lexicon = rule.kind.slice('lexicon/'.length) as LexiconName;
    const number = this.#lexiconRules.push({ id: rule.id, language: rule.language, lexicon }) - 1;
    for (const entry of rule.any) if (entry.startsWith('-')) this.#suffixes.push([entry.slice(1), number]);
    const whole = rule.any.filter((entry) => !entry.startsWith('-'));
    const byAttribute = groupBy(whole, (word) => word.split(':')[1] ?? '');
    for (const [attribute, entries] of byAttribute) {
      this.#lexiconEntries.push([number, attribute]);
      const words = entries.map((entry) => entry.split(':')[0] ?? '');
      this.#addAll(rule, words, { type: 'lexicon', rule: number, attribute });
    }
  }

  addCue(cue: SourceCue): void {
    const { id, language, takes } = cue;
    const number =
      this.#cueRules.push({
        id,
        language,
        class: cue.class,
        takes,
        ...(cue.unlisted ? { unlisted: true as const } : {}),
        ...(cue.own ? { own: true as const } : {}),
        ...(cue.weight === undefined ? {} : { weight: cue.weight }),
      }) - 1;
    if (cue.unlisted) this.#lemmas.push([number, UNLISTED]);
    if (cue.behind.length > 0) this.#addExpressions(cue, number);
    else for (const verb of cue.verbs) this.#addVerb(cue, number, verb.trim().split(/\s+/));
    for (const phrase of cue.phrases) {
      const lemma = this.#lemmas.push([number, phrase]) - 1;
      this.#addAll(cue, [phrase], { type: 'cue', rule: number, lemma, form: 'phrase' });
    }
    this.#addAll(cue, cue.unless, { type: 'cue-veto', rule: number });
  }

  /** Verbs that stand behind certain words only: one expression for each of them with each form. */
  #addExpressions(cue: SourceCue, rule: number): void {
    const phrases = cue.behind.flatMap((entry) => {
      const [word = '', form] = entry.split(':');
      const slots = FORMS.flatMap((name, i) => (form === undefined ? FINITE.has(name) : name === form) ? [i] : []);
      const forms = cue.verbs.flatMap((verb) => slots.flatMap((i) => verb.trim().split(/\s+/)[i]?.split('/') ?? []));
      return forms.filter((one) => one !== NO_FORM).map((one) => `${word} ${one.replaceAll('+', ' ')}`);
    });
    const lemma = this.#lemmas.push([rule, phrases[0] ?? '']) - 1;
    this.#addAll(cue, [...new Set(phrases)], { type: 'cue', rule, lemma, form: 'phrase' });
  }

  #addVerb(cue: SourceCue, rule: number, slots: readonly string[]): void {
    const readable = (form: string): string => form.replaceAll('+', ' ');
    const first = slots.find((slot) => slot !== NO_FORM) ?? '';
    const phrase = readable(first).split('/')[0] ?? '';
    const lemma = this.#lemmas.push([rule, phrase]) - 1;
    slots.forEach((slot, i) => {
      if (slot === NO_FORM) return;
      const forms = readable(slot).split('/');
      this.#addAll(cue, forms, { type: 'cue', rule, lemma, form: FORMS[i] as CueForm });
    });
  }

  #addAll(rule: Named, phrases: readonly string[], entry: Entry): void {
    if (phrases.length === 0) return;
    const number = this.#entries.push(entry) - 1;
    for (const phrase of phrases) this.#addPhrase(rule, phrase, number);
  }

  #addPhrase(rule: Named, phrase: string, entry: number): void {
    this.#complained(rule, phrase, () => this.#table.add(phrase, entry));
  }

  /** Runs something about a phrase. What it throws is reported with the place of the phrase. */
  #complained<Result>({ id, place }: Named, phrase: string, run: () => Result): Result | undefined {
    try {
      return run();
    } catch (error) {
      this.#report(new RuleProblem(place.file, place.lineOf(phrase), (error as Error).message, id));
      return undefined;
    }
  }

  done(): Compilation {
    this.#addVetoes();
    const tables = {
      segmentRules: this.#segmentRules,
      cueRules: this.#cueRules,
      lexiconRules: this.#lexiconRules,
      sites: this.#sites,
      whys: this.#whys.join('\n'),
      vetoes: this.#entries.flatMap((entry) => (entry.type === 'veto' ? [entry.rules] : [])),
      lexiconEntries: this.#lexiconEntries,
      suffixes: this.#suffixes,
      lemmas: this.#lemmas,
    };
    const numbers = entryNumbers(tables, this.#entries);
    const { vocabulary, trie } = this.#table.done((entry) => numbers[entry] as number);
    return { ...tables, vocabulary, trie, hints: [], languages: [], bylines: [], weights: {}, version: '', givenNames: NO_NAMES };
  }
}

function segmentRule(rule: SourceRule): SegmentRule {
  return {
    id: rule.id,
    kind: rule.kind as SegmentRule['kind'],
    match: rule.match,
    ...(rule.certain ? { certain: true as const } : {}),
    ...(rule.weight === undefined ? {} : { weight: rule.weight }),
    ...(rule.certain && rule.weight !== undefined ? { decides: true as const } : {}),
    ...(rule.minWords === undefined ? {} : { minWords: rule.minWords }),
    ...(rule.maxWords === undefined ? {} : { maxWords: rule.maxWords }),
    ...(rule.share === undefined ? {} : { share: rule.share }),
    ...(rule.match === 'expression' ? { expressions: rule.any.map(quickToCompile), needs: rule.needs } : {}),
  };
}
