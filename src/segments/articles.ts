/**
 * Stories: which units make an article, and what follows which.
 * @module
 */
import { LABELLED_KINDS, type LabelledKind } from '../labels.ts';
import type { Page } from './features/page.ts';

/** A story: units `first` to `last`, both inside; `headline` is the unit of its headline, or -1. */
export interface Story {
  readonly first: number;
  readonly last: number;
  readonly headline: number;
}

const number = (kind: LabelledKind): number => LABELLED_KINDS.indexOf(kind);
const HEADLINE = number('body/headline');
const PARAGRAPH = number('body/paragraph');
const LIST = number('body/list');
const CAPTION = number('body/caption');
const STANDFIRST = number('body/standfirst');

/** Body kinds come first in the order of kinds. */
export function isBody(kind: number): boolean {
  return kind <= CAPTION;
}

/** Words of running text after which a headline begins another story. */
const REAL_STORY = 60;

/** Finds the stories in the kinds of units. Body units before a second headline belong to the story before it. */
export function findStories(page: Page, kinds: Uint8Array): readonly Story[] {
  const borders = storyStarts(page, kinds);
  const stories: Story[] = [];
  borders.forEach((start, i) => {
    const end = borders[i + 1] ?? kinds.length;
    const story = storyIn(kinds, start, end);
    if (story) stories.push(story);
  });
  return stories;
}

/** Units at which a story begins: 0, and every headline with enough text before and after it; in a feed, every item. */
function storyStarts(page: Page, kinds: Uint8Array): readonly number[] {
  if (page.fields) return itemStarts(page.fields.item);
  const starts = [0];
  let words = 0;
  let left = wordsFrom(page, kinds);
  for (let u = 0; u < kinds.length; u++) {
    const here = proseWords(page, kinds, u);
    if (
      kinds[u] === HEADLINE &&
      words >= REAL_STORY &&
      left >= REAL_STORY &&
      tellsAfter(page, kinds, u)
    ) {
      starts.push(u);
      words = 0;
    }
    words += here;
    left -= here;
  }
  return starts;
}

function itemStarts(item: Int32Array): readonly number[] {
  const starts: number[] = [];
  item.forEach((own, u) => {
    if (u === 0 || own !== item[u - 1]) starts.push(u);
  });
  return starts;
}

function wordsFrom(page: Page, kinds: Uint8Array): number {
  let sum = 0;
  for (let u = 0; u < kinds.length; u++) sum += proseWords(page, kinds, u);
  return sum;
}

function proseWords(page: Page, kinds: Uint8Array, u: number): number {
  return kinds[u] === PARAGRAPH || kinds[u] === LIST ? (page.shapes.words[u] as number) : 0;
}

/** Whether a real story follows the headline at `u` before the next headline. */
function tellsAfter(page: Page, kinds: Uint8Array, u: number): boolean {
  let words = 0;
  let seen = false;
  for (let v = u + 1; v < kinds.length; v++) {
    if (kinds[v] === HEADLINE && seen) break;
    if (kinds[v] === PARAGRAPH || kinds[v] === STANDFIRST) seen = true;
    words += proseWords(page, kinds, v);
    if (words >= REAL_STORY) return true;
  }
  return false;
}

function storyIn(kinds: Uint8Array, start: number, end: number): Story | null {
  let first = -1;
  let last = -1;
  let headline = -1;
  for (let u = start; u < end; u++) {
    const kind = kinds[u] as number;
    if (!isBody(kind)) continue;
    if (first < 0) first = u;
    if (headline < 0 && kind === HEADLINE) headline = u;
    last = u;
  }
  return first < 0 ? null : { first, last, headline };
}
