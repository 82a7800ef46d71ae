/**
 * Lists of addresses that programs print below a text: `12. https://…`, `[12]: https://…`, `[name]: <https://…> "Title"`.
 * @module
 */
import { isBlank, type RawLines } from './lines.ts';

export interface References {
  /** 1 for each line that belongs to such a list, its heading included. */
  readonly isListed: Uint8Array;
  /** The highest number in the lists; 0 where there is none. */
  readonly numbers: number;
  /** Names other than numbers, in lower case. */
  readonly names: ReadonlySet<string>;
}

const ENTRY =
  /^(?:\[([^\]\n]{1,200})\]:?|(\d{1,5})[.)]?)[ \t]+<?(?:[a-z][a-z+.-]{1,20}:\S|\/\S|#\S)\S*(?:[ \t]+["'(].{0,300}["')])?$/i;
const MOST_LINE = 4_000;
/** One address by itself may be an item of the page's own list. */
const LEAST_NUMBERED = 2;
const MOST_HEADING = 40;

/** Finds lists of addresses. Linear in the text. */
export function findReferences(text: string, lines: RawLines): References {
  const isListed = new Uint8Array(lines.count);
  const names = new Set<string>();
  let numbers = 0;
  for (let i = 0; i < lines.count; i++) {
    const run = runFrom(text, lines, i);
    if (run.count === 0) continue;
    const isNamed = run.names.length > 0;
    if (isNamed || run.count >= LEAST_NUMBERED) {
      isListed.fill(1, headingOf(text, lines, i), run.end);
      numbers = Math.max(numbers, run.highest);
      for (const name of run.names) names.add(name);
    }
    i = run.end - 1;
  }
  return { isListed, numbers, names };
}

interface Run {
  /** Entries, and the line behind the last of them. */
  readonly count: number;
  readonly end: number;
  readonly highest: number;
  readonly names: readonly string[];
}

/** The entries that follow one another from line `i` on, blank lines between them passed over. */
function runFrom(text: string, lines: RawLines, i: number): Run {
  let count = 0;
  let end = i;
  let highest = 0;
  const names: string[] = [];
  for (let at = i; at < lines.count; at++) {
    if (isBlank(lines, at)) {
      if (at === i) break;
      continue;
    }
    const length = (lines.end[at] as number) - (lines.start[at] as number);
    const entry =
      length <= MOST_LINE ? ENTRY.exec(text.slice(lines.start[at], lines.end[at])) : null;
    if (!entry) break;
    const name = entry[1] ?? entry[2] ?? '';
    if (/^\d+$/.test(name)) highest = Math.max(highest, Number(name));
    else names.push(name.toLowerCase());
    count++;
    end = at + 1;
  }
  return { count, end, highest, names };
}

/** A short line in front of a list stands over it; so may two, one for all lists and one for this one. */
function headingOf(text: string, lines: RawLines, first: number): number {
  let top = first;
  for (let steps = 0; steps < 2; steps++) {
    let at = top - 1;
    while (at >= 0 && isBlank(lines, at)) at--;
    if (at < 0 || at < top - 3) break;
    const line = text.slice(lines.start[at], lines.end[at]);
    if (line.length > MOST_HEADING || line.split(/\s+/).length > 3 || /[.!?”"]$/.test(line)) break;
    // Without a margin where the list has one, or with a colon: the heading of a list and not its neighbour.
    const indent = (lines.start[at] as number) - (lines.from[at] as number);
    const own = (lines.start[first] as number) - (lines.from[first] as number);
    if (!line.endsWith(':') && indent >= own) break;
    top = at;
  }
  return top;
}
