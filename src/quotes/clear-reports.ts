/**
 * Constructions that report in so many words, whatever weights that were fitted on another language think of them: a clause with “that” right behind a
 * verb of saying, and a whole clause in front of one. Languages with weights of their own have learned this by themselves.
 * @module
 */
import { adverbialAt, phraseFrom } from '../annotation/adverbials.ts';
import {
  endOfMark,
  hasVerb,
  isComplementizer,
  type AnnotatedText,
  type Sentence,
} from '../annotation/annotated.ts';
import { BRACKET, COMMA, DASH, PLAIN } from '../annotation/punctuation.ts';
import {
  ADVERB,
  AUXILIARY,
  COORDINATOR,
  DETERMINER,
  isCue,
  NOUN,
  PREPOSITION,
  PRONOUN,
  SUBORDINATOR,
  TIME,
  VERB,
} from '../annotation/tags.ts';
import type { CueHit } from '../rules/match/cues.ts';
import type { WordSpan } from '../text/spans.ts';
import { CAPITAL } from '../text/words.ts';
import { openerBehindAside } from './behind-asides.ts';
import type { CandidateBlock } from './candidates/candidates.ts';
import { questionBehindAside } from './candidates/content-boundaries.ts';
import { verbBorder } from './candidates/source-boundaries.ts';
import {
  endOfSourced,
  nextClause,
  nextDeed,
  pastAttachments,
  pastRelatives,
} from './clause-ends.ts';
import { mainClauseBehind } from './infinitives.ts';
import { bestCandidate, type Choice } from './model/choose.ts';
import type { QuoteModel } from './quote.ts';
import { isPassive } from './passive.ts';
import { closingTag } from './tags.ts';
import { pastDescription, pastTied } from './whole-sources.ts';

/** The reading of a cue that its construction makes certain; null where there is none. */
export function clearReport(
  annotated: AnnotatedText,
  { candidates: { weights } }: QuoteModel,
  sentence: Sentence,
  cue: CueHit,
  { blocks, first }: { readonly blocks: readonly CandidateBlock[]; readonly first: Choice },
): Choice | null {
  const best = (passes: Test | null): Choice | null =>
    passes && bestCandidate(blocks, weights, ({ spans }) => passes(spans));
  if (annotated.lexicon.profile.fittedQuotes) {
    const named = annotated.lexicon.profile.cases ? best(namedAs(annotated, sentence, cue)) : null;
    return named && { ...named, confidence: Math.max(named.confidence, LEAST_OF_CALLED) };
  }
  if (cue.form === 'phrase')
    return best(
      clauseOfSource(annotated, sentence, cue) ?? clauseParted(annotated, sentence, cue, first),
    );
  const that = thatClause(annotated, sentence, cue);
  if (that) return best(that);
  const question = best(questionClause(annotated, sentence, cue));
  if (question) return question;
  const called = best(complement(annotated, sentence, cue));
  if (called) return { ...called, confidence: Math.max(called.confidence, LEAST_OF_CALLED) };
  return best(clauseAround(annotated, sentence, cue, first));
}

/**
 * Confidence in what somebody is called, at least: weights of another language may never have seen such a verb. Set by hand; calibration
 * follows.
 */
const LEAST_OF_CALLED = 0.5;

type Test = (content: readonly WordSpan[]) => boolean;

/**
 * "aseguró que | no fue así", "afirmó hoy que, | tras la crisis, la ciudad pagará | y pidió paciencia": behind “that”, up to what the same source does
 * next, and not only up to the comma that closes an aside.
 */
function thatClause(annotated: AnnotatedText, sentence: Sentence, cue: CueHit): Test | null {
  const that = thatBehind(annotated, sentence, cue.to);
  if (that < 0 || that + 1 >= sentence.to) return null;
  const from = that + 1;
  const main = mainClauseBehind(annotated, sentence, cue, from);
  const deed = main >= 0 ? main : nextDeed(annotated, sentence, cue, from);
  if (deed >= 0) return isOne((content) => content.from === from && content.to === deed);
  const aside = annotated.gaps[from] === COMMA ? nextComma(annotated, sentence, from + 1) : from;
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

/** "me preguntaron, con mucha educación, | si lo conocía": a question to the end of its clause. */
function questionClause(annotated: AnnotatedText, sentence: Sentence, cue: CueHit): Test | null {
  const takes = annotated.rules.cueRules[cue.rule]?.takes ?? [];
  if (!takes.includes('question')) return null;
  const from = questionBehindAside(annotated, sentence, cue.to);
  if (from < 0) return null;
  const end = nextClause(annotated, sentence, from + 1);
  return isOne((content) => content.from === from && content.to === end);
}

/** The word for “that” behind a verb and adverbials; -1 if there is none. */
function thatBehind(annotated: AnnotatedText, sentence: Sentence, at: number): number {
  let word = at;
  for (let steps = 0; steps < MOST_ADVERBIALS && word < sentence.to; steps++) {
    if (isComplementizer(annotated, word)) return word;
    // "insistió | en que"
    const isTied = annotated.classes.of[word] === PREPOSITION && annotated.gaps[word + 1] === PLAIN;
    if (isTied && isComplementizer(annotated, word + 1)) return word + 1;
    if (annotated.gaps[word] === COMMA) return thatBehindAside(annotated, sentence, word);
    if (annotated.gaps[word] !== PLAIN) return -1;
    const step = adverbialAt(annotated, sentence, word);
    // "powiedział | mu, | że"
    const isTold = !step && annotated.lexicon.has(word, 'pronoun-object');
    if (!step && !isTold) return -1;
    word = step?.to ?? word + 1;
  }
  return -1;
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

/**
 * "El puente sigue cerrado, | informó hoy la alcaldesa.", "El puente, | dijo ella, | sigue cerrado.": a clause from the beginning of the sentence, which
 * the verb and its subject close or part.
 */
function clauseAround(
  annotated: AnnotatedText,
  sentence: Sentence,
  cue: CueHit,
  { content, source }: Choice,
): Test | null {
  const { gaps, classes } = annotated;
  const [front] = content.spans;
  if (content.marked || !front || front.from >= cue.from) return null;
  const border = isInverted(annotated, cue, source.span, front.to)
    ? front.to
    : verbBorder(annotated, sentence, cue);
  if (border < 0 || gaps[border] === PLAIN) return null;
  let end = source.span && source.span.from >= cue.to ? source.span.to : cue.to;
  while (end < sentence.to && gaps[end] === PLAIN && classes.of[end] === TIME) end++;
  const isClause = hasVerb(annotated, { from: sentence.from, to: border });
  if (source.span && end > cue.to && isClause) end = pastAttachments(annotated, sentence, end);
  const isPart = gaps[end] === COMMA || gaps[end] === DASH;
  if (end < sentence.to && isPart && classes.of[end] !== COORDINATOR)
    return front.to === border
      ? ([opening, behind]) =>
          opening?.to === border && behind?.from === end && behind.to === sentence.to
      : null;
  if (end < sentence.to && gaps[end] === PLAIN) return null;
  if (border - sentence.from < LEAST_IN_CLAUSE && !isClause) return null;
  return isOne(({ from, to }) => from === sentence.from && to === border);
}

/** "…, | a-t-il indiqué": a pronoun inside the group of the verb. */
function isInverted(
  { classes: { of }, lexicon }: AnnotatedText,
  cue: CueHit,
  source: WordSpan | null,
  border: number,
): boolean {
  if (source?.to !== cue.from || of[source.from] !== PRONOUN) return false;
  return lexicon.has(source.from - 1, 'liaison') && cue.from - border <= MOST_IN_VERB;
}

/** "Según la alcaldesa, Ana Torres, | el puente sigue cerrado.": behind a source that opens the sentence. */
function clauseOfSource(annotated: AnnotatedText, sentence: Sentence, cue: CueHit): Test | null {
  const takes = annotated.rules.cueRules[cue.rule]?.takes ?? [];
  if (cue.from !== sentence.from || !takes.includes('source-after')) return null;
  const described = new Map<number, number>();
  const isDescription = (from: number): boolean => {
    const end = described.get(from) ?? pastDescription(annotated, sentence, from);
    described.set(from, end);
    return end > from;
  };
  return isOne(
    ({ from, to }) =>
      annotated.gaps[from] === COMMA &&
      !isDescription(from) &&
      to - from >= LEAST_IN_CLAUSE &&
      to === endOfSourced(annotated, sentence, from + 1),
  );
}

/** "El puente, | según la alcaldesa, | seguirá cerrado.": a clause that a source in commas parts, its verb behind. */
function clauseParted(
  annotated: AnnotatedText,
  sentence: Sentence,
  cue: CueHit,
  { source: { span } }: Choice,
): Test | null {
  const { gaps, markOf } = annotated;
  const takes = annotated.rules.cueRules[cue.rule]?.takes ?? [];
  if (!takes.includes('source-after') || cue.from === sentence.from || !span) return null;
  const at = pastAttachments(annotated, sentence, span.to);
  if (gaps[cue.from] !== COMMA || span.from < cue.to || at >= sentence.to || gaps[at] !== COMMA)
    return null;
  if (cue.from - sentence.from > MOST_IN_SUBJECT || markOf[sentence.from] !== -1) return null;
  if (hasVerb(annotated, { from: sentence.from, to: cue.from })) return null;
  // "…, según Reed, será un éxito, indicó": somebody else closes the sentence.
  if (sentence.cues.some((other) => other.from > at && markOf[other.from] === -1)) return null;
  const end = nextClause(annotated, sentence, at + 1);
  const { of } = annotated.classes;
  if (of[at] !== AUXILIARY && of[at] !== VERB) return null;
  return ([front, behind, ...rest]) =>
    rest.length === 0 &&
    front?.from === sentence.from &&
    front.to === cue.from &&
    behind?.from === at &&
    behind.to === end;
}

/** "calificó la decisión de | «error grave»", "considera el plan | «un error»": the words in marks behind what they are said of. */
function complement(annotated: AnnotatedText, sentence: Sentence, cue: CueHit): Test | null {
  const { classes, gaps, markOf } = annotated;
  const takes = annotated.rules.cueRules[cue.rule]?.takes ?? [];
  if (!takes.includes('as') && !takes.includes('object-complement')) return null;
  const last = Math.min(sentence.to, cue.to + MOST_IN_OBJECT);
  let from = cue.to;
  for (; from < last && markOf[from] === -1; from++) {
    const kind = classes.of[from];
    const isVerb = kind === AUXILIARY || kind === VERB || isCue(kind);
    if (isVerb || (from > cue.to && gaps[from] !== PLAIN)) return null;
  }
  if (from >= last) return null;
  // "habló de | una «tragedia»"
  const tie = classes.of[classes.of[from - 1] === DETERMINER ? from - 2 : from - 1];
  const isTied = from > cue.to && (tie === PREPOSITION || tie === SUBORDINATOR);
  if (!isTied && !(takes.includes('object-complement') && isView(annotated, sentence, cue, from)))
    return null;
  const to = endOfMark(markOf, from, sentence.to);
  return isOne((content) => content.from === from && content.to === to);
}

/**
 * "als „falsch“ | bezeichnet", "bezeichnete das als | „falsch“": what stands in marks behind such a word, on either side of the verb; not "wird als
 * „Sonnenwind“ bezeichnet", which only tells its name.
 */
function namedAs(annotated: AnnotatedText, sentence: Sentence, cue: CueHit): Test | null {
  const {
    classes: { of },
    lexicon,
    markOf,
    rules,
  } = annotated;
  const takes = rules.cueRules[cue.rule]?.takes ?? [];
  if (!takes.includes('object-complement') && !takes.includes('as')) return null;
  if (isPassive(annotated, sentence, cue) || of[cue.to] === AUXILIARY) return null;
  const isTied = (word: number): boolean =>
    lexicon.has(of[word - 1] === DETERMINER ? word - 2 : word - 1, 'as-preposition');
  let from = cue.from;
  while (from > sentence.from && markOf[from - 1] !== -1) from--;
  if (from < cue.from && isTied(from))
    return isOne((content) => content.from === from && content.to === cue.from);
  const behind = complement(annotated, sentence, cue);
  return (
    behind &&
    (([only, ...rest]) => only !== undefined && isTied(only.from) && behind([only, ...rest]))
  );
}

/**
 * "considera el plan de la alcaldesa | «un error»", "ve en el plan | «un error»": words in marks that go on with the sentence, unlike a title, behind one
 * mention at most.
 */
function isView(
  annotated: AnnotatedText,
  sentence: Sentence,
  { to }: CueHit,
  from: number,
): boolean {
  const { classes, doc, lexicon } = annotated;
  if (((doc.words.shape[from] as number) & CAPITAL) !== 0) return false;
  let at = to;
  const isSmall = (kind: number | undefined): boolean => kind === PREPOSITION || kind === ADVERB;
  while (at < from && (isSmall(classes.of[at]) || lexicon.has(at, 'pronoun-object'))) at++;
  const object = phraseFrom(sentence, at);
  return at >= from || (!!object && pastTied(annotated, sentence, object.to) >= from);
}

const isOne =
  (test: (content: WordSpan) => boolean): Test =>
  ([only, ...rest]) =>
    !!only && rest.length === 0 && test(only);

function nextComma({ gaps }: AnnotatedText, { to }: Sentence, from: number): number {
  for (let w = from; w < to; w++) if (gaps[w] === COMMA) return w;
  return from;
}

/** Words of a subject, at most. Set by hand; it bounds the work. */
const MOST_IN_SUBJECT = 25;
/** Longer than any object worth looking through. Set by hand; it bounds the work. */
const MOST_IN_OBJECT = 15;
const MOST_ADVERBIALS = 4;
/** "n'a-t-il pas" */
const MOST_IN_VERB = 5;

/** Words that are a clause in all likelihood, though no verb among them is in a list. Set by hand. */
const LEAST_IN_CLAUSE = 8;
