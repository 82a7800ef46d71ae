/**
 * Mentions in a case that no subject has, told by their endings, in languages that share the weights of English: “разводит | руками | фермер
 * Николай”. Languages without such endings in their rules have none.
 * @module
 */
import type { AnnotatedText } from '../../annotation/annotated.ts';
import { SPEAKERS } from '../../annotation/mention-types.ts';
import { NAME, PREPOSITION } from '../../annotation/tags.ts';
import type { LexiconName } from '../../rules/lexicons.ts';
import type { CueHit } from '../../rules/match/cues.ts';
import type { WordSpan } from '../../text/spans.ts';
import { CAPITAL } from '../../text/words.ts';

/**
 * Where the subject starts in a mention beside a verb of saying: its first word, or whoever can speak behind words in another
 * case; -1 if nobody in it can be the subject.
 */
export function subjectFrom(annotated: AnnotatedText, { from, to }: WordSpan, cue: CueHit): number {
  const { classes, lexicon, rules } = annotated;
  const { profile } = lexicon;
  if (profile.fittedQuotes || profile.cases || cue.form === 'phrase') return from;
  if (!lexicon.hasApart('oblique-ending')) return from;
  if (rules.cueRules[cue.rule]?.takes.includes('source-after')) return from;
  const isTied = classes.of[from - 1] === PREPOSITION;
  let first = from;
  // "Мені | один хлопчина сказав"
  if (!isTied) while (first + 1 < to && isPronoun(annotated, first)) first++;
  if (isOblique(annotated, first) || isTied) {
    for (let w = first + 1; w < to; w++) if (canHead(annotated, w)) return w;
    if (first > from) return first;
    // "Na otázku odpověděl": unless the preposition tells a body that speaks.
    return isTied && (isInside(annotated, first) || !isOblique(annotated, first)) ? first : -1;
  }
  if (first >= cue.to)
    for (let w = first + 1; w < to; w++) if (isCutOff(annotated, first, w)) return w;
  return first;
}

/** "в | министерстве сообщили", "у | повідомленні йдеться" */
const isInside = ({ lexicon }: AnnotatedText, word: number): boolean =>
  lexicon.has(word - 1, 'within') ||
  lexicon.has(word, 'document') ||
  lexicon.has(word - 1, 'agent');

/** "мені", "него": by itself, whatever stands behind it. */
const isPronoun = ({ lexicon }: AnnotatedText, word: number): boolean =>
  lexicon.has(word, 'pronoun-object') && !lexicon.has(word, 'pronoun-possessive');

/** Whether a word shows by its ending, or by a list, that it is no subject. */
function isOblique(annotated: AnnotatedText, word: number): boolean {
  const { doc, lexicon, markOf } = annotated;
  if (markOf[word] !== -1) return false;
  if (lexicon.has(word, 'oblique')) return true;
  const isLower = ((doc.words.shape[word] as number) & CAPITAL) === 0;
  // "любив | повторювати | мій командир"
  const isInfinitive = endingOf(annotated, word) === 'infinitive-ending';
  return isLower && !isHead(annotated, word) && (isInfinitive || endsOblique(annotated, word));
}

/** Whoever can speak, in the first case, and not in the middle of a name in another one. */
function canHead(annotated: AnnotatedText, word: number): boolean {
  if (isHead(annotated, word) && !endsOblique(annotated, word)) return true;
  const isName = (w: number): boolean =>
    annotated.classes.of[w] === NAME && ((annotated.doc.words.shape[w] as number) & CAPITAL) !== 0;
  return isName(word) && !isName(word - 1) && !endsOblique(annotated, word);
}

/** "прокомментировал итоги выборов | лидер партии": a role behind a noun with another in a case of its own. */
function isCutOff(annotated: AnnotatedText, first: number, word: number): boolean {
  const { doc, lexicon } = annotated;
  if (!lexicon.has(word, 'role') && !lexicon.has(word, 'spokesperson')) return false;
  let isOwned = false;
  for (let w = first; w < word; w++) {
    if (isHead(annotated, w) || ((doc.words.shape[w] as number) & CAPITAL) !== 0) return false;
    isOwned ||= w > first && (endsOblique(annotated, w) || endsLikeNoun(annotated, w));
  }
  return isOwned;
}

const isHead = ({ lexicon }: AnnotatedText, word: number): boolean =>
  HEADS.some((list) => lexicon.has(word, list));

/** "výsledek hlasování | šéf opozice": no adjective of what follows. */
const endsLikeNoun = (annotated: AnnotatedText, word: number): boolean =>
  endingOf(annotated, word) === 'noun-ending';

const endingOf = (
  { doc: { folded, words }, lexicon }: AnnotatedText,
  word: number,
): LexiconName | undefined => lexicon.endingOf(folded.slice(words.start[word], words.end[word]));

function endsOblique({ doc: { folded, words }, lexicon }: AnnotatedText, word: number): boolean {
  return lexicon.endsWith(folded.slice(words.start[word], words.end[word]), 'oblique-ending');
}

/** Lists of those who speak, in the first case. */
const HEADS: readonly LexiconName[] = ['title', ...SPEAKERS, 'given-name'];
