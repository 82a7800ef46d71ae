/**
 * Infinitives that report: "dice | no saber nada", "ha assicurato | di voler restare", "dit | ne rien savoir". Weights of another language take them for
 * the objects of their verbs.
 * @module
 */
import { adverbialAt } from '../annotation/adverbials.ts';
import type { AnnotatedText, Sentence } from '../annotation/annotated.ts';
import { COMMA, PLAIN } from '../annotation/punctuation.ts';
import {
  ADVERB,
  AUXILIARY,
  COORDINATOR,
  PREPOSITION,
  RELATIVE,
  SUBORDINATOR,
} from '../annotation/tags.ts';
import type { CueHit } from '../rules/match/cues.ts';
import type { WordSpan } from '../text/spans.ts';
import { nextClause, nextDeed } from './clause-ends.ts';
import { isInfinitive } from './infinitive-forms.ts';
import { closingTag } from './tags.ts';

/** What a finite verb reports in the infinitive: half-open word numbers; null where no infinitive stands behind it. */
export function infinitiveBehind(
  annotated: AnnotatedText,
  sentence: Sentence,
  cue: CueHit,
): WordSpan | null {
  const { lexicon, rules } = annotated;
  if (
    lexicon.profile.fittedQuotes ||
    !lexicon.profile.thatClauses ||
    (cue.form !== 'past' && cue.form !== 'present')
  )
    return null;
  const takes = rules.cueRules[cue.rule]?.takes ?? [];
  // What is promised or demanded may be a deed: the weights have learned to tell.
  if (!takes.includes('clause') || takes.includes('infinitive')) return null;
  let from = cue.to;
  // "ha chiesto | ai giovani | di non cedere"
  for (let steps = 0; steps < MOST_ADVERBIALS && !startsAt(annotated, sentence, from); steps++) {
    const step = adverbialAt(annotated, sentence, from);
    if (!step || annotated.gaps[from] !== PLAIN || step.to >= sentence.to) return null;
    from = step.to;
  }
  if (!startsAt(annotated, sentence, from)) return null;
  const isView = rules.cueRules[cue.rule]?.class === 'evaluation';
  if (isView && !isPerfect(annotated, from)) return null;
  return { from, to: endOf(annotated, sentence, cue, from) };
}

/** "di non | sapere", "no | haber pagado", "se | dimettere", outside marks. */
function startsAt(annotated: AnnotatedText, sentence: Sentence, from: number): boolean {
  const { classes, gaps, lexicon, markOf } = annotated;
  let at = from;
  if (classes.of[at] === PREPOSITION && lexicon.has(at, 'attachment')) at++;
  const last = Math.min(sentence.to, at + MOST_IN_FRONT);
  while (at < last && (classes.of[at] === ADVERB || lexicon.has(at, 'pronoun-object'))) at++;
  if (at >= sentence.to) return false;
  for (let w = from; w <= at; w++) if (gaps[w] !== PLAIN || markOf[w] !== -1) return false;
  return isInfinitive(annotated, at);
}

/** "cree haber visto", "admite no saber", and not "piensa comprar", which is a plan. */
function isPerfect({ classes: { of }, lexicon }: AnnotatedText, from: number): boolean {
  const at = lexicon.has(from, 'attachment') ? from + 1 : from;
  return of[at] === AUXILIARY || lexicon.has(at, 'negation');
}

/** Up to what the same source does next, a tag, or a comma with a new clause behind it. */
function endOf(annotated: AnnotatedText, sentence: Sentence, cue: CueHit, from: number): number {
  const deed = nextDeed(annotated, sentence, cue, from);
  const end = Math.min(
    deed < 0 ? sentence.to : deed,
    nextClause(annotated, sentence, from),
    closingTag(annotated, sentence, from),
  );
  const { classes, gaps, markOf } = annotated;
  for (let w = from + 1; w < end; w++) {
    const kind = classes.of[w];
    const isNew = kind === COORDINATOR || kind === SUBORDINATOR || kind === RELATIVE;
    if (gaps[w] === COMMA && markOf[w] === -1 && isNew) return w;
  }
  return end;
}

const MOST_ADVERBIALS = 3;
const MOST_IN_FRONT = 4;
