/**
 * Addresses that stand in the text: of pages and of mail.
 * @module
 */
import type { Removals } from './removals.ts';

const ADDRESS = /(?:https?|ftp):\/\/[^\s<>"”“»«]+|@/gi;
/** What ends the sentence around an address, rather than the address. */
const BEHIND = /[.,;:!?)\]}'’"]+$/;
const MAIL_BEFORE = /[\p{L}\p{N}._%+-]{1,64}$/u;
const MAIL_BEHIND = /^[\p{L}\p{N}-]{1,63}(?:\.[\p{L}\p{N}-]{2,63}){1,5}/u;
/** In a line with so many other words an address is left out; in a shorter one its words say what the line is. */
const PROSE_WORDS = 8;
const MOST_LINE = 160;

/**
 * Takes addresses out of running text. Elsewhere the colon of `https:` goes, so that nobody takes that for a speaker. Linear in the text.
 */
export function findAddresses(text: string, out: Removals): void {
  if (!text.includes('://') && !text.includes('@')) return;
  for (const { 0: found, index } of text.matchAll(ADDRESS)) {
    if (found === '@') {
      const before = MAIL_BEFORE.exec(text.slice(Math.max(0, index - 64), index))?.[0].length ?? 0;
      const behind = MAIL_BEHIND.exec(text.slice(index + 1, index + 200))?.[0].length ?? 0;
      if (before > 0 && behind > 0 && isProse(text, index - before, index + 1 + behind))
        takeOut(text, index - before, index + 1 + behind, out);
      continue;
    }
    const end = index + found.length - (BEHIND.exec(found.slice(-8))?.[0].length ?? 0);
    if (isProse(text, index, end)) takeOut(text, index, end, out);
    else {
      const colon = index + found.indexOf(':');
      out.add(colon, colon + 1, '/');
    }
  }
}

function takeOut(text: string, start: number, end: number, out: Removals): void {
  const from = text[start - 1] === ' ' ? start - 1 : start;
  out.add(from, end);
}

function isProse(text: string, start: number, end: number): boolean {
  const head = text.slice(Math.max(0, start - MOST_LINE), start);
  const before = head.slice(head.lastIndexOf('\n') + 1);
  const behind = /^[^\n]*/.exec(text.slice(end, end + MOST_LINE))?.[0] ?? '';
  const words = `${before} ${behind}`.match(/[\p{L}\p{N}’'-]+/gu) ?? [];
  return words.length >= PROSE_WORDS;
}
