/**
 * Publishers' own rules: whose site a page is from, and which of its elements they name.
 * @module
 */
import type { Rules } from './rules.ts';
import type { SegmentRule } from './types.ts';

/** Rules of a site: numbers of segment rules, half-open. */
export interface Site {
  readonly from: number;
  readonly to: number;
}

/** The site with rules that a page is from: of the domains that its host is or belongs to, the longest. */
export function siteOf({ sites }: Rules, url: string | undefined): Site | undefined {
  if (url === undefined || sites.length === 0 || !URL.canParse(url)) return undefined;
  const host = `.${new URL(url).hostname.replace(/\.$/, '')}`;
  let best: (typeof sites)[number] | undefined;
  for (const site of sites)
    if (host.endsWith(`.${site[0]}`) && site[0].length > (best?.[0].length ?? 0)) best = site;
  return best && { from: best[1], to: best[2] };
}

/** Rules by the elements that they look for. */
interface ElementRules {
  readonly rules: readonly number[];
  bitsOf(name: string, id: string, classes: string): number;
}

/** Reads which rules of a site name an element; undefined where none names any. */
export function markerOf({ segmentRules }: Rules, { from, to }: Site): ElementRules | undefined {
  const rules: number[] = [];
  const bitsOf = new Map<string, number>();
  for (let rule = from; rule < to; rule++) {
    const { match, any = [] } = segmentRules[rule] as SegmentRule;
    if (match !== 'element') continue;
    const bit = 1 << (rules.push(rule) - 1);
    for (const selector of any) bitsOf.set(selector, (bitsOf.get(selector) ?? 0) | bit);
  }
  if (rules.length === 0) return undefined;
  const get = (selector: string): number => bitsOf.get(selector) ?? 0;
  return {
    rules,
    bitsOf(name, id, classes) {
      let bits = get(name) | get(`#${id}`);
      for (const word of classes.split(/\s+/)) bits |= get(`.${word}`) | get(`${name}.${word}`);
      return bits;
    },
  };
}
