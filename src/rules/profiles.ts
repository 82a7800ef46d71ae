/**
 * What a language is like, where the program has to know: one profile per language, from `rules/<language>/language.toml`.
 * @module
 */
import { fold } from '../text/fold.ts';

/** The properties that a language may have, and what each says. The compiler's checks and the docs are made from this. */
export const PROPERTIES = {
  nounCapitals:
    'Every noun has a capital. A capital alone makes no name then, and a word without one is no noun: it may be a verb.',
  nounCompounds:
    'Nouns are written together. A word with a capital that is in no list belongs to the list of its ending: “Sportministerin” to that of `-ministerin`.',
  verbSecond:
    'The finite verb is the second part of a main clause, so its subject stands in front of it or right behind it, and a sentence goes on behind a quote with the verb: “„…?“ fragte Reed”.',
  verbFinal: 'Participles, and the verbs of subordinate clauses, end their clause: “…, der den Plan „absurd“ nannte”.',
  separableVerbs: 'A part of some verbs stands apart, at the end of the clause: “teilte … mit”.',
  extendedAttributes: 'Adverbs stand between article and noun: “eine gestern verbreitete Erklärung”.',
  namesInMarks: 'Names of papers, bands and ships are written in quote marks: “die „Halder Zeitung“ meldet”.',
  sourceInExpression: 'A fixed expression may name its source by a possessive: “seiner Ansicht nach”.',
  cases: 'Articles and pronouns tell who does something (`oblique` lists the forms that do not).',
  reportedMood: 'Verbs have a mood for what somebody else said (`reported-mood` lists its forms): “die Stadt habe gezahlt”.',
  thatClauses:
    'A clause that is reported behind its verb opens with a word for “that” or “whether”; a bare noun phrase there is only what somebody speaks of.',
  ordinalStops: 'A full stop makes a number ordinal and ends no sentence: “am 5. August”.',
  ownPagesOnly:
    'Its rules and word lists count on pages in the language alone, and not on those whose language nobody can tell. Start a new language with it: answers to other pages stay as they are.',
  fittedQuotes:
    'Weights of quotes are fitted on this language: the common ones on English, others in a file of their own (`weights/quotes-frames-…json`). They know its word order; rules for languages without such weights are off.',
} as const;

export type LanguageProperty = keyof typeof PROPERTIES;

/** A profile as rule sets hold it. */
export interface LanguageRule {
  /** Primary BCP-47 subtag. */
  readonly language: string;
  readonly name: string;
  readonly properties: readonly LanguageProperty[];
  /** Unicode scripts that no other listed language is written in, or hardly any. */
  readonly scripts?: readonly string[];
  /** Where a text has several scripts, the lowest number wins. */
  readonly scriptRank?: number;
  /** Letters that it is written in beside a to z, as the inside of an expression's brackets. */
  readonly letters?: string;
  /** Words that turn a statement into its opposite: whole, or with a hyphen where anything may stand (`kein-`, `-n't`, `-不-`). */
  readonly denials?: readonly string[];
}

/** What a language is like. */
export interface LanguageProfile extends Readonly<Record<LanguageProperty, boolean>> {
  /** Primary BCP-47 subtag. */
  readonly language: string;
}

/** A script, and the language that a text in it is taken for. */
export interface LanguageScript {
  readonly language: string;
  /** Whether a letter is of the script. */
  readonly letters: RegExp;
}

/** The profiles of a rule set. */
export class Profiles {
  readonly #rules: readonly LanguageRule[];
  readonly #made = new Map<string, LanguageProfile>();
  readonly #nounless = new Map<string, LanguageProfile>();
  readonly #alphabets = new Map<string, RegExp | undefined>();
  readonly #denials = new Map<string, RegExp | undefined>();
  #scripts: readonly LanguageScript[] | undefined;

  constructor(rules: readonly LanguageRule[]) {
    this.#rules = rules;
  }

  /** The profile of a language; one without any property where the rules have none. */
  of(language: string): LanguageProfile {
    return this.#profile(language, this.#made, (properties) => properties);
  }

  /**
   * The same for a text in which no word of the list `common-noun` occurs. Such a text is so short, or so unlike its
   * language, that a language with noun capitals keeps those properties only that do not build on telling nouns from names.
   */
  withoutNouns(language: string): LanguageProfile {
    return this.#profile(language, this.#nounless, (properties) =>
      properties.includes('nounCapitals') ? properties.filter((property) => WITHOUT_NOUNS.has(property)) : properties,
    );
  }

  #profile(
    language: string,
    made: Map<string, LanguageProfile>,
    select: (properties: readonly LanguageProperty[]) => readonly LanguageProperty[],
  ): LanguageProfile {
    const known = made.get(language);
    if (known) return known;
    const rule = this.#rules.find((own) => own.language === language);
    const profile = profileOf(language, select(rule?.properties ?? []));
    // Requests may name any language: only those of the rules are kept.
    if (rule) made.set(language, profile);
    return profile;
  }

  /** Scripts that tell a language, in the order to try them in. */
  get scripts(): readonly LanguageScript[] {
    return (this.#scripts ??= this.#rules
      .filter(({ scripts }) => scripts !== undefined)
      .sort((a, b) => (a.scriptRank ?? Infinity) - (b.scriptRank ?? Infinity))
      .map(({ language, scripts = [] }) => ({ language, letters: lettersOf(scripts) })));
  }

  /** Tells of a letter in lower case that is not among a to z whether the language writes it; undefined where that is not known. */
  alphabetOf(language: string): RegExp | undefined {
    if (!this.#alphabets.has(language)) {
      const { letters } = this.#rules.find((own) => own.language === language) ?? {};
      this.#alphabets.set(language, letters === undefined ? undefined : alphabetOf(letters));
    }
    return this.#alphabets.get(language);
  }

  /** Finds words of denial in a folded text (a global expression); undefined where the language lists none. */
  denialsOf(language: string): RegExp | undefined {
    if (!this.#denials.has(language)) {
      const rule = this.#rules.find((own) => own.language === language);
      // Requests may name any language: only those of the rules are kept.
      if (!rule?.denials) return undefined;
      this.#denials.set(language, denialsIn(rule.denials));
    }
    return this.#denials.get(language);
  }
}

const WITHOUT_NOUNS: ReadonlySet<LanguageProperty> = new Set(['nounCompounds', 'cases', 'reportedMood', 'ordinalStops']);

function profileOf(language: string, properties: readonly LanguageProperty[]): LanguageProfile {
  const names = Object.keys(PROPERTIES) as LanguageProperty[];
  const flags = Object.fromEntries(names.map((name) => [name, properties.includes(name)]));
  return { language, ...(flags as Record<LanguageProperty, boolean>) };
}

/** @throws {SyntaxError} where Unicode has no script of such a name */
export function lettersOf(scripts: readonly string[]): RegExp {
  return new RegExp(`[${scripts.map((script) => `\\p{Script=${script}}`).join('')}]`, 'u');
}

/**
 * @param letters the inside of an expression's brackets: `a-ÿ`, `\\p{Script=Han}`
 * @throws {SyntaxError} where it cannot stand there
 */
export function alphabetOf(letters: string): RegExp {
  return new RegExp(`[${letters}]`, 'u');
}

/** A hyphen at an end stands for the rest of a word; without one the word ends there. Words of letters and digits need no escape. */
function denialsIn(denials: readonly string[]): RegExp {
  const forms = denials.map((entry) => {
    const [head, tail] = [entry.startsWith('-'), entry.endsWith('-')];
    const form = fold(entry.slice(head ? 1 : 0, tail ? -1 : undefined));
    return `${head ? '' : String.raw`(?<![\p{L}\p{M}\p{N}])`}${form}${tail ? '' : String.raw`(?![\p{L}\p{M}\p{N}])`}`;
  });
  return new RegExp(forms.join('|'), 'gu');
}

/** A property as rule files write it: `noun-capitals`. */
export function keyOf(property: LanguageProperty): string {
  return property.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}
