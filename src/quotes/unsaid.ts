/**
 * What a cue does not report, though its words look like it: what was not said, what only might have been, words on signs,
 * and things done.
 * @module
 */
import { phraseFrom } from '../annotation/adverbials.ts';
import {
  hasVerb,
  endOfMark,
  isColon,
  isComplementizer,
  type AnnotatedText,
  type Sentence,
} from '../annotation/annotated.ts';
import { headOf } from '../annotation/mention-types.ts';
import { BRACKET, COLON, COMMA, DASH, PLAIN } from '../annotation/punctuation.ts';
import {
  AUXILIARY,
  COORDINATOR,
  DETERMINER,
  isCue,
  NUMBER,
  PREPOSITION,
  PRONOUN,
  RELATIVE,
  SUBORDINATOR,
} from '../annotation/tags.ts';
import type { CueHit } from '../rules/match/cues.ts';
import type { WordSpan } from '../text/spans.ts';
import { CAPITAL } from '../text/words.ts';
import { isNegated } from './candidates/cue-features.ts';
import type { Choice } from './model/choose.ts';
import { isNamedBefore, isNamedThing } from './things.ts';
import { canSpeak } from './uncued/actors.ts';

/** Whether nobody said the content: "never said “perhaps”", "If the firm had said “sorry”, …". */
export function isDenied(
  annotated: AnnotatedText,
  sentence: Sentence,
  cue: CueHit,
  choice: Choice,
): boolean {
  const { content } = choice;
  if (!content.marked) return false;
  if (isHypothetical(annotated, sentence, cue) || isInscription(annotated, choice)) return true;
  if (isTitle(annotated, cue, choice) || isThing(annotated, cue, choice)) return true;
  const isBehind = content.spans.every(({ from }) => from >= cue.to);
  return (
    isBehind && (isNegated(annotated, sentence, cue) || isUnsaid(annotated, sentence, cue, choice))
  );
}

/**
 * "did not say that it was safe", "stopped short of saying that …", "no one said that …": nobody said what the cue seems to report. But
 * "does not believe that …" tells what somebody believes.
 */
export function isUnsaid(
  annotated: AnnotatedText,
  sentence: Sentence,
  cue: CueHit,
  { content: { spans }, source: { span } }: Choice,
): boolean {
  const { lexicon, markOf, rules } = annotated;
  const first = spans[0]?.from ?? 0;
  if (isColon(cue) || cue.form === 'phrase' || first < cue.to) return false;
  if (span && isNobody(annotated, sentence, span)) return true;
  if (
    markOf[first] === -1 &&
    lexicon.at(first, 'unsaid')?.attribute === 'nobody' &&
    !spans.some((one) => hasVerb(annotated, one))
  )
    return true;
  // "stopped short of | saying", "ingen | sade"
  if (lexicon.has(cue.from - 1, 'unsaid')) return true;
  if (!isNegated(annotated, sentence, cue) && !isNegatedBehind(annotated, cue)) return false;
  switch (rules.cueRules[cue.rule]?.class) {
    case 'evaluation':
      return lexicon.has(first, 'question-word');
    default:
      return true;
  }
}

/** "no one", "none | of the men", "neither Hale | nor Reed", "no witness"; not "No 10". */
export function isNobody(
  { classes: { of }, gaps, lexicon }: AnnotatedText,
  sentence: Sentence,
  { from }: WordSpan,
): boolean {
  const opens = (word: number): boolean =>
    lexicon.at(word, 'unsaid')?.attribute === 'nobody' && of[word + 1] !== NUMBER;
  if (opens(from)) return true;
  if (from - 1 <= sentence.from || (of[from - 1] !== PREPOSITION && of[from - 1] !== COORDINATOR))
    return false;
  for (let w = from - 1; w >= Math.max(sentence.from, from - MOST_TO_NOBODY); w--) {
    if (gaps[w + 1] !== PLAIN || isCue(of[w]) || of[w] === AUXILIARY) return false;
    if (opens(w)) return true;
  }
  return false;
}

/** Words between "neither" and the last of those it is said of. Set by hand; it bounds the work. */
const MOST_TO_NOBODY = 6;

/** "sagte nicht, ob …", "sade inte att …": where the negation stands behind its verb. */
function isNegatedBehind(annotated: AnnotatedText, { to }: CueHit): boolean {
  const { gaps, lexicon } = annotated;
  if (!lexicon.has(to, 'negation') || gaps[to] !== PLAIN) return false;
  return lexicon.profile.cases ? gaps[to + 1] === COMMA : isComplementizer(annotated, to + 1);
}

/**
 * "published “The Tide”", "the ship was named “Swallow”": what stands in marks right behind the verb, as no sentence of its own, is the title of a
 * work, or the name of a thing where nobody who can speak gives it.
 */
function isTitle(
  annotated: AnnotatedText,
  cue: CueHit,
  { content: { spans }, source: { span } }: Choice,
): boolean {
  const { lexicon, markOf, doc } = annotated;
  const { text, words } = doc;
  const [only, ...rest] = spans;
  if (isNameOfWork(annotated, cue, spans)) return true;
  const verb = lexicon.at(cue.to - 1, 'titling')?.attribute;
  if (!verb || !only || rest.length > 0 || only.from !== cue.to) return false;
  if (markOf[only.from] === -1) return false;
  const to = endOfMark(markOf, only.from, only.to);
  // "published: “We are closing.”"
  const before = text.slice(words.end[cue.to - 1], words.start[only.from]);
  const end = words.end[to - 1] as number;
  if (/[:,]/.test(before) || /^[.!?…]/.test(text.slice(end, end + 1))) return false;
  if (((words.shape[only.from] as number) & CAPITAL) === 0) return false;
  if (verb === 'work') return true;
  return to - only.from <= MOST_IN_NAME && (span === null || !canSpeak(annotated, span));
}

/** "lanzó su disco «Horas lentas» y …": words in marks right behind what they are the title of, where weights of another language have not learned that. */
function isNameOfWork(annotated: AnnotatedText, cue: CueHit, spans: readonly WordSpan[]): boolean {
  const { lexicon, markOf } = annotated;
  const [only, ...rest] = spans;
  if (lexicon.profile.fittedQuotes || !only || rest.length > 0 || only.from < cue.to) return false;
  let from = only.from;
  while (from < only.to && markOf[from] === -1) from++;
  return from - cue.to <= MOST_TO_TITLE && isNamedBefore(annotated, from);
}

const MOST_TO_TITLE = 4;

/** Words in the name of a thing. Set by hand. */
const MOST_IN_NAME = 3;

/** "teilte der Zeitung „Hafenbote“ mit": all that stands in marks is a name; not "nannte das Vorhaben „Unsinn“". */
function isThing(annotated: AnnotatedText, cue: CueHit, { content: { spans } }: Choice): boolean {
  const [only, ...rest] = spans;
  const { lexicon, markOf, rules } = annotated;
  if (!lexicon.profile.nounCapitals || !only || rest.length > 0 || isColon(cue)) return false;
  if (isNaming(annotated, cue, only)) return true;
  // "sprach von der „Zeitenwende“"
  if (only.from - cue.to <= 1 && only.from >= cue.to) return false;
  if (rules.cueRules[cue.rule]?.takes.includes('object-complement')) return false;
  const isAll = markOf[only.from] !== -1 && markOf[only.from] === markOf[only.to - 1];
  return isAll && isNamedThing(annotated, only.from);
}

/** "auch „Bonusblick“ genannt", "„Onkel Ted“, wie er genannt wurde", "nennt sich „Werk 12“": a name is given, and nothing said. */
function isNaming(annotated: AnnotatedText, cue: CueHit, { from }: WordSpan): boolean {
  const { classes, lexicon, markOf } = annotated;
  if (markOf[from] === -1 || lexicon.at(cue.to - 1, 'titling')?.attribute !== 'name') return false;
  if (lexicon.at(from - 1, 'pronoun-object')?.attribute === 'reflexive') return true;
  if (cue.form !== 'participle') return false;
  // "wird „Onkel Ted“ genannt", "genannt wurde", and no auxiliary at all
  const behind = lexicon.at(cue.to, 'auxiliary')?.attribute;
  if (classes.of[cue.to] === AUXILIARY) return behind === 'passive';
  for (let w = cue.from - 1; w >= Math.max(0, cue.from - MOST_IN_CLAUSE); w--) {
    if (markOf[w] === -1 && classes.of[w] === AUXILIARY) return false;
    if (annotated.gaps[w] === COMMA) break;
  }
  return true;
}

/** "(wir berichteten)", "(der Bote berichtete)": a verb that closes a bracket says only that something was reported before. */
export function isReminder(
  { doc: { text, words }, gaps }: AnnotatedText,
  { from, to }: Sentence,
  cue: CueHit,
): boolean {
  if (cue.form !== 'past' && cue.form !== 'present') return false;
  if (!/^\s?\)/.test(text.slice(words.end[cue.to - 1], (words.end[cue.to - 1] as number) + 2)))
    return false;
  for (let w = cue.from; w > Math.max(from, cue.from - MOST_IN_BRACKET) && w < to; w--)
    if (gaps[w] === BRACKET) return w < cue.from;
  return false;
}

/** Words of such a bracket. Set by hand; it bounds the work. */
const MOST_IN_BRACKET = 7;

/** "A sign reads “No entry”": words on a thing. */
function isInscription(annotated: AnnotatedText, { source: { span } }: Choice): boolean {
  return (
    span !== null && annotated.lexicon.has(headOf(annotated, span.from, span.to), 'inscription')
  );
}

/** "said a prayer": behind the cue stands, without marks and without a verb, a thing that is done. */
export function isDeed(
  annotated: AnnotatedText,
  sentence: Sentence,
  cue: CueHit,
  { content }: Choice,
): boolean {
  const [only, ...rest] = content.spans;
  if (!only || rest.length > 0 || content.marked || only.from < cue.to || isColon(cue))
    return false;
  if (annotated.rules.cueRules[cue.rule]?.takes.includes('object-complement')) return false;
  const object = phraseFrom(sentence, only.from);
  if (!object || !annotated.lexicon.has(object.to - 1, 'deed-object')) return false;
  // "ordered a coffee and answered the door"
  const { of } = annotated.classes;
  return of[object.reach] === COORDINATOR || !hasVerb(annotated, only);
}

/** "She denied this.": one word that only points at what was said before, in a sentence without marks. */
export function isPointer(
  { classes, lexicon, markOf }: AnnotatedText,
  { from, to }: Sentence,
  { content }: Choice,
): boolean {
  const [only, ...rest] = content.spans;
  if (!only || rest.length > 0 || content.marked || only.to - only.from !== 1) return false;
  for (let w = from; w < to; w++) if (markOf[w] !== -1) return false;
  const kind = classes.of[only.from];
  return (
    kind === DETERMINER ||
    kind === PRONOUN ||
    kind === RELATIVE ||
    lexicon.has(only.from, 'pronoun-object')
  );
}

/** "Two phases are planned: the roof first": a colon behind a cue that takes neither clauses nor words in marks. */
export function isList(annotated: AnnotatedText, cue: CueHit, { content }: Choice): boolean {
  if (isColon(cue) || content.marked || annotated.gaps[cue.to] !== COLON) return false;
  const takes = annotated.rules.cueRules[cue.rule]?.takes ?? [];
  return !takes.includes('clause') && !takes.includes('marks') && !takes.includes('noun-cue');
}

/**
 * "habló de la tragedia", "ve en el cine «Mar adentro»": a verb that only words in marks make one of calling, “habló de una «tragedia»”, names a topic else.
 */
export function isTopic(annotated: AnnotatedText, cue: CueHit, { content }: Choice): boolean {
  if (isColon(cue) || annotated.lexicon.profile.fittedQuotes) return false;
  const takes = annotated.rules.cueRules[cue.rule]?.takes ?? [];
  if (!takes.every((one) => one === 'as' || one === 'object-complement')) return false;
  const { classes, doc, markOf } = annotated;
  return content.spans.every(({ from }) => {
    const isCapital = ((doc.words.shape[from] as number) & CAPITAL) !== 0;
    return markOf[from] === -1 || (isCapital && !TIES.has(classes.of[from - 1] as number));
  });
}

/** What ties words in marks to a verb of calling, so that a capital does not make them a title. */
const TIES: ReadonlySet<number> = new Set([PREPOSITION, SUBORDINATOR, DETERMINER]);

/** "If the firm had said “sorry”": a condition opens the clause of the cue. */
export function isHypothetical(
  { lexicon, gaps, markOf, classes }: AnnotatedText,
  { from }: Sentence,
  cue: CueHit,
): boolean {
  // "Asked if he would go, he said: “No.”" has no comma in every language.
  if (gaps[cue.to] === COLON) return false;
  for (let w = cue.from - 1; w >= Math.max(from, cue.from - MOST_IN_CLAUSE); w--) {
    if (markOf[w] !== -1 || isCue(classes.of[w])) return false;
    if (lexicon.has(w, 'condition')) return true;
    if (gaps[w] === COMMA || gaps[w] === DASH) return false;
  }
  return false;
}

/** Set by hand: a subject and its verb are seldom longer. It bounds the work. */
const MOST_IN_CLAUSE = 14;
