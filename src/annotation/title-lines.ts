/**
 * Lines in title case, as headlines are written.
 * @module
 */
import type { Document } from '../text/document.ts';
import { AFTER_BREAK, CAPITAL } from '../text/words.ts';

/** What `WordClasses.opening` has for the words of such a line; 1 is for words that open a sentence. */
const IN_TITLE = 2;

/** In a line written in title case, as headlines are, a capital says nothing. */
export function markTitleLines(doc: Document, opening: Uint8Array): void {
  const { words } = doc;
  let from = 0;
  while (from < words.count) {
    let to = from + 1;
    while (to < words.count && !((words.shape[to] as number) & AFTER_BREAK)) to++;
    let capitals = 0;
    for (let i = from; i < to; i++) if ((words.shape[i] as number) & CAPITAL) capitals++;
    // A short sentence full of names ends in a stop; a title does not.
    const isTitle =
      to - from >= LEAST_WORDS_OF_TITLE &&
      capitals >= SHARE_OF_CAPITALS * (to - from) &&
      !endsInStop(doc, to - 1);
    if (isTitle) opening.fill(IN_TITLE, from, to);
    from = to;
  }
}

function endsInStop({ text, words }: Document, word: number): boolean {
  const end = words.end[word] as number;
  return /^["'”’)]?\./.test(text.slice(end, end + 2));
}

const LEAST_WORDS_OF_TITLE = 5;
const SHARE_OF_CAPITALS = 0.65;
