/**
 * Marked stretches that no cue claimed: the rest of a quote, a quote without a cue, or nobody's words at all
 * (a scare quote, a title, a nickname).
 * @module
 */
import { sentenceAt, type AnnotatedText, type Sentence } from '../../annotation/annotated.ts';
import { headOf, kindOf } from '../../annotation/mention-types.ts';
import type { WordSpan } from '../../text/spans.ts';
import {
  AWAY,
  BETWEEN,
  KIND,
  NO,
  ROLE,
  SIDE,
  SPAN_COUNT,
  TOUCH,
  UNCUED_FEATURES,
  YES,
  type Away,
  type Between,
  type KindNumber,
  type RoleNumber,
  type Side,
  type Spans,
  type Touches,
} from './features.ts';
import { isInterrupted } from './between.ts';
import type { Found, Neighbours } from './neighbours.ts';
import { isGloss, isNamedThing } from '../things.ts';
import type { UncuedMark, Role } from './roles.ts';
import { isSignature, sourcesNear } from './sources.ts';
import { shared, viewOf, type View } from './view.ts';

const { reading: F } = UNCUED_FEATURES;

interface Weighed {
  readonly features: readonly number[];
  /** Certain by its form alone: “…” — Mayor Reed. */
  readonly certain: boolean;
}

/** The stretch is part of a quote beside it, and has that quote's source. */
export interface Joining extends Weighed {
  readonly role: Exclude<Role, 'new'>;
}

/** The stretch is a quote of its own; `source` is null where nobody is named. */
export interface NewQuote extends Weighed {
  readonly role: 'new';
  readonly source: WordSpan | null;
}

/** One way to read an uncued stretch. */
export type Reading = Joining | NewQuote;

/**
 * All readings of an uncued stretch but "nobody's words", which scores 0.
 * @param isPulled whether its words stand elsewhere too: then it is a quote, and has no part in those around it
 */
export function readingsOf(
  annotated: AnnotatedText,
  uncued: UncuedMark,
  { previous, earlier, next }: Neighbours,
  isPulled = false,
): readonly Reading[] {
  if (isNamedThing(annotated, uncued.from) || isGloss(annotated, uncued.from)) return [];
  const view = viewOf(annotated, uncued);
  if (isPulled || opensDialogueLine(annotated, uncued))
    return standingApart(annotated, uncued, view);
  if (previous && isHeading(annotated, uncued, previous))
    return namelessOf(annotated, uncued, view);
  if (previous && isAnswer(annotated, uncued, previous))
    return namelessOf(annotated, uncued, view).map((reading) => ({ ...reading, certain: true }));
  const between = isBetween(previous, earlier);
  const join = (role: Joining['role'], other: Found, certain = false): Joining => ({
    role,
    features: joiningFeatures(annotated, uncued, view, ROLE[role], other, between),
    certain,
  });
  const readings: Reading[] = [];
  const isFree = (other: Found): boolean => !isInterrupted(annotated, uncued, other);
  const follows = previous !== undefined && isFree(previous);
  if (previous && follows && canGoOn(annotated, uncued, previous))
    readings.push(join('previous', previous, isNextInRow(annotated, uncued, previous)));
  if (earlier && isFree(earlier)) readings.push(join('earlier', earlier));
  if (next && next.from >= uncued.to && isFree(next) && canOpen(annotated, uncued, next))
    readings.push(join('next', next));
  readings.push(...newReadings(annotated, uncued, view));
  if (follows && previous.source) readings.push(sameSpeaker(annotated, uncued, view, previous));
  return readings;
}

/**
 * "«Когда откроют?» — «Весной»": behind a dash between two pairs of marks somebody else speaks. Weights fitted on a language have not seen it as often as
 * other dashes there.
 */
function isAnswer({ doc, lexicon }: AnnotatedText, { from }: UncuedMark, { to }: Found): boolean {
  if (lexicon.profile.fittedQuotes || from !== to) return false;
  const { text, words } = doc;
  return ANSWER.test(text.slice(words.end[to - 1], words.start[from]));
}

const ANSWER = /^[.!?…]?["”“»][.,]?\s[—–―-]\s["“„«]$/;

/** Quotes of their own, by somebody near or by nobody named. */
function newReadings(
  annotated: AnnotatedText,
  uncued: UncuedMark,
  view: View,
): readonly NewQuote[] {
  return sourcesNear(annotated, uncued).map(({ source, side }) => {
    const certain =
      side === SIDE.signature ||
      (side === SIDE['right-dash'] && isSignature(annotated, uncued, source));
    return { role: 'new', source, features: newFeatures(annotated, view, source, side), certain };
  });
}

/** A pull quote or a line of dialogue is by whoever signs it, else by nobody that is named near it. */
function standingApart(
  annotated: AnnotatedText,
  uncued: UncuedMark,
  view: View,
): readonly NewQuote[] {
  const readings = newReadings(annotated, uncued, view);
  const signed = readings.filter(({ certain }) => certain);
  if (signed.length > 0) return signed;
  return namelessOf(annotated, uncued, view).map((reading) => ({ ...reading, certain: true }));
}

/** The reading that nobody is named. */
function namelessOf(annotated: AnnotatedText, uncued: UncuedMark, view: View): readonly NewQuote[] {
  return newReadings(annotated, uncued, view).filter(({ source }) => source === null);
}

/** A short paragraph in other marks than those of the quote above it is a heading. */
function isHeading(annotated: AnnotatedText, uncued: UncuedMark, previous: Found): boolean {
  return (
    previous.marked &&
    uncued.to - uncued.from <= MOST_IN_HEADING &&
    isWholeParagraph(annotated, uncued.sentence) &&
    !hasSameMarks(annotated, uncued, previous)
  );
}

/** What was said without marks ends with its sentence: words in marks behind it are a quote of their own. */
function canGoOn(annotated: AnnotatedText, uncued: UncuedMark, other: Found): boolean {
  const { sentences } = annotated;
  if (!other.marked) return other.sentence === uncued.sentence;
  if (sentences.at(other.sentence)?.paragraph === sentences.at(uncued.sentence)?.paragraph)
    return true;
  return hasSameMarks(annotated, uncued, other);
}

/** Words of a heading. Set by hand. */
const MOST_IN_HEADING = 9;

/** Whether the quote behind a stretch may begin with it: in another paragraph only if the stretch was left open. */
function canOpen(annotated: AnnotatedText, uncued: UncuedMark, next: Found): boolean {
  const { sentences, marked } = annotated;
  const isNear =
    sentences.at(next.sentence)?.paragraph === sentences.at(uncued.sentence)?.paragraph ||
    marked.at(uncued.mark)?.closed === false;
  return isNear && canGoOn(annotated, uncued, next);
}

/** Nobody begins a quote in “…” and goes on in ‘…’ in another paragraph: a heading may be in marks too. */
function hasSameMarks(
  { marked, markOf }: AnnotatedText,
  { mark }: UncuedMark,
  { from, to }: Found,
): boolean {
  const other = marked.at(Math.max(markOf[from] as number, markOf[to - 1] as number));
  return other === undefined || other.single === marked.at(mark)?.single;
}

/** In dialogue that is set with dashes, each line is somebody else's. */
function opensDialogueLine({ doc, marked }: AnnotatedText, { mark }: UncuedMark): boolean {
  return /[—–―-]/.test(doc.text[marked.at(mark)?.start ?? 0] ?? '');
}

/** Paragraphs wholly in marks that follow one another are one quote, also where each is closed. */
function isNextInRow(annotated: AnnotatedText, uncued: UncuedMark, previous: Found): boolean {
  const here = annotated.sentences.at(uncued.sentence) as Sentence;
  const before = annotated.sentences.at(uncued.sentence - 1);
  if (!before || before.paragraph !== here.paragraph - 1 || previous.to !== before.to) return false;
  return (
    isWholeParagraph(annotated, uncued.sentence) && isWholeParagraph(annotated, uncued.sentence - 1)
  );
}

/** Whether a sentence is a paragraph and stands in one pair of marks. */
function isWholeParagraph({ sentences, markOf }: AnnotatedText, number: number): boolean {
  const { from, to, paragraph } = sentences.at(number) as Sentence;
  const isAlone =
    sentences.at(number - 1)?.paragraph !== paragraph &&
    sentences.at(number + 1)?.paragraph !== paragraph;
  return isAlone && markOf[from] !== -1 && markOf[from] === markOf[to - 1];
}

/** A quote of its own, by whoever said the one before. */
function sameSpeaker(
  annotated: AnnotatedText,
  uncued: UncuedMark,
  view: View,
  previous: Found,
): NewQuote {
  const { source } = previous;
  const features = [
    ...newFeatures(annotated, view, source, SIDE.quote),
    F.quoteAway.cell(view.stands, distanceBetween(annotated, uncued, previous)),
    F.quoteMarked.cell(view.stands, previous.marked ? YES : NO),
  ];
  return { role: 'new', source, features, certain: false };
}

function newFeatures(
  annotated: AnnotatedText,
  view: View,
  source: WordSpan | null,
  side: Side,
): number[] {
  return [
    ...shared(ROLE.new, view),
    F.sideKind.cell(side, kindOfSource(annotated, source)),
    F.sideStands.cell(side, view.stands),
  ];
}

function kindOfSource(annotated: AnnotatedText, source: WordSpan | null): KindNumber {
  return KIND[
    source ? kindOf(annotated, source.from, headOf(annotated, source.from, source.to)) : 'none'
  ];
}

function joiningFeatures(
  annotated: AnnotatedText,
  uncued: UncuedMark,
  view: View,
  role: RoleNumber,
  other: Found,
  between: Between,
): readonly number[] {
  const distance = distanceBetween(annotated, uncued, other);
  return [
    ...shared(role, view),
    F.away.cell(role, distance),
    F.joinsMarked.cell(role, other.marked ? YES : NO),
    F.standsAway.cell(view.stands, distance),
    F.between.cell(role, between),
    F.touches.cell(role, touches(annotated, uncued, other)),
    F.spans.cell(role, spansOf(other)),
  ];
}

/** How many stretches a quote has. */
function spansOf({ spans }: Found): Spans {
  if (spans <= 1) return SPAN_COUNT['1'];
  return spans === 2 ? SPAN_COUNT['2'] : SPAN_COUNT['3+'];
}

/** How a quote without marks lies between a stretch and the last quote in marks. */
function isBetween(previous: Found | undefined, earlier: Found | undefined): Between {
  if (!previous || !earlier) return BETWEEN.none;
  if (previous.sentence !== earlier.sentence) return BETWEEN.other;
  return previous.source?.from === earlier.source?.from
    ? BETWEEN['same-speaker']
    : BETWEEN['same-sentence'];
}

/** Whether a stretch stands right behind another quote's content, or behind the sentence that it ends in. */
function touches(annotated: AnnotatedText, { from, to }: UncuedMark, other: Found): Touches {
  const [end, start] = other.from >= to ? [to, other.from] : [other.to, from];
  const isNewLine =
    sentenceAt(annotated, end - 1).paragraph !== sentenceAt(annotated, start).paragraph;
  if (end === start) return isNewLine ? TOUCH['next-line'] : TOUCH.touches;
  if (sentenceAt(annotated, end - 1).to !== sentenceAt(annotated, start).from) return TOUCH.apart;
  return isNewLine ? TOUCH['behind-line'] : TOUCH.behind;
}

function distanceBetween(annotated: AnnotatedText, uncued: UncuedMark, other: Found): Away {
  const here = annotated.sentences.at(uncued.sentence) as Sentence;
  const there = annotated.sentences.at(other.sentence) as Sentence;
  if (uncued.sentence === other.sentence) return AWAY['same-sentence'];
  const paragraphs = Math.abs(here.paragraph - there.paragraph);
  if (paragraphs === 0)
    return Math.abs(uncued.sentence - other.sentence) === 1
      ? AWAY['next-sentence']
      : AWAY['same-paragraph'];
  if (paragraphs > 1) return AWAY.far;
  return there.from <= here.from && annotated.markOf[there.to - 1] !== -1
    ? AWAY['next-paragraph-open']
    : AWAY['next-paragraph'];
}
