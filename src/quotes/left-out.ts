/**
 * Whom a cue has for its source though the model names nobody, in languages with cases and the finite verb second: the subject that two verbs share, the
 * owner of a noun, the text that something stands in.
 * @module
 */
import {
  hasVerb,
  isColon,
  numberFrom,
  type AnnotatedText,
  type Sentence,
} from '../annotation/annotated.ts';
import { headOf, kindOf } from '../annotation/mention-types.ts';
import type { NounPhrase } from '../annotation/noun-phrases.ts';
import { COMMA, PLAIN } from '../annotation/punctuation.ts';
import { beforeVerb, isTied } from '../annotation/subjects.ts';
import {
  AUXILIARY,
  COORDINATOR,
  PREPOSITION,
  RELATIVE,
  SUBORDINATOR,
  VERB,
} from '../annotation/tags.ts';
import type { Lexicon } from '../rules/lexicon.ts';
import type { CueHit } from '../rules/match/cues.ts';
import type { WordSpan } from '../text/spans.ts';
import { CASE } from './candidates/names.ts';
import { caseOf, finiteVerbOf, subjectOfCue } from './candidates/source-case.ts';
import { coordinatorBefore } from './candidates/source-position.ts';
import { sourcesRight } from './candidates/sources.ts';
import { isOfPassive } from './passive.ts';
import { canSpeak } from './uncued/actors.ts';

/** Whoever it is, outside the content; null where it stays open. */
export function whoIsLeftOut(
  annotated: AnnotatedText,
  sentence: Sentence,
  cue: CueHit,
  content: readonly WordSpan[],
): WordSpan | null {
  if (!annotated.lexicon.profile.cases || isColon(cue)) return null;
  const takes = annotated.rules.cueRules[cue.rule]?.takes ?? [];
  const found = takes.includes('noun-cue')
    ? ownerOf(annotated, sentence, cue)
    : takes.includes('text')
      ? textOf(annotated, sentence, cue)
      : subjectFor(annotated, sentence, cue);
  const isFree = found && content.every(({ from, to }) => found.to <= from || found.from >= to);
  return isFree ? { from: found.from, to: found.to } : null;
}

/**
 * "Reed hatte die Rolle | der Vorsitzenden betont": whoever has a name and stands right in front of a finite verb in the active is its subject, and nobody
 * behind it is.
 */
export function subjectInFront(
  annotated: AnnotatedText,
  sentence: Sentence,
  cue: CueHit,
  source: WordSpan | null,
  content: readonly WordSpan[],
): WordSpan | null {
  if (!source || !annotated.lexicon.profile.cases || cue.form === 'phrase' || isColon(cue))
    return source;
  const verb = finiteVerbOf(annotated, sentence, cue);
  if (verb >= 0 && isOfPassive(annotated, verb)) return source;
  const nominative = subjectBeside(annotated, sentence, cue, source, content);
  if (nominative) return nominative;
  if (verb <= sentence.from || source.from < verb || verb > cue.from) return source;
  const front = beforeVerb(annotated, sentence, verb);
  if (!front || front.from === source.from) return source;
  const kind = kindOf(annotated, front.from, headOf(annotated, front.from, front.to));
  return kind === 'name' || kind === 'titled' || kind === 'role'
    ? { from: front.from, to: front.to }
    : source;
}

/** "In der Erklärung | gab er an", "bekräftigte Reed gegenüber | den Medien": the subject of the verb, where the source is none by its case or preposition. */
function subjectBeside(
  annotated: AnnotatedText,
  sentence: Sentence,
  cue: CueHit,
  source: WordSpan,
  content: readonly WordSpan[],
): WordSpan | undefined {
  const { lexicon, rules } = annotated;
  const takes = rules.cueRules[cue.rule]?.takes ?? [];
  if (takes.includes('text') || takes.includes('noun-cue') || cue.form === 'base') return undefined;
  const state = caseOf(annotated, sentence, source.from);
  if (state !== CASE.preposition && state !== CASE.oblique && state !== CASE.tied) return undefined;
  const subject = subjectOfCue(annotated, sentence, cue);
  if (!subject || !canSpeak(annotated, subject)) return undefined;
  // Some take the whole sentence for what is said, subject and all.
  const others = subject.from < cue.from ? [source] : [source, ...content];
  const isTaken = others.some(({ from, to }) => subject.from < to && from < subject.to);
  return isTaken || lexicon.has(subject.from, 'impersonal')
    ? undefined
    : { from: subject.from, to: subject.to };
}

/** Whether a verb or a comma stands among some words. */
function isParted(annotated: AnnotatedText, { from, to }: WordSpan): boolean {
  for (let w = from; w < to; w++) if (annotated.gaps[w] === COMMA) return true;
  return hasVerb(annotated, { from, to });
}

/** "Das Team kam der Meldung | zufolge zu dem Schluss": whoever stands right in front of a postposition, and nobody further away. */
export function inFrontOfPostposition(
  annotated: AnnotatedText,
  sentence: Sentence,
  cue: CueHit,
  source: WordSpan | null,
): WordSpan | null {
  const takes = annotated.rules.cueRules[cue.rule]?.takes ?? [];
  const isPostposition = takes.includes('inside') && !takes.includes('source-after');
  if (!source || cue.form !== 'phrase' || !isPostposition) return source;
  if (source.to <= cue.from && !isParted(annotated, { from: source.to, to: cue.from }))
    return source;
  const { candidateSpeakers: phrases } = sentence;
  // A postposition that no list of words holds may be taken for the end of the phrase.
  let number = numberFrom(phrases, cue.from) - 1;
  const last = phrases[number];
  if (!last || last.reach < cue.from) return source;
  while (
    number > 0 &&
    isTied(annotated, phrases[number] as NounPhrase, phrases[number - 1] as NounPhrase)
  )
    number--;
  return { from: (phrases[number] as NounPhrase).from, to: Math.min(last.to, cue.from) };
}

/** "das Fazit | von Reed", "die Worte | des Ministers" */
function ownerOf(annotated: AnnotatedText, sentence: Sentence, cue: CueHit): WordSpan | undefined {
  const owner = sourcesRight(annotated, sentence, cue)[0]?.span;
  if (!owner || !canSpeak(annotated, owner)) return undefined;
  const { lexicon, gaps } = annotated;
  if (gaps[cue.to] !== PLAIN) return undefined;
  const isOwner =
    owner.from === cue.to ? lexicon.has(owner.from, 'genitive') : lexicon.has(cue.to, 'agent');
  return isOwner ? owner : undefined;
}

/** "In | der Anordnung | heißt es": the nearest phrase behind a preposition that is no place and no time. */
function textOf(annotated: AnnotatedText, sentence: Sentence, cue: CueHit): NounPhrase | undefined {
  const {
    classes: { of },
    gaps,
  } = annotated;
  const isText = (phrase: NounPhrase): boolean => {
    if (of[phrase.from - 1] !== PREPOSITION || gaps[phrase.from] !== PLAIN) return false;
    const kind = kindOf(annotated, phrase.from, headOf(annotated, phrase.from, phrase.to));
    return kind === 'document';
  };
  return (
    sentence.phrases.findLast((phrase) => phrase.to <= cue.from && isText(phrase)) ??
    sentence.phrases.find((phrase) => phrase.from >= cue.to && isText(phrase))
  );
}

/** The subject of the verb, or of the verb that it is tied to: "Reed trat gegen die Tür | und rief". */
function subjectFor(
  annotated: AnnotatedText,
  sentence: Sentence,
  cue: CueHit,
): NounPhrase | undefined {
  const inClause = subjectOfClause(annotated, sentence, cue);
  if (inClause) return canAct(annotated, inClause) ? inClause : undefined;
  const verb = finiteVerbOf(annotated, sentence, cue);
  if (verb < 0 || (verb !== cue.from && isOfPassive(annotated, verb))) return undefined;
  const own = subjectOfCue(annotated, sentence, cue);
  const first = coordinatorBefore(annotated, verb) ? firstActor(annotated, sentence, verb) : null;
  return first ?? (own && canAct(annotated, own) ? own : undefined);
}

/** Whether a subject is no time, no number and no "es": a verb of saying makes a speaker of anybody else. */
function canAct(annotated: AnnotatedText, { from, to }: WordSpan): boolean {
  const kind = kindOf(annotated, from, headOf(annotated, from, to));
  return kind !== 'time' && kind !== 'number' && kind !== 'neuter';
}

/** "wie | die Bahn gestern mitteilte", "die | Reed zum Ziel erklärt hatte": right behind the word that opens the clause of a verb at its end. */
function subjectOfClause(
  { classes: { of }, gaps, lexicon }: AnnotatedText,
  sentence: Sentence,
  cue: CueHit,
): NounPhrase | undefined {
  if (isOfPassiveBehind(lexicon, cue)) return undefined;
  const phrase = sentence.phrases.findLast(({ from, to }) => {
    const opener = of[from - 1];
    const isFirst = from > sentence.from && gaps[from] === PLAIN && to <= cue.from;
    return isFirst && (opener === SUBORDINATOR || opener === RELATIVE);
  });
  if (!phrase || lexicon.has(phrase.from, 'oblique')) return undefined;
  for (let w = phrase.to; w < cue.from; w++)
    if (gaps[w] === COMMA || of[w] === AUXILIARY || of[w] === VERB) return undefined;
  return phrase;
}

function isOfPassiveBehind(lexicon: Lexicon, { to }: CueHit): boolean {
  return lexicon.at(to, 'auxiliary')?.attribute === 'passive';
}

/** Whoever acts first in the clauses in front of a verb. */
function firstActor(
  annotated: AnnotatedText,
  sentence: Sentence,
  verb: number,
): NounPhrase | undefined {
  const {
    classes: { of },
    gaps,
    lexicon,
    markOf,
  } = annotated;
  let first = verb;
  while (first > sentence.from && gaps[first] !== COMMA) first--;
  // "Reed, der es weiß, und rief": the clause may be a part of another one.
  const start = opensMain(annotated, sentence, first) ? first : sentence.from;
  for (let w = start; w < verb; w++)
    if (of[w] === SUBORDINATOR || of[w] === RELATIVE || markOf[w] !== -1) return undefined;
  const subjects = sentence.phrases.filter(({ from, to }) => {
    const before = of[from - 1];
    const isObject = from > start && gaps[from] === PLAIN && before === PREPOSITION;
    return (
      from >= start &&
      to <= verb &&
      !isObject &&
      !lexicon.has(from, 'oblique') &&
      before !== COORDINATOR
    );
  });
  return (
    subjects.find((one) => canSpeak(annotated, one)) ??
    subjects.find((one) => canAct(annotated, one))
  );
}

/** "Als es läutete, | biss er zu und rief": behind a clause that opens the sentence. */
function opensMain({ classes: { of } }: AnnotatedText, { from }: Sentence, word: number): boolean {
  return (
    word > from && of[from] === SUBORDINATOR && of[word] !== SUBORDINATOR && of[word] !== RELATIVE
  );
}
