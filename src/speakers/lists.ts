/**
 * People who speak together: "Carper, Feinstein and Leahy said", "said Hale and Ortiz".
 * @module
 */
import type { AnnotatedText } from '../annotation/annotated.ts';
import { COMMA, PLAIN } from '../annotation/punctuation.ts';
import { COORDINATOR, PREPOSITION, isVerbal } from '../annotation/tags.ts';
import { firstWhere } from '../text/search.ts';
import type { WordSpan } from '../text/spans.ts';
import { mentionsWithin, type EntityIndex } from './entity-index.ts';
import type { Named } from './entity.ts';

/** Names in one list at most. It bounds the work. */
const MOST_NAMES = 6;

/** The list of people that a name is the last or the first one of; null where it stands alone. */
export function listAround(index: EntityIndex, name: Named): WordSpan | null {
  if (name.entity.type !== 'person') return null;
  return listBefore(index, name) ?? listBehind(index, name);
}

/** "Carper, Feinstein and | Leahy | said" */
function listBefore(index: EntityIndex, { mention }: Named): WordSpan | null {
  const { annotated } = index;
  const { classes, gaps } = annotated;
  let at = mention.titlesFrom - 1;
  if (!isAnd(annotated, at) || gaps[mention.titlesFrom] !== PLAIN) return null;
  let first = personEndingAt(index, at);
  if (!first || (gaps[at] !== PLAIN && gaps[at] !== COMMA)) return null;
  for (let names = 2; names < MOST_NAMES; names++) {
    at = first.mention.titlesFrom;
    const next = gaps[at] === COMMA ? personEndingAt(index, at) : undefined;
    if (!next) break;
    first = next;
  }
  const from = first.mention.titlesFrom;
  const before = gaps[from] === PLAIN ? classes.of[from - 1] : undefined;
  const isObject = before === PREPOSITION || isVerbal(before);
  return isObject ? null : { from, to: mention.to };
}

/** "said | Hale | and Ortiz" */
function listBehind(index: EntityIndex, { mention }: Named): WordSpan | null {
  const { annotated } = index;
  const { classes, gaps } = annotated;
  let at = mention.to;
  let to = mention.to;
  for (let names = 1; names < MOST_NAMES; names++) {
    const isLast = isAnd(annotated, at) && gaps[at] !== COMMA;
    const start = isLast ? at + 1 : at;
    if (!isLast && gaps[at] !== COMMA) return null;
    const next = mentionsWithin(index, { from: start, to: start + MOST_TITLES })[0];
    if (!next || next.mention.titlesFrom !== start || next.entity.type !== 'person') return null;
    at = to = next.mention.to;
    if (isLast) break;
  }
  const goesOn = gaps[to] === PLAIN && isVerbal(classes.of[to]);
  return to === mention.to || goesOn ? null : { from: mention.titlesFrom, to };
}

/** Words of titles in front of a name at most. */
const MOST_TITLES = 4;

function isAnd({ classes, lexicon }: AnnotatedText, word: number): boolean {
  return classes.of[word] === COORDINATOR && lexicon.has(word, 'conjunction');
}

function personEndingAt({ mentions }: EntityIndex, word: number): Named | undefined {
  const next = firstWhere(mentions.length, (i) => (mentions[i]?.mention.from ?? 0) >= word);
  const found = mentions[next - 1];
  return found?.mention.to === word && found.entity.type === 'person' ? found : undefined;
}
