/**
 * Addresses that stand in a dump as words: what is left of links without a text.
 * @module
 */
import type { Removals } from './removals.ts';

const ADDRESS = /(?:https?|ftp):\/\/[^\s<>"”“»«]+/gi;
/** What ends the sentence around an address, rather than the address. */
const BEHIND = /[.,;:!?)\]}’'"]+$/;

/** Takes addresses out, with the space in front of them. Linear in the text. */
export function findAddresses(text: string, out: Removals): void {
  if (!text.includes('://')) return;
  for (const { 0: address, index } of text.matchAll(ADDRESS)) {
    const behind = BEHIND.exec(address.slice(-8))?.[0].length ?? 0;
    out.add(text[index - 1] === ' ' ? index - 1 : index, index + address.length - behind);
  }
}
