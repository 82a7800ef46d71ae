/**
 * The parts of a mail (RFC 5322, RFC 2045 and 2046): their headers and where their bodies stand. Linear in the mail's length; depth
 * and number of parts are bounded.
 *
 * Written here because the parsers for Workers keep an object for every line and a buffer for every part: a megabyte of short lines
 * took postal-mime 4 a second, a hostile mail minutes.
 * @module
 */
import { NewsError } from './error.ts';
import { readHeaders, type Headers, type Parameters } from './mime-headers.ts';

export interface Part {
  readonly headers: Headers;
  /** Media type, in lower case. */
  readonly type: string;
  /** Parameters of the type. */
  readonly parameters: Parameters;
  /** Where the body stands in the mail, in bytes. */
  readonly start: number;
  readonly end: number;
  /** Of a multipart. */
  readonly parts: readonly Part[];
}

/** Multipart in multipart. */
const MOST_OPEN = 32;
const MOST_PARTS = 10_000;

interface Open extends Part {
  end: number;
  readonly parts: Open[];
}

/** A multipart that is being read. */
interface OpenMultipart {
  readonly boundary: string;
  readonly part: Open;
}

/**
 * Reads a mail's structure.
 * @param chars the mail with a character for each byte
 * @throws {NewsError} for too many parts, and for parts that nest too deeply
 */
export function readParts(chars: string): Part {
  const root = partAt(chars, 0);
  const open: OpenMultipart[] = [];
  openMultipart(root, open);
  let count = 1;
  // Delimiters stand at the beginning of a line. For each the multiparts around it are looked at: MOST_OPEN at most.
  let at = startOfDelimiter(chars, root.start);
  while (at >= 0 && open.length > 0) {
    const lineEnd = endOfLine(chars, at);
    let next = lineEnd;
    const { depth, isLast } = delimiterIn(chars.slice(at, lineEnd), open);
    if (depth >= 0) {
      close(open, isLast ? depth : depth + 1, at - newlineBefore(chars, at));
      const parent = open[depth]?.part;
      if (!isLast && parent) {
        if (++count > MOST_PARTS) throw NewsError.refused('The mail has too many parts.');
        closeLast(parent, at - newlineBefore(chars, at));
        const part = partAt(chars, Math.min(chars.length, lineEnd + 1));
        parent.parts.push(part);
        if (openMultipart(part, open) && open.length > MOST_OPEN)
          throw NewsError.refused('The parts of the mail nest too deeply.');
        next = Math.max(lineEnd, part.start - 1);
      }
    }
    at = startOfDelimiter(chars, next);
  }
  close(open, 0, chars.length);
  return root;
}

function partAt(chars: string, from: number): Open {
  const { headers, type, parameters, end } = readHeaders(chars, from);
  return { headers, type, parameters, start: end, end: chars.length, parts: [] };
}

function openMultipart(part: Open, open: OpenMultipart[]): boolean {
  const boundary = part.parameters.get('boundary') ?? '';
  if (!part.type.startsWith('multipart/') || boundary === '') return false;
  open.push({ boundary, part });
  return true;
}

/** Ends the multiparts from `depth` on, and what is open in them. */
function close(open: OpenMultipart[], depth: number, end: number): void {
  for (const { part } of open.splice(depth)) {
    closeLast(part, end);
    part.end = Math.max(part.start, end);
  }
}

/** A part ends where the next delimiter of its multipart begins. */
function closeLast({ parts }: Open, end: number): void {
  const last = parts.at(-1);
  if (last && last.end > end) last.end = Math.max(last.start, end);
}

/** The offset of the next line that begins with two dashes, at or behind `from`; -1 for none. */
function startOfDelimiter(chars: string, from: number): number {
  if (chars.startsWith('--', from) && (from === 0 || chars[from - 1] === '\n')) return from;
  const found = chars.indexOf('\n--', from);
  return found < 0 ? -1 : found + 1;
}

function endOfLine(chars: string, at: number): number {
  const found = chars.indexOf('\n', at);
  return found < 0 ? chars.length : found;
}

/** The line break in front of a delimiter belongs to it. */
function newlineBefore(chars: string, at: number): number {
  if (chars[at - 1] !== '\n') return 0;
  return chars[at - 2] === '\r' ? 2 : 1;
}

/** The multipart that a line divides or ends, by its place in `open`; -1 for none. */
function delimiterIn(
  line: string,
  open: readonly OpenMultipart[],
): { readonly depth: number; readonly isLast: boolean } {
  const name = line.length > MOST_DELIMITER ? '' : line.slice(2).trimEnd();
  for (let depth = open.length - 1; depth >= 0; depth--) {
    const { boundary } = open[depth] as OpenMultipart;
    if (name === boundary) return { depth, isLast: false };
    if (name === `${boundary}--`) return { depth, isLast: true };
  }
  return { depth: -1, isLast: false };
}

/** RFC 2046 allows seventy characters; some programs use more. */
const MOST_DELIMITER = 300;
