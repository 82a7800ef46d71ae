/**
 * What rule files hold, as read: not yet compiled.
 * @module
 */
import type { LabelledKind } from '../../src/labels.ts';
import type { BylineWords } from '../../src/rules/bylines.ts';
import type { LexiconName } from '../../src/rules/lexicons.ts';
import type { LanguageRule } from '../../src/rules/profiles.ts';
import type { Takes } from '../../src/rules/types.ts';
import type { CueClass } from '../../src/schema/types.ts';
import type { Place } from './places.ts';

export const MATCHES = ['phrase', 'line', 'start', 'end', 'words', 'expression'] as const;
export type Match = (typeof MATCHES)[number] | 'element';

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

/** What may stand beside a cue, with what editors and the docs say of it. */
export const TAKES_MEAN: Readonly<Record<Takes, string>> = {
  marks: 'words in quote marks',
  inverted: 'after the quote, in front of its source: “…,” said Reed',
  clause: 'a clause, with “that” or without',
  person: 'first the person who was told: told the council that',
  'person-of': 'a person and what they did: accused her of',
  infinitive: 'an infinitive: promised to',
  noun: 'what was said is a noun phrase: denied any involvement',
  as: 'a description behind “as”: described it as',
  'object-complement': 'what something is called: called it “a disgrace”',
  question: 'a question: asked whether',
  for: 'what is demanded, behind “for”: called for',
  'source-after': 'the source follows: according to the ministry',
  inside: 'it stands with its source inside the clause: The bridge is according to Reed safe',
  text: 'the source is a text, and may follow a preposition: in the letter it says',
  'noun-cue': 'the expression is a noun: the claim that',
};

export const TAKES = Object.keys(TAKES_MEAN) as readonly Takes[];

/** What every entry of a rule file has. */
export interface Shared {
  readonly id: string;
  readonly place: Place;
  readonly language: string;
  readonly unless: readonly string[];
  readonly why: string;
  readonly positive: readonly string[];
  readonly negative: readonly string[];
}

export interface SourceRule extends Shared {
  readonly kind: LabelledKind | `lexicon/${LexiconName}`;
  readonly match: Match;
  readonly any: readonly string[];
  readonly certain: boolean;
  readonly minWords?: number;
  readonly maxWords?: number;
  readonly share?: number;
  readonly needs: readonly string[];
  /** Publishers' rules and own ones have it, unless they are certain. */
  readonly weight?: number;
  /** It stands in a folder of own rules. */
  readonly own?: true;
}

export interface SourceCue extends Shared {
  readonly class: CueClass;
  readonly takes: readonly Takes[];
  readonly verbs: readonly string[];
  readonly phrases: readonly string[];
  /** Words that its verbs stand behind, as fixed expressions: “как” with “сообщил”. */
  readonly behind: readonly string[];
  /** It stands for verbs that no rule has. */
  readonly unlisted: boolean;
  /** Of own cues. */
  readonly weight?: number;
  readonly own?: true;
}

/** Names in markup that hint at something. */
export interface SourceHint extends Shared {
  readonly hint: string;
  readonly any: readonly string[];
}

/** A language's profile, and where it stands. */
export interface SourceLanguage extends LanguageRule {
  readonly place: Place;
}

export interface SourceFile {
  /** Of a publisher's file: the domains that it is for. */
  readonly domains: readonly string[];
  readonly rules: readonly SourceRule[];
  readonly cues: readonly SourceCue[];
  readonly hints: readonly SourceHint[];
  /** Of `bylines.toml`: one. */
  readonly bylines: readonly BylineWords[];
  /** Of `language.toml`: one. */
  readonly languages: readonly SourceLanguage[];
  /** It stands in a folder of own rules. */
  readonly own?: true;
}
