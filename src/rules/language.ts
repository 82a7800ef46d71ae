/**
 * Which language a text is in: its script, or the share of its words that are function words of a language.
 * @module
 */
import type { Words } from '../text/words.ts';
import type { Span } from '../types.ts';
import type { Rules } from './rules.ts';
import type { Hits } from './trie.ts';

/** No language known. */
export const UNDETERMINED = 'und';

/** Scripts that all but name a language. */
const SCRIPTS: readonly (readonly [string, RegExp])[] = [
  ['ja', /[\p{Script=Hiragana}\p{Script=Katakana}]/gu],
  ['ko', /\p{Script=Hangul}/gu],
  ['zh', /\p{Script=Han}/gu],
  ['ar', /\p{Script=Arabic}/gu],
  ['he', /\p{Script=Hebrew}/gu],
  ['el', /\p{Script=Greek}/gu],
  ['th', /\p{Script=Thai}/gu],
  ['hi', /\p{Script=Devanagari}/gu],
];
const LEAST_SHARE_OF_SCRIPT = 0.2;
const SAMPLE = 4000;

/** Fewer function words than this share, and a text is not prose of the language. */
const LEAST_SHARE = 0.08;

/**
 * The language of the words within `spans` (UTF-16), as a primary BCP-47 subtag, or `und`.
 * @param hits all phrases of the document, in order
 */
export function guessLanguage(
  text: string,
  rules: Rules,
  words: Words,
  hits: Hits,
  spans: readonly Span[],
): string {
  const counts = new Map<string, number>();
  let hit = 0;
  let total = 0;
  for (const span of spans) {
    while (hit < hits.count && (words.start[hits.from[hit] as number] as number) < span.start) hit++;
    for (; hit < hits.count; hit++) {
      if ((words.start[hits.from[hit] as number] as number) >= span.end) break;
      const language = functionWordLanguage(rules, hits.entry[hit] as number);
      if (language) counts.set(language, (counts.get(language) ?? 0) + 1);
    }
    total += countWords(words, span);
  }
  const [best] = [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
  if (best && best[1] >= LEAST_SHARE * total) return best[0];
  return scriptLanguage(text, spans);
}

function functionWordLanguage(rules: Rules, number: number): string | undefined {
  const entry = rules.entries.at(number);
  if (entry.type !== 'lexicon') return undefined;
  const rule = rules.lexiconRules[entry.rule];
  return rule?.lexicon === 'function-word' ? rule.language : undefined;
}

function countWords(words: Words, span: Span): number {
  return firstStartingAt(words, span.end) - firstStartingAt(words, span.start);
}

function firstStartingAt(words: Words, offset: number): number {
  let low = 0;
  let high = words.count;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((words.start[middle] as number) >= offset) high = middle;
    else low = middle + 1;
  }
  return low;
}

function scriptLanguage(text: string, spans: readonly Span[]): string {
  const sample = spans
    .map((span) => text.slice(span.start, Math.min(span.end, span.start + SAMPLE)))
    .join('')
    .slice(0, SAMPLE);
  const letters = sample.match(/\p{L}/gu)?.length ?? 0;
  for (const [language, script] of SCRIPTS)
    if ((sample.match(script)?.length ?? 0) > LEAST_SHARE_OF_SCRIPT * letters) return language;
  return UNDETERMINED;
}
