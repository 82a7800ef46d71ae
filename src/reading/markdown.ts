/**
 * Whether a text is clearly Markdown.
 * @module
 */

/** Between blank lines: comments in code are not. */
const HEADINGS = /(?:^|\n[ \t]*\r?\n)#{1,6} +\S[^\n]*(?=\r?\n[ \t]*\r?(?:\n|$)|$)/g;
const FIRST_HEADING = /^\s*# +\S[^\n]*\r?\n[ \t]*\r?\n/;
const UNDERLINES = /^(?:={3,}|-{3,})[ \t]*\r?$/gm;
const STRONG = /\*\*[^\s*][^*\n]*\*\*/g;
const LINKS = /\]\((?:[a-z]+:|\/|#|\.|<)/g;
/** Two signs of different sorts, or several of one. */
const ENOUGH = 2;
const MOST_OF_A_SORT = 2;
/** Where a text has none of these it has no signs either. */
const ANY = /\]\(|^#{1,6} |\*\*|^[=-]{3,}[ \t]*\r?$/m;

/** Whether so many of its marks are those of Markdown that the rest may be read as such too. */
export function looksLikeMarkdown(text: string): boolean {
  if (!ANY.test(text)) return false;
  const links = count(text, LINKS, MOST_OF_A_SORT);
  const headings = FIRST_HEADING.test(text) ? ENOUGH : count(text, HEADINGS, MOST_OF_A_SORT);
  // Lines are drawn and words are set off with asterisks in plain text, too.
  const others = Math.min(1, count(text, STRONG, 1) + count(text, UNDERLINES, 1));
  return links + headings > 0 && links + headings + others >= ENOUGH;
}

function count(text: string, expression: RegExp, most: number): number {
  let found = 0;
  for (const _ of text.matchAll(expression)) if (++found >= most) break;
  return found;
}
