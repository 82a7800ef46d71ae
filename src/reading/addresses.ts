/**
 * Addresses that stand in a dump as words: what is left of links without a text.
 * @module
 */
import { CharSet } from '../text/chars.ts';
import type { Removals } from './removals.ts';

const ADDRESS = /(?:https?|ftp):\/\/[^\s<>"”“»«]+/gi;
/** What ends the sentence around an address, rather than the address. */
const BEHIND = new CharSet('.,;:!?)]}’\'"');
/** No more than so many of them: an address may end in a row of stops. */
const MOST_BEHIND = 8;

/** Takes addresses out, with the space in front of them. Linear in the text. */
export function findAddresses(text: string, out: Removals): void {
  if (!text.includes('://')) return;
  for (const { 0: address, index } of text.matchAll(ADDRESS)) {
    const last = index + address.length;
    let end = last;
    while (end > index && end > last - MOST_BEHIND && BEHIND.has(text.charCodeAt(end - 1))) end--;
    out.add(text[index - 1] === ' ' ? index - 1 : index, end);
  }
}
