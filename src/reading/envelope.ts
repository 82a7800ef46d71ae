/**
 * The envelope of a wire take, which its control characters tell from the text: IPTC 7901 and ANPA 1312 send a header between
 * SOH and STX, the text up to ETX, and behind that the time of sending.
 * @module
 */
import { isBlank, type RawLines } from './lines.ts';

const HEADER = '\u0001';
/** Characters of synchronisation stand in front of some headers. */
const SYNC = '\u0016';
const TEXT = '\u0002';
const END = '\u0003';
/**
 * Headers and what stands behind a text have no more lines, blank ones aside. In other texts, such as those of PDFs, the same
 * characters stand for lost letters, and anywhere.
 */
const MOST_LINES = 4;
/** ANPA puts lines between an arrow, or what stands for one, and a mark. The first of a text is its slug. */
const SLUG = /^\^[^\n]{1,80}<$/;

/** 1 for each line of an envelope; null for a text that is no take. Linear in the text. */
export function findEnvelope(text: string, lines: RawLines): Uint8Array | null {
  if (!text.includes(HEADER) || !text.includes(TEXT)) return null;
  const found = new Uint8Array(lines.count);
  const shown = Array.from({ length: lines.count }, (_, i) => i).filter((i) => !isBlank(lines, i));
  const is = (at: number, test: (line: string) => boolean): boolean => {
    const i = shown[at];
    return i !== undefined && test(text.slice(lines.start[i], lines.end[i]));
  };
  const isHeader = (at: number): boolean =>
    is(at, (line) => line.replaceAll(SYNC, '').startsWith(HEADER));
  const fill = (from: number, to: number): void => {
    for (let at = from; at < to; at++) found[shown[at] as number] = 1;
  };
  let isText = false;
  for (let at = 0; at < shown.length; at++) {
    if (isHeader(at)) {
      // At most MOST_LINES are looked at for every line.
      const start = within(at + 1, (line) => is(line, (one) => one.startsWith(TEXT)));
      if (start < 0) continue;
      fill(at, start);
      isText = true;
      at = start;
      if (is(at, (line) => line === TEXT)) at++;
      if (is(at, (line) => SLUG.test(line.replace(TEXT, '')))) fill(at, at + 1);
    } else if (isText && is(at, (line) => line.startsWith(END) || line.endsWith(END))) {
      const isAlone = is(at, (line) => line.startsWith(END));
      const next = within(at + 1, (line) => line >= shown.length || isHeader(line));
      if (isAlone) fill(at, at + 1);
      fill(at + 1, next);
      isText = false;
    }
  }
  return found;
}

/** The first of the next lines that passes; -1 where none does. */
function within(from: number, passes: (at: number) => boolean): number {
  for (let at = from; at <= from + MOST_LINES; at++) if (passes(at)) return at;
  return -1;
}
