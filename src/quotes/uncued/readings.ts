/**
 * Marked stretches that no cue claimed: the rest of a quote, a quote without a cue, or nobody's words at all
 * (a scare quote, a title, a nickname).
 * @module
 */
import { sentenceAt, type Scene, type Sentence } from '../../annotation/annotated.ts';
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
import type { Found, Neighbours } from './neighbours.ts';
import type { LooseMark, Role } from './roles.ts';
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

/** One way to read a loose stretch. */
export type Reading = Joining | NewQuote;

/**
 * All readings of a loose stretch but "nobody's words", which scores 0.
 */
export function readingsOf(
  scene: Scene,
  loose: LooseMark,
  { previous, earlier, next }: Neighbours,
): readonly Reading[] {
  const view = viewOf(scene, loose);
  const between = isBetween(previous, earlier);
  const join = (role: Joining['role'], other: Found, certain = false): Joining => ({
    role,
    features: joiningFeatures(scene, loose, view, ROLE[role], other, between),
    certain,
  });
  const readings: Reading[] = [];
  if (previous && canGoOn(scene, loose, previous))
    readings.push(join('previous', previous, isNextInRow(scene, loose, previous)));
  if (earlier) readings.push(join('earlier', earlier));
  if (next && next.from >= loose.to) readings.push(join('next', next));
  for (const { source, side } of sourcesNear(scene, loose)) {
    const isSigned =
      side === SIDE.signature || (side === SIDE['right-dash'] && isSignature(scene, loose, source));
    const features = newFeatures(scene, view, source, side);
    readings.push({ role: 'new', source, features, certain: isSigned });
  }
  if (previous?.source) readings.push(sameSpeaker(scene, loose, view, previous));
  return readings;
}

/** Words in marks on a line of their own do not go on with words without marks on the line before. */
function canGoOn({ sentences }: Scene, loose: LooseMark, previous: Found): boolean {
  return (
    previous.marked ||
    sentences[previous.sentence]?.paragraph === sentences[loose.sentence]?.paragraph
  );
}

/** Paragraphs wholly in marks that follow one another are one quote, also where each is closed. */
function isNextInRow(scene: Scene, loose: LooseMark, previous: Found): boolean {
  const here = scene.sentences[loose.sentence] as Sentence;
  const before = scene.sentences[loose.sentence - 1];
  if (!before || before.paragraph !== here.paragraph - 1 || previous.to !== before.to) return false;
  return isWholeParagraph(scene, loose.sentence) && isWholeParagraph(scene, loose.sentence - 1);
}

/** Whether a sentence is a paragraph and stands in one pair of marks. */
function isWholeParagraph({ sentences, markOf }: Scene, number: number): boolean {
  const { from, to, paragraph } = sentences[number] as Sentence;
  const isAlone =
    sentences[number - 1]?.paragraph !== paragraph &&
    sentences[number + 1]?.paragraph !== paragraph;
  return isAlone && markOf[from] !== -1 && markOf[from] === markOf[to - 1];
}

/** A quote of its own, by whoever said the one before. */
function sameSpeaker(scene: Scene, loose: LooseMark, view: View, previous: Found): NewQuote {
  const { source } = previous;
  const features = [
    ...newFeatures(scene, view, source, SIDE.quote),
    F.quoteAway.cell(view.stands, distanceBetween(scene, loose, previous)),
    F.quoteMarked.cell(view.stands, previous.marked ? YES : NO),
  ];
  return { role: 'new', source, features, certain: false };
}

function newFeatures(scene: Scene, view: View, source: WordSpan | null, side: Side): number[] {
  return [
    ...shared(ROLE.new, view),
    F.sideKind.cell(side, kindOfSource(scene, source)),
    F.sideStands.cell(side, view.stands),
  ];
}

function kindOfSource(scene: Scene, source: WordSpan | null): KindNumber {
  return KIND[source ? kindOf(scene, source.from, headOf(scene, source.from, source.to)) : 'none'];
}

function joiningFeatures(
  scene: Scene,
  loose: LooseMark,
  view: View,
  role: RoleNumber,
  other: Found,
  between: Between,
): readonly number[] {
  const distance = distanceBetween(scene, loose, other);
  return [
    ...shared(role, view),
    F.away.cell(role, distance),
    F.joinsMarked.cell(role, other.marked ? YES : NO),
    F.standsAway.cell(view.stands, distance),
    F.between.cell(role, between),
    F.touches.cell(role, touches(scene, loose, other)),
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
function touches(scene: Scene, { from, to }: LooseMark, other: Found): Touches {
  const [end, start] = other.from >= to ? [to, other.from] : [other.to, from];
  const isNewLine = sentenceAt(scene, end - 1).paragraph !== sentenceAt(scene, start).paragraph;
  if (end === start) return isNewLine ? TOUCH['next-line'] : TOUCH.touches;
  if (sentenceAt(scene, end - 1).to !== sentenceAt(scene, start).from) return TOUCH.apart;
  return isNewLine ? TOUCH['behind-line'] : TOUCH.behind;
}

function distanceBetween(scene: Scene, loose: LooseMark, other: Found): Away {
  const here = scene.sentences[loose.sentence] as Sentence;
  const there = scene.sentences[other.sentence] as Sentence;
  if (loose.sentence === other.sentence) return AWAY['same-sentence'];
  const paragraphs = Math.abs(here.paragraph - there.paragraph);
  if (paragraphs === 0)
    return Math.abs(loose.sentence - other.sentence) === 1
      ? AWAY['next-sentence']
      : AWAY['same-paragraph'];
  if (paragraphs > 1) return AWAY.far;
  return there.from <= here.from && scene.markOf[there.to - 1] !== -1
    ? AWAY['next-paragraph-open']
    : AWAY['next-paragraph'];
}
