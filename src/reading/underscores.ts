/**
 * `****** Heading ******` and `Set_Off`: how an old program prints headings and emphasis, which has no spaces left then.
 * @module
 */
import type { Removals } from './removals.ts';

const HEADING = /^(\*{3,6} )[^*\n]+?( \*{3,6})[ \t]*\r?$/gm;
const JOINED = /(?<=\p{L})_(?=\p{L})/gu;

/** Takes the stars of headings out, and writes spaces for underscores, in a text that has such headings. Linear in it. */
export function findUnderscores(text: string, out: Removals): void {
  if (!text.includes('*** ')) return;
  let headings = 0;
  for (const { index, 0: line, 1: head = '', 2: tail = '' } of text.matchAll(HEADING)) {
    headings++;
    out.add(index, index + head.length);
    const end = index + line.trimEnd().length;
    out.add(end - tail.length, end);
  }
  if (headings === 0) return;
  for (const { index } of text.matchAll(JOINED)) out.add(index, index + 1, ' ');
}
