/**
 * What can be seen of a stretch in marks that no cue claimed, whatever it turns out to be.
 * @module
 */
import { endsInColon, type AnnotatedText, type Sentence } from '../../annotation/annotated.ts';
import { DASH } from '../../annotation/punctuation.ts';
import {
  AUXILIARY,
  DETERMINER,
  isCue,
  NAME,
  POSSESSIVE,
  PREPOSITION,
  VERB,
} from '../../annotation/tags.ts';
import { isLetter, isUpper } from '../../text/chars.ts';
import { CAPITAL } from '../../text/words.ts';
import type { Grid } from '../../rules/feature-space.ts';
import {
  BEFORE,
  END,
  LENGTH,
  NO,
  SIZE,
  STAND,
  UNCUED_FEATURES,
  YES,
  type Before,
  type End,
  type Length,
  type RoleNumber,
  type Size,
  type Stands,
} from './features.ts';
import { thingAt, type Thing } from '../things.ts';
import type { UncuedMark } from './roles.ts';

const { stretch: F } = UNCUED_FEATURES;

/** What is seen of the stretch itself, whatever its role. */
export interface View {
  readonly size: Size;
  readonly length: Length;
  readonly stands: Stands;
  readonly before: Before;
  readonly end: End;
  readonly capital: boolean;
  readonly titleCase: boolean;
  readonly single: boolean;
  readonly firstPerson: boolean;
  /** Whether the sentence before ends in a colon. */
  readonly announced: boolean;
  /** How it is named, in languages that set names of things in marks. */
  readonly thing: Thing | null;
}

export function viewOf(annotated: AnnotatedText, uncued: UncuedMark): View {
  const { doc, marked, lexicon } = annotated;
  const sentence = annotated.sentences.at(uncued.sentence) as Sentence;
  const previous = annotated.sentences.at(uncued.sentence - 1);
  const mark = marked.at(uncued.mark) as { start: number; end: number; single: boolean };
  const letter = doc.text.charCodeAt(doc.words.start[uncued.from] as number);
  const words = uncued.to - uncued.from;
  let firstPerson = false;
  for (let w = uncued.from; w < uncued.to && !firstPerson; w++)
    firstPerson = lexicon.at(w, 'pronoun')?.attribute.startsWith('first') === true;
  return {
    size: sizeOf(words),
    length: words < 4 ? LENGTH.few : words < 10 ? LENGTH.some : LENGTH.many,
    announced: previous !== undefined && endsInColon(annotated, previous),
    stands: stance(sentence, uncued),
    before: wordBefore(annotated, sentence, uncued.from),
    end: endOf(doc.text.slice(Math.max(mark.start, mark.end - 3), mark.end)),
    capital: isLetter(letter) && isUpper(letter),
    titleCase: isTitleCase(annotated, uncued),
    single: mark.single,
    firstPerson,
    thing: lexicon.profile.nounCapitals ? thingAt(annotated, uncued.from) : null,
  };
}

/** The features of the stretch in one role. */
export function shared(role: RoleNumber, view: View): readonly number[] {
  return [
    F.size.cell(role, view.size),
    F.stands.cell(role, view.stands),
    F.before.cell(role, view.before),
    F.end.cell(role, view.end),
    F.capital.cell(role, view.capital ? YES : NO),
    F.titleCase.cell(role, view.titleCase ? YES : NO),
    F.single.cell(role, view.single ? YES : NO),
    gridFor(F.lengthIf, view).cell(role, view.length),
    gridFor(F.endIf, view).cell(role, view.end),
    ...(view.announced ? [F.announced.cell(role, view.stands)] : []),
    F.firstPerson.cell(role, view.firstPerson ? YES : NO),
    ...(view.thing === null ? [] : [F.thing.cell(role, view.thing)]),
  ];
}

function sizeOf(words: number): Size {
  if (words <= 1) return SIZE['1'];
  if (words <= 3) return words === 2 ? SIZE['2'] : SIZE['3'];
  if (words <= 5) return SIZE['4-5'];
  if (words <= 9) return SIZE['6-9'];
  return words < 20 ? SIZE['10-19'] : SIZE['20+'];
}

/** The grid for stretches that stand where this one does. */
function gridFor<Row extends string, Column extends string>(
  grids: readonly Grid<Row, Column>[],
  { stands }: View,
): Grid<Row, Column> {
  return grids[stands] as Grid<Row, Column>;
}

function stance(sentence: Sentence, { from, to }: UncuedMark): Stands {
  const isLast = to >= sentence.to;
  if (from <= sentence.from) return isLast ? STAND.whole : STAND.opens;
  return isLast ? STAND.closes : STAND.inside;
}

function wordBefore(annotated: AnnotatedText, sentence: Sentence, from: number): Before {
  const { gaps, classes, lexicon } = annotated;
  if (from <= sentence.from) return BEFORE.start;
  const before = from - 1;
  if (lexicon.has(before, 'scare-cue')) return BEFORE.scare;
  if (lexicon.has(before, 'work-noun')) return BEFORE.work;
  // The mark itself hides the punctuation in front of it: look at the text.
  const gap = annotated.doc.text.slice(
    annotated.doc.words.end[before],
    annotated.doc.words.start[from],
  );
  if (gap.includes(':')) return BEFORE.colon;
  if (gap.includes(',')) return BEFORE.comma;
  if (gaps[from] === DASH) return BEFORE.dash;
  const kind = classes.of[before];
  if (kind === DETERMINER) return BEFORE.determiner;
  if (kind === POSSESSIVE) return BEFORE.possessive;
  if (kind === PREPOSITION) return BEFORE.preposition;
  if (kind === VERB || kind === AUXILIARY) return BEFORE.verb;
  if (isCue(kind)) return BEFORE.cue;
  return kind === NAME ? BEFORE.name : BEFORE.other;
}

function endOf(tail: string): End {
  if (/[?!]/.test(tail)) return END.question;
  if (/[.…]/.test(tail)) return END.stop;
  return tail.includes(',') ? END.comma : END.none;
}

/** Most words in capitals, as titles of works are written. */
function isTitleCase(annotated: AnnotatedText, { from, to }: UncuedMark): boolean {
  let capitals = 0;
  for (let w = from; w < to; w++)
    if ((annotated.doc.words.shape[w] as number) & CAPITAL) capitals++;
  return capitals >= 0.6 * (to - from);
}
