/**
 * Marked stretches that no cue claimed: the rest of a quote, a quote without a cue, or nobody's words at all
 * (a scare quote, a title, a nickname).
 * @module
 */
import { sentenceAt, type Scene, type Sentence } from '../../annotation/annotated.ts';
import { headOf, kindOf, KINDS as MENTION_KINDS } from '../../annotation/mention-types.ts';
import { grid } from '../model/features.ts';
import { NO_YES, shared, STANDS, viewOf, type View } from './features.ts';
import type { Found, Neighbours } from './neighbours.ts';
import { ROLES, type LooseMark, type Role } from './roles.ts';
import { isSignature, SIDES, sourcesNear } from './sources.ts';

/** One way to read a loose stretch. `source` is half-open word numbers, or null. */
export interface Reading {
  readonly role: Role;
  readonly source: { readonly from: number; readonly to: number } | null;
  readonly features: readonly number[];
  /** Certain by its form alone: “…” — Mayor Reed. */
  readonly certain?: true;
}

const AWAY = [
  'same-sentence',
  'next-sentence',
  'same-paragraph',
  'next-paragraph',
  'next-paragraph-open',
  'far',
] as const;
const KINDS = [...MENTION_KINDS, 'none'] as const;
const away = grid('loose/role+away', ROLES, AWAY);
const joinsMarked = grid('loose/role+quote-marked', ROLES, NO_YES);
const wholeAway = grid('loose/stands+away', STANDS, AWAY);
const BETWEEN = ['none', 'same-speaker', 'same-sentence', 'other'] as const;
/** What lies between the last quote in marks and the stretch: "“A,” he said, adding that … “B.”". */
const roleBetween = grid('loose/role+between', ROLES, BETWEEN);
const TOUCHES = ['touches', 'next-line', 'behind', 'behind-line', 'apart'] as const;
const roleTouches = grid('loose/role+touches', ROLES, TOUCHES);
const roleSpans = grid('loose/role+spans', ROLES, ['1', '2', '3+']);
const sideOfKind = grid('loose/side+kind', SIDES, KINDS);
const sideStands = grid('loose/side+stands', SIDES, STANDS);
const quoteAway = grid('loose/side-quote+away', STANDS, AWAY);
const quoteMarked = grid('loose/side-quote+marked', STANDS, NO_YES);

/**
 * All readings of a loose stretch but "nobody's words", which scores 0.
 */
export function readingsOf(
  scene: Scene,
  loose: LooseMark,
  { previous, earlier, next }: Neighbours,
): readonly Reading[] {
  const view = viewOf(scene, loose);
  const readings: Reading[] = [];
  const between = BETWEEN.indexOf(isBetween(previous, earlier));
  if (previous && canGoOn(scene, loose, previous))
    readings.push({
      ...joining(scene, loose, view, 'previous', previous, between),
      ...(isNextInRow(scene, loose, previous) ? { certain: true as const } : {}),
    });
  if (earlier) readings.push(joining(scene, loose, view, 'earlier', earlier, between));
  if (next && next.from >= loose.to)
    readings.push(joining(scene, loose, view, 'next', next, between));
  for (const { source, side } of sourcesNear(scene, loose)) {
    const kind = source
      ? kindOf(scene, source.from, headOf(scene, source.from, source.to))
      : 'none';
    const sideNumber = SIDES.indexOf(side);
    readings.push({
      role: 'new',
      source,
      features: [
        ...shared(ROLES.indexOf('new'), view),
        sideOfKind(sideNumber, KINDS.indexOf(kind)),
        sideStands(sideNumber, view.stands),
      ],
      ...(side === 'signature' || (side === 'right-dash' && isSignature(scene, loose, source))
        ? { certain: true as const }
        : {}),
    });
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
function sameSpeaker(scene: Scene, loose: LooseMark, view: View, previous: Found): Reading {
  const { source } = previous;
  const side = SIDES.indexOf('quote');
  const kind = source ? kindOf(scene, source.from, headOf(scene, source.from, source.to)) : 'none';
  return {
    role: 'new',
    source,
    features: [
      ...shared(ROLES.indexOf('new'), view),
      sideOfKind(side, KINDS.indexOf(kind)),
      sideStands(side, view.stands),
      quoteAway(view.stands, AWAY.indexOf(distanceBetween(scene, loose, previous))),
      quoteMarked(view.stands, previous.marked ? 1 : 0),
    ],
  };
}

function joining(
  scene: Scene,
  loose: LooseMark,
  view: View,
  role: Exclude<Role, 'new'>,
  other: Found,
  between: number,
): Reading {
  const number = ROLES.indexOf(role);
  const distance = AWAY.indexOf(distanceBetween(scene, loose, other));
  return {
    role,
    source: null,
    features: [
      ...shared(number, view),
      away(number, distance),
      joinsMarked(number, other.marked ? 1 : 0),
      wholeAway(view.stands, distance),
      roleBetween(number, between),
      roleTouches(number, TOUCHES.indexOf(touches(scene, loose, other))),
      roleSpans(number, Math.min(3, other.spans) - 1),
    ],
  };
}

/** How a quote without marks lies between a stretch and the last quote in marks. */
function isBetween(
  previous: Found | undefined,
  earlier: Found | undefined,
): (typeof BETWEEN)[number] {
  if (!previous || !earlier) return 'none';
  if (previous.sentence !== earlier.sentence) return 'other';
  return previous.source?.from === earlier.source?.from ? 'same-speaker' : 'same-sentence';
}

/** Whether a stretch stands right behind another quote's content, or behind the sentence that it ends in. */
function touches(scene: Scene, { from, to }: LooseMark, other: Found): (typeof TOUCHES)[number] {
  const [end, start] = other.from >= to ? [to, other.from] : [other.to, from];
  const isNewLine = sentenceAt(scene, end - 1).paragraph !== sentenceAt(scene, start).paragraph;
  if (end === start) return isNewLine ? 'next-line' : 'touches';
  if (sentenceAt(scene, end - 1).to !== sentenceAt(scene, start).from) return 'apart';
  return isNewLine ? 'behind-line' : 'behind';
}

function distanceBetween(scene: Scene, loose: LooseMark, other: Found): (typeof AWAY)[number] {
  const here = scene.sentences[loose.sentence] as Sentence;
  const there = scene.sentences[other.sentence] as Sentence;
  if (loose.sentence === other.sentence) return 'same-sentence';
  const paragraphs = Math.abs(here.paragraph - there.paragraph);
  if (paragraphs === 0)
    return Math.abs(loose.sentence - other.sentence) === 1 ? 'next-sentence' : 'same-paragraph';
  if (paragraphs > 1) return 'far';
  return there.from <= here.from && scene.markOf[there.to - 1] !== -1
    ? 'next-paragraph-open'
    : 'next-paragraph';
}
