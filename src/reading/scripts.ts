/**
 * Scripts, styles and data that were printed with a page: its machinery, told from code that an author shows.
 * @module
 */
import { isBlank, type RawLines } from './lines.ts';

/** What pages call that count and advertise. */
const MACHINERY = /\b(?:dataLayer|googletag|gtag|adsbygoogle|_paq|fbq|__NEXT_DATA__)\b/;
/** What is shown to readers is short; what is sent to browsers is one long line. */
const MINIFIED = /\b(?:window|document|self)\.[\w$]+|\bfunction\s*\(/;
const LEAST_MINIFIED = 100;
/** What a rule of a style sheet is for: a class or an id, or any other element. */
const SELECTOR = /^[.#@*]?[\w-][^"“”=(]{0,80}$/;
const NAMED = /^[.#@*]/;
/** A property of several words. */
const PROPERTY = /[a-z]-[a-z]{1,30} ?:/;
const QUOTED = /["“”]/;
const KEY = /"[\w@$.:-]{1,60}"\s*:/g;
/** A line of data: a key with its value, a value of a list, a bracket. */
const DATA = /^(?:"[\w@$.:-]{1,60}"\s*:|[{}[\]]{1,4},?$|"(?:[^"\\]|\\.)*",?$|-?[\d.]+,$)/;
const SIGNS = /[{}()[\];=<>|&$\\]/g;
/** So many keys on a line make it data. */
const LEAST_KEYS = 4;
/** In code one character of eight is a sign; in prose one of a hundred. */
const LEAST_SIGNS = 0.08;
/** A text of which so many lines are data is data, and not about it. */
const MOSTLY_DATA = 0.8;
/** Read of a line: scripts are long. */
const MOST_READ = 2_000;

/** 1 for each line that belongs to a script, a style sheet or data. Linear in the text. */
export function findScripts(text: string, lines: RawLines): Uint8Array | null {
  if (!text.includes('{')) return null;
  const found = new Uint8Array(lines.count);
  const all = countLines(lines);
  for (let i = 0; i < lines.count; i++) {
    if (isBlank(lines, i)) continue;
    const first = i;
    let machinery = 0;
    let data = 0;
    let last = i - 1;
    // A run of lines of code, blank ones in it passed over.
    for (; i < lines.count; i++) {
      if (isBlank(lines, i)) continue;
      const line = text.slice(
        lines.start[i],
        Math.min(lines.end[i] as number, (lines.start[i] as number) + MOST_READ),
      );
      const isData = DATA.test(line);
      if (!isData && !isCode(line)) break;
      if (isData) data++;
      if (isMachinery(line)) machinery++;
      last = i;
    }
    const isAll = data > 0 && data >= MOSTLY_DATA * all;
    if (machinery > 0 || isAll) found.fill(1, first, last + 1);
    i = Math.max(first, last);
  }
  return found;
}

function isCode(line: string): boolean {
  return (line.match(SIGNS)?.length ?? 0) >= LEAST_SIGNS * line.length || isMachinery(line);
}

function isMachinery(line: string): boolean {
  if ((line.match(KEY)?.length ?? 0) >= LEAST_KEYS || isStyle(line)) return true;
  const isLong = line.length >= LEAST_MINIFIED;
  if (!MACHINERY.test(line) && !(isLong && MINIFIED.test(line))) return false;
  return (line.match(SIGNS)?.length ?? 0) >= Math.max(2, LEAST_SIGNS * line.length);
}

/** Whether a line holds a whole rule of a style sheet: of a class or an id, or about something that has a hyphen. */
function isStyle(line: string): boolean {
  return line
    .split('}')
    .slice(0, -1)
    .some((rule) => {
      const open = rule.indexOf('{');
      const selector = rule.slice(0, Math.max(0, open)).trim();
      const declarations = rule.slice(open + 1);
      if (open < 0 || declarations.includes('{') || QUOTED.test(declarations)) return false;
      if (!SELECTOR.test(selector)) return false;
      return NAMED.test(selector) ? declarations.includes(':') : PROPERTY.test(declarations);
    });
}

function countLines(lines: RawLines): number {
  let count = 0;
  for (let i = 0; i < lines.count; i++) if (!isBlank(lines, i)) count++;
  return count;
}
