/**
 * Whom a quote speaks to by name or title: they do not say it.
 * @module
 */
import { sentenceAt } from '../annotation/annotated.ts';
import { withoutPossessive } from '../annotation/possessives.ts';
import { COMMA } from '../annotation/punctuation.ts';
import type { WordSpan } from '../text/spans.ts';
import type { Entity } from './entity.ts';
import type { Ground } from './source.ts';

/** "“Put it in the budget, Senator,” she said.": whether the quote ends or begins with somebody's surname or title, set off by a comma. */
export function isAddressed({ index, quote }: Ground, entity: Entity): boolean {
  const { annotated, roles } = index;
  const { doc } = annotated;
  return quote.content
    .flatMap((span) => vocatives(annotated, span))
    .some(
      (word) => entity.key.at(-1) === withoutPossessive(doc, word) || roles.isTitled(entity, word),
    );
}

/** Words that may call somebody: at the beginning of a stretch in marks, and at its end. */
function vocatives(
  annotated: Ground['index']['annotated'],
  { from, to }: WordSpan,
): readonly number[] {
  const { gaps, markOf, doc, lexicon } = annotated;
  const last = to - 1;
  if (markOf[from] === -1 || markOf[last] === -1 || last === from) return [];
  // A list ends with a name too: "Hale, Ortiz, Reed".
  const { from: start } = sentenceAt(annotated, last);
  let commas = 0;
  for (let w = Math.max(start, from, last - MOST_BACK) + 1; w <= last; w++)
    if (gaps[w] === COMMA) commas++;
  const called = lexicon.has(last - 1, 'title') ? last - 1 : last;
  const isEnd = gaps[called] === COMMA && commas === 1;
  const isStart = gaps[from + 1] === COMMA && doc.text[doc.words.end[from] as number] === ',';
  return [...(isStart ? [from] : []), ...(isEnd ? [last] : [])];
}

/** Words in front of the last one that are looked at. Set by hand; it bounds the work. */
const MOST_BACK = 12;
