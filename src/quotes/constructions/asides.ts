/**
 * Asides without a subject: "Las obras, | agregó, | terminarán en otoño", "«El acuerdo | —añadió— | no perjudica a nadie»". What stands on both sides is said.
 * @module
 */
import { adverbialAt, phraseFrom } from '../../annotation/adverbials.ts';
import {
  endOfMark,
  hasVerb,
  type AnnotatedText,
  type Sentence,
} from '../../annotation/annotated.ts';
import { COMMA, DASH, PLAIN } from '../../annotation/punctuation.ts';
import {
  ADVERB,
  AUXILIARY,
  COORDINATOR,
  NOUN,
  PRONOUN,
  RELATIVE,
  SUBORDINATOR,
  isVerbal,
} from '../../annotation/tags.ts';
import type { CueHit } from '../../rules/match/cues.ts';
import type { WordSpan } from '../../text/spans.ts';
import type { Built } from './built.ts';
import { verbBorder } from '../candidates/source-boundaries.ts';
import { nextClause } from '../clause-ends.ts';
import { canSpeak } from '../uncued/actors.ts';
import { pastTied } from '../behind-sources.ts';

/** What a verb in an aside of its own parts, in languages whose verbs need no subject; null where it is no such verb. */
export function asideWithoutSubject(
  annotated: AnnotatedText,
  sentence: Sentence,
  cue: CueHit,
): Built | null {
  const { classes, lexicon, markOf, rules } = annotated;
  if (cue.form !== 'past' && cue.form !== 'present') return null;
  const pronoun = pronounOf(annotated, cue);
  if (!pronoun && lexicon.endings('plural-verb-ending').length === 0) return null;
  if (!rules.cueRules[cue.rule]?.takes.includes('inverted')) return null;
  const border = pronoun
    ? groupStart(annotated, sentence, cue)
    : verbBorder(annotated, sentence, cue);
  if (border <= sentence.from || !isAside(annotated, border)) return null;
  for (let w = border; w < cue.from; w++) if (!pronoun && lexicon.has(w, 'impersonal')) return null;
  const behind = endOfAside(annotated, sentence, Math.max(cue.to, pronoun?.to ?? 0));
  if (behind < 0) return null;
  const isMarked = markOf[border - 1] !== -1;
  if (!isMarked && markOf[behind] !== -1)
    return mixedAside(annotated, sentence, border, behind, pronoun);
  if (isMarked && markOf[behind] === -1) return null;
  if (isMarked)
    return {
      content: [
        { from: startOfMark(annotated, sentence, border - 1), to: border },
        { from: behind, to: endOfMark(markOf, behind, sentence.to) },
      ],
      source: pronoun,
    };
  const kind = classes.of[behind];
  if (kind === COORDINATOR || kind === RELATIVE || kind === SUBORDINATOR) return null;
  const rest = { from: behind, to: nextClause(annotated, sentence, behind) };
  if (border - sentence.from > MOST_IN_FRONT) return null;
  // "El alcalde, Luis Vega, informó hoy, día 4, que …": in front of the aside a subject, and so behind it the verb.
  if (!hasVerb(annotated, { from: sentence.from, to: border }) && !startsWithVerb(annotated, rest))
    return null;
  return { content: [{ from: sentence.from, to: border }, rest], source: pronoun };
}

/** The word behind the verb and when it was said, if the aside ends in front of it; else -1. */
function endOfAside(annotated: AnnotatedText, sentence: Sentence, word: number): number {
  let at = word;
  for (let steps = 0; steps < MOST_ADVERBIALS && at < sentence.to; steps++) {
    if (isAside(annotated, at)) return at;
    const step = adverbialAt(annotated, sentence, at);
    if (!step || step.kind === 'phrase') return -1;
    at = step.to;
  }
  return -1;
}

/** "a-t-| elle | précisé", "dit-| il |": a pronoun inside the group of the verb, or right behind it. */
function pronounOf(
  { classes, gaps, lexicon }: AnnotatedText,
  { from, to }: CueHit,
): WordSpan | null {
  const behind = lexicon.has(to, 'liaison') ? to + 1 : to;
  for (const word of [behind, from - 1, from - 2, from - 3]) {
    if (classes.of[word] !== PRONOUN || gaps[word] !== PLAIN) continue;
    const isTied =
      word > from || lexicon.has(word - 1, 'liaison') || isAuxiliary(classes, word - 1);
    return isTied ? { from: word, to: word + 1 } : null;
  }
  return null;
}

function isAuxiliary({ of }: AnnotatedText['classes'], word: number): boolean {
  return of[word] === AUXILIARY || of[word] === ADVERB;
}

function groupStart(
  { classes, gaps, lexicon }: AnnotatedText,
  sentence: Sentence,
  { from }: CueHit,
): number {
  let at = from;
  const isSmall = (word: number): boolean =>
    isAuxiliary(classes, word) || classes.of[word] === PRONOUN || lexicon.has(word, 'liaison');
  while (at > sentence.from && from - at < MOST_IN_GROUP && gaps[at] === PLAIN && isSmall(at - 1))
    at--;
  return at;
}

/** "La obra, | precisó, | «no es autobiográfica»": in front of the aside stands something that cannot speak itself. */
function mixedAside(
  annotated: AnnotatedText,
  sentence: Sentence,
  border: number,
  behind: number,
  source: WordSpan | null,
): Built | null {
  const front = { from: sentence.from, to: border };
  const subject = phraseFrom(sentence, sentence.from);
  if (!subject || subject.pronoun || (canSpeak(annotated, subject) && !isText(annotated, subject)))
    return null;
  if (hasVerb(annotated, front) || pastTied(annotated, sentence, subject.to) !== border)
    return null;
  return {
    content: [front, { from: behind, to: nextClause(annotated, sentence, behind) }],
    source,
  };
}

/** "el libro", "la nota": what is said of it is said by whoever wrote it. */
function isText({ lexicon }: AnnotatedText, { from, to }: WordSpan): boolean {
  for (let w = from; w < to; w++) if (lexicon.has(w, 'document')) return true;
  return false;
}

/** "terminarán", "no se hará"; what no list holds may be a verb, unless a word for “that” follows a comma: "día 4, que …". */
function startsWithVerb(
  { classes: { of }, gaps, lexicon }: AnnotatedText,
  { from, to }: WordSpan,
): boolean {
  let at = from;
  while (at < to && (of[at] === ADVERB || lexicon.has(at, 'pronoun-object'))) at++;
  if (at > from) return at < to;
  if (isVerbal(of[at])) return true;
  if (of[at] !== NOUN) return false;
  for (let w = at + 1; w < Math.min(to, at + MOST_TO_THAT); w++)
    if (gaps[w] === COMMA && lexicon.has(w, 'complementizer')) return false;
  return true;
}

function isAside({ gaps }: AnnotatedText, word: number): boolean {
  return gaps[word] === COMMA || gaps[word] === DASH;
}

/** Where the words in marks that hold a word start in its sentence. */
export function startOfMark({ markOf }: AnnotatedText, { from }: Sentence, word: number): number {
  let at = word;
  while (at > from && markOf[at - 1] === markOf[word]) at--;
  return at;
}

const MOST_ADVERBIALS = 3;
const MOST_IN_GROUP = 5;
const MOST_TO_THAT = 10;
/** Without marks, longer clauses in front of a verb are told by it alone. Set by hand. */
const MOST_IN_FRONT = 12;
