/**
 * Which language a text is in: its script, or the share of its words that are function words of a language.
 * @module
 */
import { firstWhere } from '../text/search.ts';
import type { Span } from '../text/spans.ts';
import type { Words } from '../text/words.ts';
import type { Hits } from './match/trie.ts';
import type { Rules } from './rules.ts';

/** No language known. */
export const UNDETERMINED = 'und';

/** More of a text's letters than this in a language's own script all but name the language. */
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
  const { languages, of } = functionWordsOf(rules);
  const counts = new Int32Array(languages.length);
  let hit = 0;
  let total = 0;
  for (const span of spans) {
    while (hit < hits.count && (words.start[hits.from[hit] as number] as number) < span.start) hit++;
    for (; hit < hits.count; hit++) {
      if ((words.start[hits.from[hit] as number] as number) >= span.end) break;
      const language = of[hits.entry[hit] as number] as number;
      counts[language] = (counts[language] as number) + 1;
    }
    total += countWords(words, span);
  }
  let best = 1;
  for (let i = 2; i < counts.length; i++) if ((counts[i] as number) > (counts[best] as number)) best = i;
  const most = counts[best] ?? 0;
  if (most > 0 && most >= LEAST_SHARE * total) return languages[best] as string;
  return scriptLanguage(text, rules, spans);
}

interface FunctionWords {
  /** In order of precedence; the first stands for none. */
  readonly languages: readonly string[];
  /** Index of the language of each entry. */
  readonly of: Uint8Array;
}

/** The same rules always give the same answer. */
const memo = new WeakMap<Rules, FunctionWords>();

function functionWordsOf(rules: Rules): FunctionWords {
  const known = memo.get(rules);
  if (known) return known;
  const lists = rules.lexiconRules.filter((rule) => rule.lexicon === 'function-word');
  const languages = ['', ...new Set(lists.map((rule) => rule.language).sort(byPrecedence(rules)))];
  const of = new Uint8Array(rules.entries.length);
  const { from, to } = rules.entries.lexicons;
  for (let number = from; number < to; number++) {
    const entry = rules.entries.at(number);
    const rule = entry.type === 'lexicon' ? rules.lexiconRules[entry.rule] : undefined;
    if (rule?.lexicon === 'function-word') of[number] = languages.indexOf(rule.language);
  }
  const made = { languages, of };
  memo.set(rules, made);
  return made;
}

/** Neighbours share small words. Where two languages have as many in a text, the one that keeps to its own pages is not it. */
function byPrecedence({ profiles }: Rules): (a: string, b: string) => number {
  return (a, b) => Number(profiles.of(a).ownPagesOnly) - Number(profiles.of(b).ownPagesOnly) || (a < b ? -1 : 1);
}

function countWords(words: Words, span: Span): number {
  return firstStartingAt(words, span.end) - firstStartingAt(words, span.start);
}

function firstStartingAt(words: Words, offset: number): number {
  return firstWhere(words.count, (word) => (words.start[word] as number) >= offset);
}

function scriptLanguage(text: string, { profiles }: Rules, spans: readonly Span[]): string {
  const sample = spans
    .map((span) => text.slice(span.start, Math.min(span.end, span.start + SAMPLE)))
    .join('')
    .slice(0, SAMPLE);
  const letters = sample.match(/\p{L}/gu)?.length ?? 0;
  for (const { language, letters: own } of profiles.scripts)
    if ((sample.match(own)?.length ?? 0) > LEAST_SHARE_OF_SCRIPT * letters) return language;
  return UNDETERMINED;
}
