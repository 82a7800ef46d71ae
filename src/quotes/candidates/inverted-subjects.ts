/**
 * Whom an inverted verb or a preposition of saying has for its subject, in languages that share the weights of English but
 * not its word order: behind adverbials and whom something was told, and in front of a clause that no comma sets off.
 * @module
 */
import { adverbialAt, phraseFrom } from '../../annotation/adverbials.ts';
import { endOfMark, type AnnotatedText, type Sentence } from '../../annotation/annotated.ts';
import { headOf, SPEAKERS } from '../../annotation/mention-types.ts';
import type { NounPhrase } from '../../annotation/noun-phrases.ts';
import { COMMA, isBehindMark, PLAIN, QUOTE_MARK } from '../../annotation/punctuation.ts';
import { COORDINATOR, NAME, NOUN, PREPOSITION } from '../../annotation/tags.ts';
import { subjectFrom } from './nominative.ts';
import type { CueHit } from '../../rules/match/cues.ts';
import type { WordSpan } from '../../text/spans.ts';
import { CAPITAL } from '../../text/words.ts';

/**
 * "Według policji | kierowca jechał": without articles and without a comma, a noun for whoever speaks and the subject of the
 * clause behind it look like one phrase. The word behind the former, or -1.
 */
export function speakerBeforeClause(
  { classes: { of }, gaps, lexicon, rules }: AnnotatedText,
  cue: CueHit,
  { from, to }: NounPhrase,
): number {
  if (lexicon.profile.fittedQuotes || !rules.cueRules[cue.rule]?.takes.includes('source-after'))
    return -1;
  if (gaps[to] !== PLAIN && gaps[to] !== QUOTE_MARK) return -1;
  const isPair = to - from > 1 && of[from] === NOUN && of[from + 1] === NOUN;
  if (isPair && SPEAKERS.some((list) => lexicon.has(from, list)))
    return behindName(of, from, to) ?? from + 1;
  return behindName(of, from, to) ?? -1;
}

/** "Według posła Jana Kota | ustawa jest …": the noun behind a name that ends there opens the clause. */
function behindName(of: Uint8Array, from: number, to: number): number | undefined {
  for (let w = from + 1; w < to; w++) if (of[w - 1] === NAME && of[w] === NOUN) return w;
  return undefined;
}

/**
 * Where the subject of an inverted verb starts: "a déclaré | jeudi à l'AFP | le ministre". Weights fitted on a language know
 * by themselves what its word order allows.
 */
export function behindAdverbials(
  annotated: AnnotatedText,
  sentence: Sentence,
  verb: number,
  cue: CueHit,
): number {
  if (annotated.lexicon.profile.fittedQuotes) return verb;
  let at = pastNameInMarks(annotated, verb);
  for (let steps = 0; steps < MOST_ADVERBIALS && annotated.gaps[at] === PLAIN; steps++) {
    const step = adverbialAt(annotated, sentence, at) ?? objectAt(annotated, sentence, at, cue);
    // "disse ao negar que | a obra parou": another clause starts.
    if (!step || annotated.lexicon.has(step.to - 1, 'complementizer')) break;
    at = step.to;
  }
  const isFree = annotated.gaps[at] === PLAIN || annotated.gaps[at] === QUOTE_MARK;
  return isFree && phraseFrom(sentence, at) ? at : verb;
}

/** "розводить | руками | селянин": a mention in a case that no subject has. */
function objectAt(
  annotated: AnnotatedText,
  sentence: Sentence,
  at: number,
  cue: CueHit,
): { readonly to: number } | null {
  const phrase = phraseFrom(sentence, at);
  return phrase && subjectFrom(annotated, phrase, cue) < 0 ? phrase : null;
}

const MOST_ADVERBIALS = 4;

/**
 * "ha scritto | su X", "dice | sobre el británico", "rememoró, | no sin cierto sarcasmo": behind a preposition, or a comma, nobody is the subject of
 * the verb. Weights fitted on a language know that by themselves.
 */
export function isOblique(annotated: AnnotatedText, at: number, phrase: NounPhrase): boolean {
  const { classes, gaps, lexicon } = annotated;
  const { from } = phrase;
  if (lexicon.profile.fittedQuotes || from === at) return false;
  if (speaksFromInside(annotated, phrase)) return false;
  // "Acusó | al Gobierno de mentir"
  const isTold = !lexicon.profile.cases && lexicon.has(from - 1, 'addressee-preposition');
  if (isTold && gaps[from] === PLAIN && !isDocument(annotated, phrase)) return true;
  if (!lexicon.profile.cases && isReadOrNamed(annotated, phrase)) return false;
  if (!lexicon.profile.cases && classes.of[from - 1] === COORDINATOR) return true;
  return (
    gaps[at] === COMMA || (classes.of[from - 1] === PREPOSITION && !lexicon.has(from - 1, 'agent'))
  );
}

/** "сообщили | в министерстве", "señalaron | desde la fiscalía": those inside a body speak for it. */
function speaksFromInside(
  { doc, gaps, lexicon }: AnnotatedText,
  { from, to }: NounPhrase,
): boolean {
  const isNear = gaps[from - 1] === PLAIN || gaps[from - 1] === QUOTE_MARK;
  if (!lexicon.has(from - 1, 'within') || !isNear) return false;
  // "сообщили | в «Заре»"
  if (isBehindMark(doc.text, doc.words, from)) return true;
  for (let w = from; w < to; w++)
    if (lexicon.has(w, 'group-noun') || lexicon.has(w, 'organisation')) return true;
  return false;
}

/**
 * "si legge | in una nota": a document may be named where it is read. A name counts only where the preposition leads to a place of speech: others may
 * be part of the name.
 */
function isReadOrNamed(annotated: AnnotatedText, { from, to }: WordSpan): boolean {
  const { classes, lexicon } = annotated;
  if (isDocument(annotated, { from, to })) return true;
  return classes.of[from] === NAME && !lexicon.has(from - 1, 'venue-preposition');
}

function isDocument(annotated: AnnotatedText, { from, to }: WordSpan): boolean {
  return annotated.lexicon.has(headOf(annotated, from, to), 'document');
}

/** "рассказал "Вестнику" | врач": behind a few words in marks, the name of whom something was told. */
function pastNameInMarks({ doc, gaps, markOf }: AnnotatedText, word: number): number {
  if (markOf[word] === -1 || gaps[word] !== QUOTE_MARK) return word;
  const end = endOfMark(markOf, word, word + MOST_IN_NAME + 1);
  const isName = end - word <= MOST_IN_NAME && ((doc.words.shape[word] ?? 0) & CAPITAL) !== 0;
  return isName && gaps[end] === QUOTE_MARK ? end : word;
}

const MOST_IN_NAME = 4;
