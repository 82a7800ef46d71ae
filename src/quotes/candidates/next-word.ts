/**
 * What sort of word content starts with, or is followed by.
 * @module
 */
import { chunkFrom } from '../../annotation/adverbials.ts';
import type { Scene, Sentence } from '../../annotation/annotated.ts';
import { COMMA, PLAIN } from '../../annotation/punctuation.ts';
import {
  ADVERB,
  AUXILIARY,
  COORDINATOR,
  CUE,
  CUE_ING,
  DETERMINER,
  isCue,
  NAME,
  NUMBER,
  PARTICIPLE,
  PREPOSITION,
  PRONOUN,
  RELATIVE,
  SUBORDINATOR,
  TIME,
  VERB,
} from '../../annotation/tags.ts';
import { isLetter, isUpper } from '../../text/chars.ts';

export const NEXT = [
  'none',
  'coordinator',
  'coordinator-cue',
  'coordinator-subject',
  'coordinator-verb',
  'determiner',
  'subordinator',
  'subordinator-cue',
  'subordinator-report',
  'relative',
  'preposition',
  'ing',
  'cue',
  'cue-ing',
  'pronoun',
  'name',
  'time',
  'adverb',
  'verb',
  'mark',
  'other',
] as const;
export type Next = (typeof NEXT)[number];
/** The sort of the word at `word`; `none` behind the sentence. */
export function nextOf(scene: Scene, sentence: Sentence, word: number): Next {
  if (word >= sentence.to) return 'none';
  const { next } = sentence.memo;
  const at = word - sentence.from;
  const known = next[at];
  if (known) return NEXT[known - 1] as Next;
  const found = readNext(scene, sentence, word);
  next[at] = NEXT.indexOf(found) + 1;
  return found;
}

function readNext(scene: Scene, sentence: Sentence, word: number): Next {
  if (scene.markOf[word] !== -1) return 'mark';
  switch (scene.classes.of[word]) {
    case COORDINATOR:
      return afterCoordinator(scene, sentence, word + 1);
    case DETERMINER:
      return 'determiner';
    case SUBORDINATOR:
      return afterSubordinator(scene, sentence, word + 1);
    case RELATIVE:
      return 'relative';
    case PREPOSITION:
      return 'preposition';
    case CUE:
      return 'cue';
    case CUE_ING:
      return 'cue-ing';
    case PARTICIPLE:
      return 'ing';
    case PRONOUN:
      return 'pronoun';
    case NAME:
      return 'name';
    case TIME:
    case NUMBER:
      return 'time';
    case ADVERB:
      return 'adverb';
    case VERB:
    case AUXILIARY:
      return 'verb';
    default:
      return 'other';
  }
}

/** What a subordinator opens: "when asked", "after officials reported", or any other clause. */
function afterSubordinator({ classes }: Scene, sentence: Sentence, word: number): Next {
  if (isCue(classes.of[word])) return 'subordinator-cue';
  const subject = chunkFrom(sentence, word);
  return subject && isCue(classes.of[subject.reach]) ? 'subordinator-report' : 'subordinator';
}

/** What a coordinator ties on: a verb of saying, a new clause, or just a noun. */
function afterCoordinator(scene: Scene, sentence: Sentence, word: number): Next {
  let at = word;
  while (
    at < sentence.to - 1 &&
    (scene.classes.of[at] === ADVERB || scene.classes.of[at] === AUXILIARY)
  )
    at++;
  const kind = scene.classes.of[at];
  if (at >= sentence.to || scene.markOf[at] !== -1) return 'coordinator';
  if (isCue(kind)) return 'coordinator-cue';
  if (kind === VERB || (scene.lexicon.profile.verbFinal && scene.classes.of[word] === AUXILIARY))
    return 'coordinator-verb';
  return kind === PRONOUN || isSubjectAt(scene, sentence, at)
    ? 'coordinator-subject'
    : 'coordinator';
}

/** A noun phrase with a verb right behind it. */
export function isSubjectAt(scene: Scene, sentence: Sentence, word: number): boolean {
  const chunk = chunkFrom(sentence, word);
  if (!chunk || scene.gaps[chunk.reach] !== PLAIN) return false;
  const kind = scene.classes.of[chunk.reach];
  return chunk.reach < sentence.to && (isCue(kind) || kind === AUXILIARY || kind === VERB);
}

export function isCapitalAt({ doc }: Scene, word: number): boolean {
  const letter = doc.text.charCodeAt(doc.words.start[word] as number);
  return isLetter(letter) && isUpper(letter);
}

/** "While Hale said | that …, she …": whether a subordinate clause holds the words in front of `at`. */
export function isSubordinate(
  { classes, gaps, markOf }: Scene,
  sentence: Pick<Sentence, 'from'>,
  at: number,
): boolean {
  for (let w = at - 1; w >= Math.max(sentence.from, at - MOST_IN_CLAUSE); w--) {
    if (markOf[w] !== -1) return false;
    if (classes.of[w] === SUBORDINATOR) return w === sentence.from || gaps[w] === COMMA;
    if (gaps[w] === COMMA) return false;
  }
  return false;
}

const MOST_IN_CLAUSE = 14;
