/**
 * Paragraphs wrapped by hand (mail, old feeds): lines of one paragraph are joined, so that the features see paragraphs.
 * @module
 */
import { isLower } from '../../text/chars.ts';
import type { Document } from '../../text/document.ts';

/** A stretch of lines that make one paragraph. */
export interface Block {
  readonly start: number;
  readonly end: number;
  readonly blanksBefore: number;
}

const MIN_COLUMN = 50;
const MAX_COLUMN = 100;
const MIN_PAIRS = 4;

/** Joins wrapped lines where the text as a whole is wrapped; otherwise answers the lines as they are. */
export function joinWrapped(doc: Document, lines: readonly Block[]): readonly Block[] {
  const column = wrapColumn(doc, lines);
  if (column === 0) return lines;
  const blocks: Block[] = [];
  let previous: Block | undefined;
  for (const line of lines) {
    const last = blocks.at(-1);
    if (last && previous && continues(doc, previous, line, column))
      blocks[blocks.length - 1] = { ...last, end: line.end };
    else blocks.push(line);
    previous = line;
  }
  return blocks;
}

/**
 * The column at which the text is wrapped, or 0. A wrapped text has many lines of nearly the same length
 * whose successor goes on in lower case, and hardly a longer line.
 */
function wrapColumn(doc: Document, lines: readonly Block[]): number {
  if (lines.length < MIN_PAIRS) return 0;
  let full = 0;
  let carried = 0;
  let longer = 0;
  let column = 0;
  lines.forEach((line, i) => {
    const length = line.end - line.start;
    if (length > MAX_COLUMN) longer++;
    else if (length >= MIN_COLUMN) {
      full++;
      const next = lines[i + 1];
      if (next && next.blanksBefore === 0 && isLower(doc.text.charCodeAt(next.start))) {
        carried++;
        column = Math.max(column, length);
      }
    }
  });
  return carried >= MIN_PAIRS && carried * 3 >= full && longer * 10 <= full ? column : 0;
}

/** A line goes on in the next one where the next one's first word would not have fitted. */
function continues(doc: Document, line: Block, next: Block, column: number): boolean {
  if (next.blanksBefore > 0) return false;
  const length = line.end - line.start;
  if (length > column) return false;
  const space = doc.text.indexOf(' ', next.start);
  const word = (space < 0 || space > next.end ? next.end : space) - next.start;
  return length + 1 + word > column;
}
