/**
 * Clauses with “that” and reported questions behind a verb of saying, to their end.
 * @module
 */
import { adverbialAt, phraseFrom } from '../../annotation/adverbials.ts';
import {
  hasVerb,
  isComplementizer,
  type AnnotatedText,
  type Sentence,
} from '../../annotation/annotated.ts';
import { BRACKET, COMMA, PLAIN } from '../../annotation/punctuation.ts';
import { ADVERB, AUXILIARY, COORDINATOR, isCue, NOUN, PREPOSITION } from '../../annotation/tags.ts';
import type { CueHit } from '../../rules/match/cues.ts';
import { openerBehindAside } from '../behind-asides.ts';
import { questionBehindAside } from '../candidates/content-boundaries.ts';
import { nextClause, nextDeed, pastRelatives } from '../clause-ends.ts';
import { mainClauseBehind } from '../infinitives.ts';
import { closingTag } from '../tags.ts';
import { subjectOfOpening } from '../whole-sources.ts';
import { isOne, nextComma, type Test } from './passes.ts';

/**
 * "aseguró que | no fue así", "afirmó hoy que, | tras la crisis, la ciudad pagará | y pidió paciencia": behind “that”, up to what the same source does
 * next, and not only up to the comma that closes an aside.
 */
export function thatClause(annotated: AnnotatedText, sentence: Sentence, cue: CueHit): Test | null {
  const that = thatBehind(annotated, sentence, cue.to, isOfState(annotated, cue));
  if (that < 0 || that + 1 >= sentence.to) return null;
  const from = that + 1;
  const main = mainClauseBehind(annotated, sentence, cue, from);
  const deed = main >= 0 ? main : nextDeed(annotated, sentence, cue, from);
  if (deed >= 0) return isOne((content) => content.from === from && content.to === deed);
  const aside =
    annotated.gaps[from] === COMMA || isAdjunct(annotated, sentence, from)
      ? nextComma(annotated, sentence, from + 1)
      : from;
  const end = Math.min(
    nextClause(annotated, sentence, from + 1),
    closingTag(annotated, sentence, from),
  );
  const least = pastRelatives(annotated, from, aside, end);
  const { classes, gaps } = annotated;
  // "que cerrará el puente | y abrirá el túnel": nobody says anything else there; nor in front of a bracket.
  const isCut = (to: number): boolean =>
    to < end && (gaps[to] === BRACKET || (gaps[to] === PLAIN && classes.of[to] === COORDINATOR));
  return isOne(({ from: start, to }) => start === from && to > least && to <= end && !isCut(to));
}

/** "que | para resolver el problema, | hay que pagar": no clause yet, up to its comma. */
function isAdjunct(annotated: AnnotatedText, sentence: Sentence, from: number): boolean {
  if (annotated.classes.of[from] !== PREPOSITION) return false;
  const comma = nextComma(annotated, sentence, from + 1);
  return comma > from + 1 && !hasVerb(annotated, { from, to: comma });
}

/** "me preguntaron, con mucha educación, | si lo conocía": a question to the end of its clause. */
export function questionClause(
  annotated: AnnotatedText,
  sentence: Sentence,
  cue: CueHit,
): Test | null {
  const takes = annotated.rules.cueRules[cue.rule]?.takes ?? [];
  if (!takes.includes('question')) return null;
  const from = questionBehindAside(annotated, sentence, cue.to);
  if (from < 0) return null;
  const end = Math.min(
    nextClause(annotated, sentence, from + 1),
    answerBehind(annotated, sentence, from + 1),
  );
  return isOne((content) => content.from === from && content.to === end);
}

/** "si pensaba hablar con él | y ella contestó …": where somebody else says something, or the end of the sentence. */
function answerBehind(
  { classes: { of }, gaps, markOf }: AnnotatedText,
  sentence: Sentence,
  from: number,
): number {
  for (let w = from; w < sentence.to; w++) {
    if (of[w] !== COORDINATOR || markOf[w] !== -1 || gaps[w] !== PLAIN) continue;
    let at = phraseFrom(sentence, w + 1)?.reach ?? sentence.to;
    while (at < sentence.to && (of[at] === AUXILIARY || of[at] === ADVERB)) at++;
    if (at < sentence.to && gaps[at] === PLAIN && isCue(of[at])) return w;
  }
  return sentence.to;
}

/** The word for “that” behind a verb and adverbials; -1 if there is none. */
function thatBehind(
  annotated: AnnotatedText,
  sentence: Sentence,
  at: number,
  skipsOne: boolean,
): number {
  let word = pastSubject(annotated, sentence, at);
  for (let steps = 0; steps < MOST_ADVERBIALS && word < sentence.to; steps++) {
    if (isComplementizer(annotated, word)) return word;
    // "insistió | en que"
    const isTied =
      annotated.classes.of[word] === PREPOSITION &&
      annotated.gaps[word + 1] === PLAIN &&
      !annotated.lexicon.has(word, 'question-word');
    if (isTied && isComplementizer(annotated, word + 1)) return word + 1;
    if (annotated.gaps[word] === COMMA) return thatBehindAside(annotated, sentence, word);
    if (annotated.gaps[word] !== PLAIN) return -1;
    const step = adverbialAt(annotated, sentence, word);
    // "powiedział | mu, | że"
    const isTold = !step && annotated.lexicon.has(word, 'pronoun-object');
    if (!step && !isTold && !(skipsOne && word === at)) return -1;
    word = step?.to ?? word + 1;
  }
  return -1;
}

/** "se mostró | convencida | de que": one word for how somebody feels may stand in between. */
function isOfState({ rules }: AnnotatedText, { rule }: CueHit): boolean {
  const takes = rules.cueRules[rule]?.takes ?? [];
  return takes.includes('object-complement') && !takes.includes('clause');
}

/** "Reconocen | los médicos del hospital | que …": behind a verb that opens its sentence, whoever says it. */
function pastSubject(annotated: AnnotatedText, sentence: Sentence, verb: number): number {
  return subjectOfOpening(annotated, sentence, verb)?.to ?? verb;
}

/** "había negado, | pocas horas antes y ante las cámaras, | que …": commas, and no verb between them. */
function thatBehindAside(annotated: AnnotatedText, sentence: Sentence, aside: number): number {
  const { classes, lexicon } = annotated;
  return openerBehindAside(
    annotated,
    sentence,
    aside,
    MOST_IN_ASIDE,
    (word) => isComplementizer(annotated, word),
    (word) => (lexicon.has(word, 'document') ? NOUN : classes.of[word]),
  );
}

/** Words of an aside. Set by hand; it bounds the work. */
const MOST_IN_ASIDE = 25;
const MOST_ADVERBIALS = 4;
