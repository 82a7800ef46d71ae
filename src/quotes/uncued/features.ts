/**
 * What is seen of a stretch in marks that no cue claimed, whatever it is taken for.
 * @module
 */
import { endsInColon, type Scene, type Sentence } from '../../annotation/annotated.ts';
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
import { grid } from '../model/features.ts';
import { ROLES, type LooseMark } from './roles.ts';

const SIZES = ['1', '2', '3', '4-5', '6-9', '10-19', '20+'] as const;
export const STANDS = ['whole', 'opens', 'closes', 'inside'] as const;
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
export const NO_YES = ['no', 'yes'] as const;

const sizeOf = grid('loose/role+size', ROLES, SIZES);
const standsAs = grid('loose/role+stands', ROLES, STANDS);
const afterWhat = grid('loose/role+before', ROLES, BEFORE);
const endsWith = grid('loose/role+end', ROLES, ENDS);
const startsCapital = grid('loose/role+capital', ROLES, NO_YES);
const titleCase = grid('loose/role+title-case', ROLES, NO_YES);
const isSingle = grid('loose/role+single', ROLES, NO_YES);
const firstPerson = grid('loose/role+first-person', ROLES, NO_YES);
const LENGTHS = ['few', 'some', 'many'] as const;
const sizeStands = STANDS.map((stands) => grid(`loose/role+size/${stands}`, ROLES, LENGTHS));
/** A stretch that opens its sentence and ends in a comma is as good as said, whatever the verb. */
const standsEnds = STANDS.map((stands) => grid(`loose/role+end/${stands}`, ROLES, ENDS));
const announced = grid('loose/role+announced', ROLES, STANDS);

/** What is seen of the stretch itself, whatever its role. */
export interface View {
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

export function viewOf(scene: Scene, loose: LooseMark): View {
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

/** The features of the stretch in one role. */
export function shared(role: number, view: View): readonly number[] {
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
