/**
 * Verbs of saying without a subject of their own: "cerró el acto | al anunciar que …", "Tras asegurar que …, | Luis Vega pidió calma". Whoever the main clause
 * is about says it. Each function walks over one sentence at most, and the length of sentences is bounded.
 * @module
 */
import { phraseFrom } from '../annotation/adverbials.ts';
import { hasVerb, type AnnotatedText, type Sentence } from '../annotation/annotated.ts';
import { COMMA, PLAIN } from '../annotation/punctuation.ts';
import {
  ADVERB,
  AUXILIARY,
  COORDINATOR,
  DETERMINER,
  NAME,
  NOUN,
  NUMBER,
  POSSESSIVE,
  PREPOSITION,
  PRONOUN,
  RELATIVE,
  isVerbal,
} from '../annotation/tags.ts';
import type { CueHit } from '../rules/match/cues.ts';
import type { WordSpan } from '../text/spans.ts';
import { canSpeak } from './uncued/actors.ts';
import { pastTied } from './behind-sources.ts';

/** "Tras", "Después de haber": words in front of such a verb that opens its sentence. Set by hand. */
const MOST_IN_FRONT = 5;

/**
 * "Tras asegurar que el puente es seguro, | Luis Vega pidió calma": where the main clause starts behind the clause that a verb without a subject
 * reports at the front of its sentence; -1 if it does not stand there.
 * @param from the first word of the reported clause
 */
export function mainClauseBehind(
  annotated: AnnotatedText,
  sentence: Sentence,
  cue: CueHit,
  from: number,
): number {
  if (!opensWithout(annotated, sentence, cue)) return -1;
  const { gaps, markOf } = annotated;
  for (let w = from + 1; w < sentence.to; w++)
    if (gaps[w] === COMMA && markOf[w] === -1 && verbOf(annotated, sentence, w) >= 0) return w;
  return -1;
}

/** Whether a verb without a subject opens its sentence, a preposition and the like in front of it. */
function opensWithout(
  { classes: { of }, gaps }: AnnotatedText,
  { from }: Sentence,
  cue: CueHit,
): boolean {
  if (cue.from - from > MOST_IN_FRONT) return false;
  if (cue.form !== 'base' && cue.form !== 'participle' && cue.form !== 'ing') return false;
  if (cue.from > from ? of[from] !== PREPOSITION : cue.form !== 'ing') return false;
  for (let w = from; w < cue.from; w++)
    if (IN_MENTION.has(of[w] as number) || (w > from && gaps[w] !== PLAIN)) return false;
  return true;
}

const IN_MENTION: ReadonlySet<number> = new Set([
  DETERMINER,
  NAME,
  NOUN,
  NUMBER,
  POSSESSIVE,
  PRONOUN,
  RELATIVE,
]);

/** The verb of a clause that starts at `word` with it, or with its subject; -1 if no such clause starts there. */
function verbOf(annotated: AnnotatedText, sentence: Sentence, word: number): number {
  const { of } = annotated.classes;
  const phrase = phraseFrom(sentence, word);
  let at = phrase ? pastTied(annotated, sentence, phrase.to) : word;
  while (at < sentence.to && annotated.gaps[at] === PLAIN && of[at] === ADVERB) at++;
  if (at > word && annotated.gaps[at] !== PLAIN) return -1;
  return isVerbal(of[at]) ? at : -1;
}

/** Whom the main clause of an infinitive or of a verb at the front of its sentence is about; null where its subject is left out. */
export function subjectOfMain(
  annotated: AnnotatedText,
  sentence: Sentence,
  cue: CueHit,
  content: readonly WordSpan[],
): WordSpan | null {
  const behind = content.at(-1)?.to ?? sentence.to;
  if (opensWithout(annotated, sentence, cue)) return speakerAt(annotated, sentence, behind);
  const { classes, gaps, markOf } = annotated;
  // "…», ha dicho | Luis Vega | antes de añadir que": behind a verb stands its subject only where something was said in front.
  let isTag = false;
  const start = pastAdjunct(annotated, sentence, cue);
  for (let w = start; w < cue.from; w++) {
    if (markOf[w] !== -1) continue;
    isTag ||= w > start && (gaps[w] === COMMA || markOf[w - 1] !== -1);
    const before = classes.of[w - 1];
    const speaker = speakerAt(annotated, sentence, w);
    if (speaker && (w === start || (before !== PREPOSITION && before !== COORDINATOR)))
      return speaker;
    if (!isTag && hasVerb(annotated, { from: w, to: w + 1 })) return null;
  }
  return null;
}

/** "Al ser preguntado por la obra, | el alcalde se limitó a decir que": behind what an opening preposition holds. */
function pastAdjunct({ classes, gaps }: AnnotatedText, { from }: Sentence, cue: CueHit): number {
  if (classes.of[from] !== PREPOSITION) return from;
  for (let w = from + 1; w < cue.from; w++) if (gaps[w] === COMMA) return w;
  return from;
}

function speakerAt(annotated: AnnotatedText, sentence: Sentence, word: number): WordSpan | null {
  const phrase = phraseFrom(sentence, word);
  return phrase && canSpeak(annotated, phrase) ? { from: phrase.from, to: phrase.to } : null;
}

/**
 * "el apoyo de | los diputados | que admitieron que …": whom a relative clause is about that the verb of saying stands in; null if it stands in none.
 * @param isAnybody whether the subject may be of any sort: "quinientas personas | que alegan haber sufrido"
 */
export function subjectOfRelative(
  annotated: AnnotatedText,
  sentence: Sentence,
  cue: CueHit,
  isAnybody = false,
): WordSpan | null {
  const { classes, gaps, lexicon } = annotated;
  if (cue.form !== 'past' && cue.form !== 'present' && cue.form !== 'participle') return null;
  let that = cue.from - 1;
  while (that > sentence.from && gaps[that + 1] === PLAIN && isSmall(classes.of[that])) that--;
  if (gaps[that + 1] !== PLAIN || !lexicon.has(that, 'complementizer')) return null;
  // A word for “that” right behind a noun looks like a part of its phrase.
  const before = sentence.phrases.find(
    ({ from, reach, to }) => reach === that || to === that || (to === that + 1 && from < that),
  );
  if (!before || before.pronoun || (gaps[that] !== PLAIN && gaps[that] !== COMMA)) return null;
  const subject = { from: before.from, to: Math.min(before.to, that) };
  return isAnybody || canSpeak(annotated, subject) ? subject : null;
}

const isSmall = (kind: number | undefined): boolean => kind === ADVERB || kind === AUXILIARY;
