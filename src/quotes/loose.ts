/**
 * Marked stretches that no cue claimed: the rest of a quote, a quote without a cue, or nobody's words at all
 * (a scare quote, a title, a nickname).
 * @module
 */
import {
  DETERMINER,
  NAME,
  POSSESSIVE,
  PREPOSITION,
  AUXILIARY,
  VERB,
  isCue,
} from '../mentions/classes.ts';
import { COLON, COMMA, DASH, PLAIN } from '../mentions/gaps.ts';
import { CAPITAL } from '../text/words.ts';
import { isLetter, isUpper } from '../text/chars.ts';
import { endsInColon } from './announced.ts';
import { grid } from './features.ts';
import type { Scene, Sentence } from './scene.ts';
import { subjectOf } from './subjects.ts';
import { headOf, kindOf, KINDS as MENTION_KINDS } from './kinds.ts';

/** A quote found so far, as far as its neighbours need to know it. */
export interface Found {
  /** Number of the sentence of its cue. */
  readonly sentence: number;
  readonly from: number;
  readonly to: number;
  readonly marked: boolean;
  readonly source: { readonly from: number; readonly to: number } | null;
}

/** `earlier`: the last quote in marks, where another one without marks lies between. */
export type Role = 'previous' | 'earlier' | 'next' | 'new';

/** Quotes around a loose stretch: those whose content starts last before it and first after it. */
export interface Neighbours {
  readonly previous: Found | undefined;
  readonly earlier: Found | undefined;
  readonly next: Found | undefined;
}

/** One way to read a loose stretch. `source` is half-open word numbers, or null. */
export interface Reading {
  readonly role: Role;
  readonly source: { readonly from: number; readonly to: number } | null;
  readonly features: readonly number[];
  /** Certain by its form alone: “…” — Mayor Reed. */
  readonly certain?: true;
}

/** A stretch in marks as words, half-open. */
export interface LooseMark {
  readonly mark: number;
  readonly sentence: number;
  readonly from: number;
  readonly to: number;
}

const ROLES: readonly Role[] = ['previous', 'earlier', 'next', 'new'];
const SIZES = ['1', '2', '3', '4-5', '6-9', '10-19', '20+'] as const;
const STANDS = ['whole', 'opens', 'closes', 'inside'] as const;
const BEFORE = [
  'start',
  'colon',
  'comma',
  'dash',
  'determiner',
  'possessive',
  'preposition',
  'verb',
  'cue',
  'name',
  'work',
  'scare',
  'other',
] as const;
const ENDS = ['comma', 'stop', 'question', 'none'] as const;
const AWAY = [
  'same-sentence',
  'next-sentence',
  'same-paragraph',
  'next-paragraph',
  'next-paragraph-open',
  'far',
] as const;
const SIDES = [
  'left',
  'right',
  'right-dash',
  'signature',
  'left-colon',
  'previous',
  'next',
  'previous-colon',
  'nobody',
  'quote',
  'subject',
  'subject-colon',
] as const;
const KINDS = [...MENTION_KINDS, 'none'] as const;
const NO_YES = ['no', 'yes'] as const;

const sizeOf = grid('loose/role+size', ROLES, SIZES);
const standsAs = grid('loose/role+stands', ROLES, STANDS);
const afterWhat = grid('loose/role+before', ROLES, BEFORE);
const endsWith = grid('loose/role+end', ROLES, ENDS);
const startsCapital = grid('loose/role+capital', ROLES, NO_YES);
const titleCase = grid('loose/role+title-case', ROLES, NO_YES);
const isSingle = grid('loose/role+single', ROLES, NO_YES);
const firstPerson = grid('loose/role+first-person', ROLES, NO_YES);
const away = grid('loose/role+away', ROLES, AWAY);
const joinsMarked = grid('loose/role+quote-marked', ROLES, NO_YES);
const wholeAway = grid('loose/stands+away', STANDS, AWAY);
const sideOfKind = grid('loose/side+kind', SIDES, KINDS);
const sideStands = grid('loose/side+stands', SIDES, STANDS);
const LENGTHS = ['few', 'some', 'many'] as const;
const sizeStands = STANDS.map((stands) => grid(`loose/role+size/${stands}`, ROLES, LENGTHS));
/** A stretch that opens its sentence and ends in a comma is as good as said, whatever the verb. */
const standsEnds = STANDS.map((stands) => grid(`loose/role+end/${stands}`, ROLES, ENDS));
const announced = grid('loose/role+announced', ROLES, STANDS);
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
  if (previous && canGoOn(scene, loose, previous))
    readings.push({
      ...joining(scene, loose, view, 'previous', previous),
      ...(isNextInRow(scene, loose, previous) ? { certain: true as const } : {}),
    });
  if (earlier) readings.push(joining(scene, loose, view, 'earlier', earlier));
  if (next && next.from >= loose.to) readings.push(joining(scene, loose, view, 'next', next));
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
  if (previous?.source)
    readings.push(sameSpeaker(scene, loose, view, previous));
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
    sentences[number - 1]?.paragraph !== paragraph && sentences[number + 1]?.paragraph !== paragraph;
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

/** What is seen of the stretch itself, whatever its role. */
interface View {
  readonly size: number;
  readonly stands: number;
  readonly before: number;
  readonly end: number;
  readonly capital: number;
  readonly title: number;
  readonly single: number;
  readonly first: number;
  readonly length: number;
  /** Whether the sentence before ends in a colon. */
  readonly announced: boolean;
}

function viewOf(scene: Scene, loose: LooseMark): View {
  const { doc, marked, lexicon } = scene;
  const sentence = scene.sentences[loose.sentence] as Sentence;
  const previous = scene.sentences[loose.sentence - 1];
  const mark = marked[loose.mark] as { start: number; end: number; single: boolean };
  const letter = doc.text.charCodeAt(doc.words.start[loose.from] as number);
  let first = 0;
  for (let w = loose.from; w < loose.to; w++)
    if (lexicon.at(w, 'pronoun')?.attribute.startsWith('first')) first = 1;
  return {
    size: sizeClass(loose.to - loose.from),
    length: loose.to - loose.from < 4 ? 0 : loose.to - loose.from < 10 ? 1 : 2,
    announced: previous !== undefined && endsInColon(scene, previous),
    stands: stance(sentence, loose),
    before: BEFORE.indexOf(wordBefore(scene, sentence, loose.from)),
    end: ENDS.indexOf(endOf(doc.text.slice(Math.max(mark.start, mark.end - 3), mark.end))),
    capital: isLetter(letter) && isUpper(letter) ? 1 : 0,
    title: isTitleCase(scene, loose) ? 1 : 0,
    single: mark.single ? 1 : 0,
    first,
  };
}

function shared(role: number, view: View): readonly number[] {
  return [
    sizeOf(role, view.size),
    standsAs(role, view.stands),
    afterWhat(role, view.before),
    endsWith(role, view.end),
    startsCapital(role, view.capital),
    titleCase(role, view.title),
    isSingle(role, view.single),
    (sizeStands[view.stands] as (typeof sizeStands)[0])(role, view.length),
    (standsEnds[view.stands] as (typeof standsEnds)[0])(role, view.end),
    ...(view.announced ? [announced(role, view.stands)] : []),
    firstPerson(role, view.first),
  ];
}

function sizeClass(words: number): number {
  if (words <= 3) return Math.max(0, words - 1);
  if (words <= 5) return 3;
  if (words <= 9) return 4;
  return words < 20 ? 5 : 6;
}

function stance(sentence: Sentence, { from, to }: LooseMark): number {
  if (from <= sentence.from) return to >= sentence.to ? 0 : 1;
  return to >= sentence.to ? 2 : 3;
}

function wordBefore(scene: Scene, sentence: Sentence, from: number): (typeof BEFORE)[number] {
  const { gaps, classes, lexicon } = scene;
  if (from <= sentence.from) return 'start';
  const before = from - 1;
  if (lexicon.has(before, 'scare-cue')) return 'scare';
  if (lexicon.has(before, 'work-noun')) return 'work';
  // The mark itself hides the punctuation in front of it: look at the text.
  const gap = scene.doc.text.slice(scene.doc.words.end[before], scene.doc.words.start[from]);
  if (gap.includes(':')) return 'colon';
  if (gap.includes(',')) return 'comma';
  if (gaps[from] === DASH) return 'dash';
  const kind = classes.of[before];
  if (kind === DETERMINER) return 'determiner';
  if (kind === POSSESSIVE) return 'possessive';
  if (kind === PREPOSITION) return 'preposition';
  if (kind === VERB || kind === AUXILIARY) return 'verb';
  if (isCue(kind)) return 'cue';
  return kind === NAME ? 'name' : 'other';
}

function endOf(tail: string): (typeof ENDS)[number] {
  if (/[?!]/.test(tail)) return 'question';
  if (/[.…]/.test(tail)) return 'stop';
  return tail.includes(',') ? 'comma' : 'none';
}

/** Most words in capitals, as titles of works are written. */
function isTitleCase(scene: Scene, { from, to }: LooseMark): boolean {
  let capitals = 0;
  for (let w = from; w < to; w++) if ((scene.doc.words.shape[w] as number) & CAPITAL) capitals++;
  return capitals >= 0.6 * (to - from);
}

function joining(
  scene: Scene,
  loose: LooseMark,
  view: View,
  role: Exclude<Role, 'new'>,
  other: Found,
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
    ],
  };
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

type Side = (typeof SIDES)[number];

interface NearSource {
  readonly source: { readonly from: number; readonly to: number } | null;
  readonly side: Side;
}

/** Mentions that may have said a stretch without a cue: beside it, or subject of the sentence next to it. */
function sourcesNear(scene: Scene, loose: LooseMark): readonly NearSource[] {
  const sentence = scene.sentences[loose.sentence] as Sentence;
  const found: NearSource[] = [{ source: null, side: 'nobody' }];
  const left = sentence.chunks
    .filter((chunk) => chunk.to <= loose.from)
    .slice(-3)
    .reverse();
  const colon = loose.from > sentence.from && gapText(scene, loose.from).includes(':');
  for (const source of left) found.push({ source, side: colon ? 'left-colon' : 'left' });
  const own = scene.classes.capitalNouns ? subjectOf(scene, sentence) : undefined;
  if (own && own.to <= loose.from)
    found.push({ source: own, side: colon ? 'subject-colon' : 'subject' });
  const right = sentence.chunks.find((chunk) => chunk.from >= loose.to);
  if (right)
    found.push({ source: right, side: isDashBefore(scene, loose.to) ? 'right-dash' : 'right' });
  const previous = scene.sentences[loose.sentence - 1];
  const subject = previous && subjectOf(scene, previous);
  if (
    previous &&
    subject &&
    sentence.paragraph - previous.paragraph <= 1 &&
    canSpeak(scene, subject)
  )
    found.push({
      source: subject,
      side: endsInColon(scene, previous) ? 'previous-colon' : 'previous',
    });
  const next = scene.sentences[loose.sentence + 1];
  const following = next?.chunks[0];
  if (next && following && next.paragraph === sentence.paragraph && canSpeak(scene, following))
    found.push({ source: following, side: 'next' });
  if (next && following && isSignatureLine(scene, loose, next))
    found.push({ source: following, side: 'signature' });
  return found;
}

/** A whole sentence in marks, a dash, and nothing but who said it. */
function isSignature(scene: Scene, loose: LooseMark, source: NearSource['source']): boolean {
  const sentence = scene.sentences[loose.sentence] as Sentence;
  if (!source || loose.from > sentence.from || source.from !== loose.to) return false;
  return sentence.to - loose.to <= MOST_IN_SIGNATURE && canSpeak(scene, source);
}

/** The same with the dash and the name in a sentence of their own, or on the next line. */
function isSignatureLine(scene: Scene, loose: LooseMark, next: Sentence): boolean {
  const sentence = scene.sentences[loose.sentence] as Sentence;
  const source = next.chunks[0];
  if (!source || source.from !== next.from || next.paragraph - sentence.paragraph > 1) return false;
  if (loose.from > sentence.from || loose.to < sentence.to) return false;
  const isShort = next.to - next.from <= MOST_IN_SIGNATURE && next.cues.length === 0;
  return isShort && isDashBetween(scene, loose, next.from) && canSpeak(scene, source);
}

/** Whether nothing but a dash stands between a stretch and a word. */
function isDashBetween({ doc, marked }: Scene, { mark }: LooseMark, word: number): boolean {
  const { end } = marked[mark] as { end: number };
  const start = doc.words.start[word] as number;
  return start - end <= MOST_BETWEEN && /^\s*[-–—―]+\s*$/.test(doc.text.slice(end, start));
}

const MOST_BETWEEN = 12;

const MOST_IN_SIGNATURE = 10;

/** Whether a mention is of a sort that speaks: a name, a pronoun, a role; not "drums". */
function canSpeak(
  scene: Scene,
  { from, to }: { readonly from: number; readonly to: number },
): boolean {
  const kind = kindOf(scene, from, headOf(scene, from, to));
  return kind !== 'other' && kind !== 'time' && kind !== 'number' && kind !== 'neuter';
}

function gapText(scene: Scene, word: number): string {
  return scene.doc.text.slice(scene.doc.words.end[word - 1], scene.doc.words.start[word]);
}

function isDashBefore(scene: Scene, word: number): boolean {
  const gap = scene.gaps[word];
  return (
    gap === DASH ||
    (gap !== PLAIN && gap !== COMMA && gap !== COLON && /[-–—]/.test(gapText(scene, word)))
  );
}
