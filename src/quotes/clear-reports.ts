/**
 * Constructions that report in so many words, whatever weights that were fitted on another language think of them: a clause with “that” right behind a
 * verb of saying, and a whole clause in front of one. Languages with weights of their own have learned this by themselves.
 * @module
 */
import { adverbialAt } from '../annotation/adverbials.ts';
import { isComplementizer, type AnnotatedText, type Sentence } from '../annotation/annotated.ts';
import { COMMA, PLAIN } from '../annotation/punctuation.ts';
import { AUXILIARY, COORDINATOR, isCue, VERB } from '../annotation/tags.ts';
import type { CueHit } from '../rules/match/cues.ts';
import type { WordSpan } from '../text/spans.ts';
import type { CandidateBlock } from './candidates/candidates.ts';
import { verbBorder } from './candidates/source-boundaries.ts';
import { bestCandidate, type Choice } from './model/choose.ts';
import type { QuoteModel } from './quote.ts';

/** The reading of a cue that its construction makes certain; null where there is none. */
export function clearReport(
  annotated: AnnotatedText,
  { candidates: { weights } }: QuoteModel,
  sentence: Sentence,
  cue: CueHit,
  { blocks, first }: { readonly blocks: readonly CandidateBlock[]; readonly first: Choice },
): Choice | null {
  if (annotated.lexicon.profile.fittedQuotes || cue.form === 'phrase') return null;
  const passes =
    thatClause(annotated, sentence, cue) ?? clauseInFront(annotated, sentence, cue, first);
  return (
    passes &&
    bestCandidate(
      blocks,
      weights,
      ({ spans: [only, ...rest] }) => !!only && rest.length === 0 && passes(only),
    )
  );
}

type Test = (content: WordSpan) => boolean;

/**
 * "aseguró que | no fue así", "afirmó hoy que, | tras la crisis, la ciudad pagará | y pidió paciencia": behind “that”, up to what the same source does
 * next, and not only up to the comma that closes an aside.
 */
function thatClause(annotated: AnnotatedText, sentence: Sentence, cue: CueHit): Test | null {
  const that = thatBehind(annotated, sentence, cue.to);
  if (that < 0 || that + 1 >= sentence.to) return null;
  const from = that + 1;
  const deed = nextDeed(annotated, sentence, cue, from);
  if (deed >= 0) return (content) => content.from === from && content.to === deed;
  const aside = annotated.gaps[from] === COMMA ? nextComma(annotated, sentence, from + 1) : from;
  return (content) => content.from === from && content.to > aside;
}

/** The word for “that” behind a verb and adverbials; -1 if there is none. */
function thatBehind(annotated: AnnotatedText, sentence: Sentence, at: number): number {
  let word = at;
  for (let steps = 0; steps < MOST_ADVERBIALS && word < sentence.to; steps++) {
    if (isComplementizer(annotated, word)) return word;
    if (annotated.gaps[word] !== PLAIN) return -1;
    const step = adverbialAt(annotated, sentence, word);
    if (!step) return -1;
    word = step.to;
  }
  return -1;
}

/** "… | y pidió paciencia": where a verb of saying in the same form is tied on; -1 if none is. */
function nextDeed(annotated: AnnotatedText, sentence: Sentence, cue: CueHit, from: number): number {
  const next = sentence.cues.find(
    (other) =>
      other.from > from + 1 &&
      other.form === cue.form &&
      annotated.markOf[other.from] === -1 &&
      annotated.classes.of[other.from - 1] === COORDINATOR,
  );
  return next ? next.from - 1 : -1;
}

/** "El puente sigue cerrado, | informó hoy la alcaldesa.": a clause from the beginning of the sentence up to the verb, which only its subject follows. */
function clauseInFront(
  annotated: AnnotatedText,
  sentence: Sentence,
  cue: CueHit,
  { content, source }: Choice,
): Test | null {
  if (content.marked || content.spans.some(({ to }) => to > cue.from)) return null;
  const border = verbBorder(annotated, sentence, cue);
  if (border < 0 || annotated.gaps[border] === PLAIN) return null;
  if (border - sentence.from < LEAST_IN_CLAUSE && !hasVerb(annotated, sentence.from, border))
    return null;
  const end = source.span && source.span.from >= cue.to ? source.span.to : cue.to;
  if (end < sentence.to && annotated.gaps[end] === PLAIN) return null;
  return ({ from, to }) => from === sentence.from && to === border;
}

function hasVerb({ classes: { of } }: AnnotatedText, from: number, to: number): boolean {
  for (let w = from; w < to; w++)
    if (of[w] === VERB || of[w] === AUXILIARY || isCue(of[w])) return true;
  return false;
}

function nextComma({ gaps }: AnnotatedText, { to }: Sentence, from: number): number {
  for (let w = from; w < to; w++) if (gaps[w] === COMMA) return w;
  return from;
}

const MOST_ADVERBIALS = 4;

/** Words that are a clause in all likelihood, though no verb among them is in a list. Set by hand. */
const LEAST_IN_CLAUSE = 8;
