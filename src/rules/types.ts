/**
 * The compiled rule set, as the build step writes it and the program reads it.
 * @module
 */
import type { LabelledKind } from '../labels.ts';
import type { CueClass } from '../schema/types.ts';
import type { BylineWords } from './bylines.ts';
import type { PackedTrie } from './codec/trie.ts';
import type { PackedVocabulary } from './codec/vocabulary.ts';
import type { PackedWeights } from './codec/weights.ts';
import type { PackedNames } from './given-names.ts';
import type { HintRule } from './hints.ts';
import type { LexiconName } from './lexicons.ts';
import type { LanguageRule } from './profiles.ts';

/** How a phrase of a segment rule must stand in its unit. */
export type Position = 'phrase' | 'line' | 'start' | 'end' | 'words';

/** What follows or surrounds a cue. */
export type Takes =
  | 'marks'
  | 'inverted'
  | 'clause'
  | 'person'
  | 'person-of'
  | 'infinitive'
  | 'noun'
  | 'as'
  | 'object-complement'
  | 'question'
  | 'for'
  | 'source-after'
  | 'inside'
  | 'text'
  | 'noun-cue';

/** Form of a cue's verb. `phrase` for a fixed expression. */
export type CueForm = 'base' | 'present' | 'past' | 'participle' | 'ing' | 'phrase';

/** A rule that speaks for a segment kind. */
export interface SegmentRule {
  readonly id: string;
  readonly kind: LabelledKind;
  readonly match: Position | 'expression' | 'element';
  readonly certain?: true;
  readonly minWords?: number;
  readonly maxWords?: number;
  /** For `words`: the share of a unit's words that must be entries. */
  readonly share?: number;
  /** For `expression`: the expressions, and literals of which one must be there first. */
  readonly expressions?: readonly string[];
  readonly needs?: readonly string[];
  /** Of publishers' rules, here and not in the trie: phrases, as words with a space between them; for `element` selectors. */
  readonly any?: readonly string[];
  readonly unless?: readonly string[];
  /** Of publishers' rules and a newsroom's own: what a finding adds for the rule's kind, in log-odds. It is not fitted. */
  readonly weight?: number;
  /** Of the same: a finding decides its unit, whatever speaks against it. */
  readonly decides?: true;
  /** Of a newsroom's own rules, which may have any id: the language of their file, '' for none. */
  readonly language?: string;
}

/** A publisher's domain, and its rules: numbers of `segmentRules`, half-open. */
export type SiteRules = readonly [domain: string, from: number, to: number];

/** A group of reporting expressions. */
export interface CueRule {
  readonly id: string;
  readonly language: string;
  readonly class: CueClass;
  readonly takes: readonly Takes[];
  /** It stands for verbs that no rule has, where they stand as verbs of saying do. */
  readonly unlisted?: true;
  /** Of a newsroom's own cues: it is one. */
  readonly own?: true;
  /** Of the same, where it is given: what each of its expressions adds, in log-odds. It is not fitted. */
  readonly weight?: number;
}

/** A word list. `language` is '' for lists of no language. */
export interface LexiconRule {
  readonly id: string;
  readonly language: string;
  readonly lexicon: LexiconName;
}

/**
 * What a phrase stands for. `segment` and `veto` index `segmentRules`, where one veto speaks for all rules that have the
 * phrase as an exception: common words are exceptions of hundreds. `cue` and `cue-veto` index `cueRules`;
 * `lexicon` indexes `lexiconRules`. `lemma` numbers the verb of a cue; `attribute` is a lexicon entry's.
 */
export type Entry =
  | { readonly type: 'segment'; readonly rule: number }
  | { readonly type: 'veto'; readonly rules: readonly number[] }
  | { readonly type: 'cue'; readonly rule: number; readonly lemma: number; readonly form: CueForm }
  | { readonly type: 'cue-veto'; readonly rule: number }
  | { readonly type: 'lexicon'; readonly rule: number; readonly attribute: string };

/** Weights fitted by the tool: a feature's name to its numbers. */
export interface WeightTable {
  readonly columns: readonly string[];
  /** Languages of the labelled documents, where rules of all languages were fitted together. */
  readonly languages?: readonly string[];
  /** Per feature: pairs of column number, ascending, and weight in hundredths. */
  readonly rows: Readonly<Record<string, readonly number[]>>;
}

export type Weights = WeightTable | PackedWeights;

/** The rules as plain records; what is large, as texts that `codec/` opens when it is first needed. */
export interface CompiledRules {
  readonly version: string;
  readonly segmentRules: readonly SegmentRule[];
  readonly cueRules: readonly CueRule[];
  readonly lexiconRules: readonly LexiconRule[];
  readonly sites: readonly SiteRules[];
  readonly languages: readonly LanguageRule[];
  /** What bylines are written with; a language has one at most. */
  readonly bylines: readonly BylineWords[];
  /** Verbs and fixed expressions: the cue rule, and the form that they are called by. */
  readonly lemmas: readonly (readonly [rule: number, phrase: string])[];
  /** The rules of each veto. */
  readonly vetoes: readonly (readonly number[])[];
  /** Rule and attribute of the entries of lexicons. The other entries follow from the numbers above: see `entries.ts`. */
  readonly lexiconEntries: readonly (readonly [number, string])[];
  /** All folded words of phrases; word 0 is any number. */
  readonly vocabulary: PackedVocabulary;
  /** All phrases, over word numbers. */
  readonly trie: PackedTrie;
  /** Word endings that lists hold (`-ed`): the ending, and its list by number in `lexiconRules`. */
  readonly suffixes: readonly (readonly [string, number])[];
  readonly givenNames: PackedNames;
  /** What names in markup hint at. */
  readonly hints: readonly HintRule[];
  /** Fitted weights by model: `segments`, `quotes-frames`, … */
  readonly weights: Readonly<Record<string, Weights>>;
}
