/**
 * Panels of consent: a block that rules know for a notice of privacy again and again. Its buttons (“Save”, “Refuse all”, “Audience”) are like those of other places.
 * @module
 */
import { LABELLED_KINDS } from '../../../labels.ts';
import type { Blocks, Measured } from './blocks.ts';

const PRIVACY = LABELLED_KINDS.indexOf('disclaimers/privacy') + 1;
/** Units of a panel that rules know for it. Set by hand, as is the number below. */
const LEAST_KNOWN = 3;
/** A page without blank lines is one block. */
const MOST_SHARE = 0.5;
const MOST_UNITS = 20;

/** Marks the short units of panels that rules do not know for a panel's. */
export function findPanels(page: Measured, { list }: Blocks, consented: (u: number) => void): void {
  for (const { from, to } of list) {
    let known = 0;
    for (let u = from; u < to; u++) if (page.lead[u] === PRIVACY) known++;
    if (known < LEAST_KNOWN || page.lead[from] !== PRIVACY) continue;
    if (to - from > Math.min(MOST_UNITS, MOST_SHARE * page.units.count)) continue;
    for (let u = from; u < to; u++) if (page.lead[u] !== PRIVACY) consented(u);
  }
}
