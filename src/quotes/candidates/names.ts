/**
 * The values that features of a cue's candidates tell apart. Weight files and evidence know them by these names; code
 * that runs for every candidate passes their numbers around (`START.that`), so that look-up is plain arithmetic.
 * @module
 */
import type { Scene } from '../../annotation/annotated.ts';
import { KINDS as KIND_LIST } from '../../annotation/mention-types.ts';
import * as gap from '../../annotation/punctuation.ts';
import * as tag from '../../annotation/tags.ts';
import { namesOf, NO_YES, type NumberOf } from '../../rules/feature-space.ts';
import { FORMS as FORM_LIST } from '../../rules/entries.ts';
import { NEXT as NEXT_LIST } from './next-word.ts';

export const FORMS = namesOf(FORM_LIST);
export const FORM = FORMS.numbers;
export const KINDS = namesOf(KIND_LIST);
export const KIND = KINDS.numbers;
export const { no: NO, yes: YES } = NO_YES.numbers;

/** Orders of content, source and cue; drawn above `framesOf`. */
export const ORDERS = namesOf([
  'after',
  'before',
  'before-inverted',
  'after-inverted',
  'split',
  'split-inverted',
  'verb-final',
]);
export const ORDER = ORDERS.numbers;
export type Order = NumberOf<typeof ORDERS>;

/** Keyed by number, which is also the order of the list. */
const GAP_NAMES = {
  [gap.PLAIN]: 'plain',
  [gap.QUOTE_MARK]: 'mark',
  [gap.BRACKET]: 'bracket',
  [gap.COMMA]: 'comma',
  [gap.DASH]: 'dash',
  [gap.COLON]: 'colon',
  [gap.SEMICOLON]: 'semicolon',
  [gap.STOP]: 'stop',
  [gap.OTHER]: 'other',
  [gap.LINE_BREAK]: 'break',
} as const;
type GapName = (typeof GAP_NAMES)[keyof typeof GAP_NAMES];
export const GAPS = namesOf(Object.values<GapName>(GAP_NAMES));
export const GAP = GAPS.numbers;
export type Gap = NumberOf<typeof GAPS>;

/** What is between a word and the one before. */
export function gapBefore({ gaps }: Scene, word: number): Gap {
  return gaps[word] as Gap;
}

/** Keyed by number, which is also the order of the list. */
const TAG_NAMES = {
  [tag.NOUN]: 'noun',
  [tag.NAME]: 'name',
  [tag.DETERMINER]: 'determiner',
  [tag.POSSESSIVE]: 'possessive',
  [tag.PRONOUN]: 'pronoun',
  [tag.PREPOSITION]: 'preposition',
  [tag.COORDINATOR]: 'coordinator',
  [tag.SUBORDINATOR]: 'subordinator',
  [tag.AUXILIARY]: 'auxiliary',
  [tag.VERB]: 'verb',
  [tag.ADVERB]: 'adverb',
  [tag.RELATIVE]: 'relative',
  [tag.TIME]: 'time',
  [tag.NUMBER]: 'number',
  [tag.CUE]: 'cue',
  [tag.CUE_ING]: 'cue-ing',
  [tag.PARTICIPLE]: 'participle',
} as const;
type TagName = (typeof TAG_NAMES)[keyof typeof TAG_NAMES];

/** The word beside a cue; `start` where the sentence has none there, on either side. */
export const BESIDE_CUE = namesOf(['start', ...Object.values<TagName>(TAG_NAMES)]);
export type BesideCue = NumberOf<typeof BESIDE_CUE>;
export const NO_WORD = BESIDE_CUE.numbers.start;

/** The class of a word beside a cue. */
export function besideCue({ classes }: Scene, word: number): BesideCue {
  return (NO_WORD + 1 + (classes.of[word] as number)) as BesideCue;
}

/** The sort of word that content starts with, or that follows it. */
export const NEXTS = namesOf(NEXT_LIST);
export const NEXT = NEXTS.numbers;
export type NextNumber = NumberOf<typeof NEXTS>;

/** What content starts behind. */
export const STARTS = namesOf([
  'cue',
  'that',
  'colon',
  'mark',
  'chunk',
  'preposition',
  'comma',
  'sentence',
  'clause',
  'aside',
  'source',
  'question',
  'circumstance',
]);
export const START = STARTS.numbers;
export type Start = NumberOf<typeof STARTS>;

/** What content ends at. */
export const ENDS = namesOf([
  'sentence',
  'mark',
  'comma',
  'dash',
  'colon',
  'bracket',
  'plain',
  'cue-side',
  'venue',
]);
export const END = ENDS.numbers;
export type End = NumberOf<typeof ENDS>;

/** Content that ends at a bracket, a full stop or any other sign. Weight files and evidence call all of them "bracket". */
export const AT_OTHER_SIGN = END.bracket;

/** Which of the words of some content are in quote marks. */
export const MARKEDNESS = namesOf(['none', 'all', 'opens', 'closes', 'both', 'inside']);
export const MARKED = MARKEDNESS.numbers;
export type Markedness = NumberOf<typeof MARKEDNESS>;

/** The same, and whether the content begins with a capital. */
export const MARKED_CAPITALS = namesOf(
  MARKEDNESS.list.flatMap((marks) => NO_YES.list.map((capital) => `${marks}-${capital}` as const)),
);

export function markedCapital(markedness: Markedness, isCapital: boolean) {
  const number = NO_YES.list.length * markedness + (isCapital ? YES : NO);
  return number as NumberOf<typeof MARKED_CAPITALS>;
}

/** Finite verbs in content, outside marks. */
export const FINITE_VERBS = namesOf(['none', 'one', 'more']);
export const FINITE = FINITE_VERBS.numbers;
export type FiniteVerbs = NumberOf<typeof FINITE_VERBS>;

/** What is right in front of words in marks, and whether they begin with a capital. */
export const JOINTS = namesOf([
  'plain-no',
  'plain-yes',
  'comma-no',
  'comma-yes',
  'colon-no',
  'colon-yes',
  'other-no',
  'other-yes',
]);
export const JOINT = JOINTS.numbers;
export type Joint = NumberOf<typeof JOINTS>;

/** How many words of content are in front of its marks, or behind them. */
export const LEADS = namesOf(['1', '2', '3', '4-6', '7+']);
export const LEAD = LEADS.numbers;
export type Lead = NumberOf<typeof LEADS>;

/** The sign right in front of a closing mark. */
export const MARK_ENDS = namesOf(['comma', 'stop', 'question', 'none']);
export const MARK_END = MARK_ENDS.numbers;
export type MarkEnd = NumberOf<typeof MARK_ENDS>;

/** What was stepped over in front of content. */
export const SKIPPED = namesOf(['venue', 'time', 'adverb', 'phrase']);
export const SKIP = SKIPPED.numbers;

/** How a cue stands inside content: tied on by "and", opening a phrase, in a clause behind a comma, in any other way. */
export const INNER_CUES = namesOf(['tied', 'opening', 'clause', 'other']);
export const INNER_CUE = INNER_CUES.numbers;
export type InnerCue = NumberOf<typeof INNER_CUES>;

/** Where a possible source is, as seen from the cue. */
export const PLACES = namesOf([
  'adjacent',
  'adverbs',
  'auxiliary',
  'aside',
  'coordinated',
  'far',
  'right',
  'right-far',
  'none',
  'within',
]);
export const PLACE = PLACES.numbers;
export type Place = NumberOf<typeof PLACES>;

/** What is right in front of a possible source. */
export const BEFORES = namesOf([
  'start',
  'comma',
  'preposition',
  'verb',
  'cue',
  'coordinator',
  'subordinator',
  'mark',
  'other',
]);
export const BEFORE = BEFORES.numbers;
export type Before = NumberOf<typeof BEFORES>;

/** Where a possible source is, as seen from the finite verb of the cue's clause. */
export const BESIDE_FINITE = namesOf(['before', 'after', 'clause', 'other', 'none']);
export const BESIDE_FINITE_VERB = BESIDE_FINITE.numbers;
export type BesideFinite = NumberOf<typeof BESIDE_FINITE>;

/** What its article, and the words in front, say a possible source can be. `tied`: part of the phrase before. */
export const CASES = namesOf(['free', 'oblique', 'preposition', 'tied', 'agent']);
export const CASE = CASES.numbers;
export type Case = NumberOf<typeof CASES>;

/** What is right behind a possible source. */
export const AFTERS = namesOf([
  'cue',
  'verb',
  'auxiliary',
  'comma',
  'preposition',
  'coordinator',
  'mark',
  'end',
  'other',
]);
export const AFTER = AFTERS.numbers;
export type After = NumberOf<typeof AFTERS>;

/** Whether prepositions or a genitive tie more phrases to a possible source, and whether it is taken with them. */
export const ATTACHMENTS = namesOf(['none', 'all', 'dropped', 'last']);
export const ATTACHED = ATTACHMENTS.numbers;
export type Attachment = NumberOf<typeof ATTACHMENTS>;
/** What ties the last attachment to a possible source. */
export const TIES = namesOf(['none', 'genitive', 'owner', 'other']);
export const TIE = TIES.numbers;
export type Tie = NumberOf<typeof TIES>;
/** Whether the last attachment is taken. */
export const LAST_ATTACHMENTS = namesOf(['dropped', 'all']);
export const ATTACHED_BY = LAST_ATTACHMENTS.numbers;

/** Who the preposition in front of a possible source goes on from. */
export const BEHINDS = namesOf(['spokesperson', 'role', 'other']);
export const BEHIND = BEHINDS.numbers;
export type Behind = NumberOf<typeof BEHINDS>;

/** On which sides of a cue its sentence has words in marks. */
export const MARK_SIDES = namesOf(['none', 'before', 'after', 'both']);
export const MARK_SIDE = MARK_SIDES.numbers;
export type MarkSide = NumberOf<typeof MARK_SIDES>;

/** Words between the border of a clause and its cue. */
export const BORDER_WORDS = namesOf(['0', '1', '2', '3-4', '5-8', '9+']);
export const BORDER_SIZE = BORDER_WORDS.numbers;
export type BorderSize = NumberOf<typeof BORDER_WORDS>;

/** How a clause behind a border opens. */
export const OPENINGS = namesOf(['subordinator', 'other']);
export const OPENING = OPENINGS.numbers;

/** What is behind an interruption. */
export const BEHIND_SIDES = namesOf(['unmarked', 'lower', 'capital']);
export const BEHIND_SIDE = BEHIND_SIDES.numbers;

/** Whether a possible source is the subject that goes with the cue; `none` where no subject can be made out. */
export const SUBJECTS = namesOf(['no', 'yes', 'none']);
export const SUBJECT = SUBJECTS.numbers;
export type Subject = NumberOf<typeof SUBJECTS>;
