/**
 * Parts: what a line is by its place among others, in any language. Each says little by itself; together with all else it keeps short lines in the story
 * that look like furniture, and titles in boxes out of it.
 * @module
 */
import type { BylineWords } from '../../../rules/bylines.ts';
import type { Document } from '../../../text/document.ts';
import { findBlocks, headsOf, isSpaced, type Measured } from './blocks.ts';
import { findBoxes } from './boxes.ts';
import { findCounters } from './counters.ts';
import { findLists } from './lists.ts';
import { findQuestions } from './questions.ts';
import { findStamps, stampWords, type ListCounts } from './stamps.ts';
import { findTables } from './tables.ts';
import { findTitles } from './titles.ts';

/**
 * What a unit may be; several at a time. `boxed` stands in a box of titles inside a story, `pitched` in an appeal, an `aside` is a line by itself, `resumed` behind one, `ended` behind one where no running text follows;
 * `row` is a table's, `last-row` where no running text follows.
 */
export const PARTS = [
  'boxed',
  'pitched',
  'aside',
  'resumed',
  'resumed-text',
  'ended',
  'question',
  'answer',
  'listed',
  'row',
  'last-row',
  'author',
  'dated',
  'strip',
  'counter',
  'title',
] as const;
export type Part = (typeof PARTS)[number];

export interface PartWords extends ListCounts {
  readonly bylines: readonly BylineWords[];
  readonly language: string;
}

/**
 * The parts of every unit, as bits in the order of {@link PARTS}. Linear in the text.
 * @param threads 1 where a thread may be: names, dates and short lines mean something else in it
 */
export function findParts(
  doc: Document,
  page: Measured,
  words: PartWords,
  threads: Uint8Array,
): Uint16Array {
  const parts = new Uint16Array(page.units.count);
  const marker = (part: Part): ((u: number) => void) => {
    const bit = 1 << PARTS.indexOf(part);
    return (u) => {
      if (!threads[u]) parts[u] = (parts[u] as number) | bit;
    };
  };
  const [resumed, resumedText, ended, row, lastRow] = (
    ['resumed', 'resumed-text', 'ended', 'row', 'last-row'] as const
  ).map(marker) as [Mark, Mark, Mark, Mark, Mark];
  const heads = headsOf(page);
  findStamps(doc, page, stampWords(words.bylines, words.language), words, heads, {
    author: marker('author'),
    dated: marker('dated'),
    strip: marker('strip'),
  });
  const isStamp = (u: number): boolean => parts[u] !== 0;
  findTitles(doc, page, heads, isStamp, marker('title'));
  findCounters(page, heads, isStamp, marker('counter'));
  const spaced = isSpaced(page);
  findLists(page, spaced, marker('listed'));
  findTables(doc, page, (u, isLast) => (isLast ? lastRow : row)(u));
  if (!spaced) return parts;
  const blocks = findBlocks(page);
  findBoxes(page, blocks, {
    boxed: marker('boxed'),
    pitched: marker('pitched'),
    aside: marker('aside'),
    resumed: (u, isLast) => (isLast ? ended : page.prose[u] ? resumedText : resumed)(u),
  });
  findQuestions(page, blocks, { question: marker('question'), answer: marker('answer') });
  return parts;
}

type Mark = (u: number) => void;
