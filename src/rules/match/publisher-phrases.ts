/**
 * Where the phrases of a publisher's rules occur. They are looked for on its own pages alone, word by word as all phrases
 * are, and stand neither in the vocabulary nor in the trie: pages of others must not know of them.
 * @module
 */
import type { Document } from '../../text/document.ts';
import { bareWord, GLUED, NUMERIC } from '../../text/words.ts';
import type { Site } from '../publishers.ts';
import type { Rules } from '../rules.ts';
import type { SegmentRule } from '../types.ts';
import type { SegmentHits } from './segment-rules.ts';

/** Stands for any number. */
const NUMBER = '{n}';

/** A phrase: its words, and its number in {@link SegmentHits}. */
interface Phrase {
  readonly words: readonly string[];
  readonly rule: number;
  readonly veto: number;
}

interface Hit extends Pick<Phrase, 'rule' | 'veto'> {
  readonly from: number;
  readonly to: number;
}

/** Hits with those of a site's own rules among them. Linear in the text. */
export function withSiteHits(hits: SegmentHits, rules: Rules, doc: Document, site: Site): SegmentHits {
  const own = ownHits(doc, phrasesOf(rules, site));
  if (own.length === 0) return hits;
  const hit = (from: number, i: number) => ({ from, rule: hits.rule[i], to: hits.to[i], veto: hits.veto[i] }) as Hit;
  const common = Array.from(hits.from, hit);
  // Both are in order already, and engines sort such lists in one pass.
  const all = [...common, ...own].sort((a, b) => a.from - b.from);
  return {
    active: hits.active,
    hasOwn: true,
    rule: Int32Array.from(all, ({ rule }) => rule),
    from: Int32Array.from(all, ({ from }) => from),
    to: Int32Array.from(all, ({ to }) => to),
    veto: Uint8Array.from(all, ({ veto }) => veto),
  };
}

/** All phrases of a site, by their first words. */
function phrasesOf({ segmentRules }: Rules, { from, to }: Site): ReadonlyMap<string, readonly Phrase[]> {
  const phrases: Phrase[] = [];
  for (let number = from; number < to; number++) {
    const { match, any = [], unless = [] } = segmentRules[number] as SegmentRule;
    if (match !== 'element')
      for (const phrase of any) phrases.push({ words: phrase.split(' '), rule: number, veto: 0 });
    for (const phrase of unless) phrases.push({ words: phrase.split(' '), rule: ~number, veto: 1 });
  }
  return Map.groupBy(phrases, ({ words }) => words[0] as string);
}

/** Hits in order of their first word. */
function ownHits({ folded, words }: Document, phrases: ReadonlyMap<string, readonly Phrase[]>): readonly Hit[] {
  const is = (at: number, word: string): boolean =>
    word === NUMBER ? isNumber(at) : bareWord(folded.slice(words.start[at], words.end[at])) === word;
  const isNumber = (at: number): boolean => ((words.shape[at] as number) & NUMERIC) !== 0;
  const goesOn = (at: number): boolean => at < words.count && ((words.shape[at] as number) & GLUED) !== 0;
  const hits: Hit[] = [];
  const tryAll = (at: number, some: readonly Phrase[] = []): void => {
    for (const { words: wanted, rule, veto } of some)
      if (wanted.every((word, i) => i === 0 || (goesOn(at + i) && is(at + i, word))))
        hits.push({ rule, from: at, to: at + wanted.length, veto });
  };
  for (let at = 0; at < words.count; at++) {
    tryAll(at, phrases.get(bareWord(folded.slice(words.start[at], words.end[at]))));
    if (isNumber(at)) tryAll(at, phrases.get(NUMBER));
  }
  return hits;
}
