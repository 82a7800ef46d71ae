/**
 * Titles of a page, and the line that is most likely its headline.
 * @module
 */
import { TAGS } from '../../html/outline.ts';
import type { Document } from '../../text/document.ts';

/** How close a line comes to the titles that the page gives itself. */
export const TITLES = ['none', 'close', 'same'] as const;
const [NONE, CLOSE, SAME] = [0, 1, 2] as const;

/** How much of a title a unit has to be to repeat it, in shares of the words of both. */
const LEAST_SAME = 0.8;
const LEAST_CLOSE = 0.5;
const MOST_TITLE_WORDS = 60;
/** A word of a title, as documents count words: one character in scripts without spaces. */
const WORD =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\u30fc]|(?:(?![\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\u30fc])[\p{L}\p{N}])+/gu;

/** Reads how close words `from` to `to` come to a title of the page: an index into {@link TITLES}. */
export function titleReader(
  doc: Document,
  titles: readonly string[],
): (from: number, to: number) => number {
  const known = titles.map((title) => new Set(title.toLowerCase().match(WORD) ?? []));
  return (from, to) => {
    if (to === from || to - from > MOST_TITLE_WORDS) return NONE;
    let best = 0;
    for (const title of known) {
      let common = 0;
      for (let w = from; w < to; w++)
        if (title.has(doc.folded.slice(doc.words.start[w], doc.words.end[w]))) common++;
      // Most titles name the site as well.
      best = Math.max(best, Math.min(common / (to - from), (2 * common) / title.size));
    }
    return best >= LEAST_SAME ? SAME : best >= LEAST_CLOSE ? CLOSE : NONE;
  };
}

const H1 = TAGS.indexOf('h1');
const H6 = TAGS.indexOf('h6');
/** From so much of a line in links on, percent, it is a link to a story rather than its headline. */
const LINKED = 50;

/**
 * The unit that is most likely the headline of the page: a heading that says what the title says; -1 where nothing is like one.
 * Of equals the first.
 */
export function findHeadline(title: Uint8Array, block: Uint8Array, linked: Uint8Array): number {
  let found = -1;
  let most = 0;
  title.forEach((close, u) => {
    const tag = block[u] as number;
    const isHeading = tag >= H1 && tag <= H6;
    const isLink = (linked[u] as number) >= LINKED;
    const rank =
      (isLink && tag !== H1 ? 0 : 2 * close) + (tag === H1 ? 2 : isHeading && close > 0 ? 1 : 0);
    if (rank <= most) return;
    most = rank;
    found = u;
  });
  return found;
}
