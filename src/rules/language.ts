/**
 * Which language a text is in: its script, or the share of its words that are function words of a language.
 * @module
 */
import type { LanguageSupport } from '../schema/types.ts';
import { firstWhere } from '../text/search.ts';
import type { Span } from '../text/spans.ts';
import type { Words } from '../text/words.ts';
import type { Hits } from './match/trie.ts';
import { MACROLANGUAGES } from './macrolanguages.ts';
import type { Rules } from './rules.ts';

/** No language known. */
export const UNDETERMINED = 'und';

/**
 * How well a rule set knows a language (a primary subtag). `full`: the weights of segments and of quotes were fitted to pages in it;
 * `basic`: it has rules for segments or quotes of its own; `shape`: neither.
 */
export function supportOf(rules: Rules, language: string): LanguageSupport {
  const isFitted = rules.weights['segments']?.languages?.includes(language) ?? false;
  if (isFitted && rules.profiles.of(language).fittedQuotes) return 'full';
  const hasRules =
    rules.segmentRules.some(({ id }) => id.startsWith(`${language}/`)) ||
    rules.cueRules.some((rule) => rule.language === language);
  return hasRules ? 'basic' : 'shape';
}

/**
 * The language whose rules count on pages in this one (both primary subtags): itself, or the macrolanguage that it belongs to where
 * only that has rules. So `nb` and `nn` have those of `no`, and `yue` those of `zh`.
 */
export function ruledAs(rules: Rules, language: string): string {
  if (supportOf(rules, language) !== 'shape') return language;
  const wider = macrolanguageOf(language);
  return wider !== undefined && supportOf(rules, wider) !== 'shape' ? wider : language;
}

/** The macrolanguage (BCP 47) that a language belongs to; undefined for most. */
function macrolanguageOf(language: string): string | undefined {
  for (const group of MACROLANGUAGES.split('; ')) {
    const [wider, members = ''] = group.split(': ');
    if (members.split(' ').includes(language)) return wider;
  }
  return undefined;
}

/** More of a text's letters than this in a language's own script all but name the language. */
const LEAST_SHARE_OF_SCRIPT = 0.2;
/** Fewer function words than this share, and a text is not prose of the language. */
const LEAST_SHARE = 0.08;
/**
 * What a letter that a language never writes counts against it, in function words. Tried on made-up stories of two sentences
 * between menus in English: 0.05 takes eleven in thirty for English, 0.15 six and 0.3 four; from 0.6 on, a list of twelve
 * languages at the head of a page takes it away from English.
 */
const STRANGE_LETTER = 0.3;

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
  const { languages, of, isNeighbour } = functionWordsOf(rules);
  const counts = new Int32Array(languages.length);
  const { lists } = hits;
  let hit = 0;
  let total = 0;
  for (const span of spans) {
    while (hit < hits.count && (words.start[hits.from[hit] as number] as number) < span.start) hit++;
    for (; hit < hits.count; hit++) {
      if ((words.start[hits.from[hit] as number] as number) >= span.end) break;
      const first = hits.list[hit] as number;
      const last = first + (lists[first] as number);
      for (let i = first + 1; i <= last; i++) {
        const language = of[lists[i] as number] as number;
        counts[language] = (counts[language] as number) + 1;
      }
    }
    total += countWords(words, span);
  }
  const letters = countLetters(text, spans);
  let best = 0;
  let most = 0;
  let others: ReadonlyMap<string, number> | undefined;
  const otherWords = (language: number): number =>
    (others ??= countOthers(rules, words, hits, spans)).get(languages[language] as string) ?? 0;
  for (let i = 1; i < counts.length; i++) {
    const count = counts[i] as number;
    if (count < LEAST_SHARE * total || count < most) continue;
    const own = count - STRANGE_LETTER * strangeLetters(letters, rules.profiles.alphabetOf(languages[i] as string));
    // "Le pont fermera lundi": neighbours share the small words of a short text, not the others.
    const isTie = best > 0 && own === most && isNeighbour[i] === 1 && isNeighbour[best] === 1;
    const isMore = own > most || (isTie && otherWords(i) > otherWords(best));
    if (!isMore) continue;
    best = i;
    most = own;
  }
  if (best > 0) return languages[best] as string;
  const ofScript = scriptLanguage(letters, rules);
  return ofScript === UNDETERMINED ? languageOfWords(letters, rules, countOthers(rules, words, hits, spans)) : ofScript;
}

/**
 * The language of a few words with hardly a small one among them: where most letters are of a script that several languages write, the one among those
 * that write them all in whose lists most of the words stand.
 */
function languageOfWords(letters: Letters, rules: Rules, others: ReadonlyMap<string, number>): string {
  let own = 0;
  for (const count of letters.counts.values()) own += count;
  if (own < LEAST_OF_SHARED_SCRIPT * letters.total) return UNDETERMINED;
  let best = UNDETERMINED;
  let most = 1;
  for (const [language, count] of others) {
    const alphabet = rules.profiles.alphabetOf(language);
    if (count <= most || !alphabet || strangeLetters(letters, alphabet) > 0) continue;
    best = language;
    most = count;
  }
  return best;
}

/** So many letters that are not among a to z mean a script of its own. */
const LEAST_OF_SHARED_SCRIPT = 0.5;

/** How many words within `spans` stand in any list of each language, or are its verbs of saying. Linear in the hits. */
function countOthers(
  { cueRules, entries, lexiconRules }: Rules,
  words: Words,
  { count, from, list, lists }: Hits,
  spans: readonly Span[],
): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  let span = 0;
  for (let hit = 0; hit < count; hit++) {
    const start = words.start[from[hit] as number] as number;
    while (span < spans.length && (spans[span] as Span).end <= start) span++;
    if (start < (spans[span]?.start ?? Infinity)) continue;
    const first = list[hit] as number;
    const last = first + (lists[first] as number);
    const known = new Set<string>();
    for (let i = first + 1; i <= last; i++) {
      const entry = entries.at(lists[i] as number);
      const rule = entry.type === 'cue' ? cueRules[entry.rule] : entry.type === 'lexicon' ? lexiconRules[entry.rule] : undefined;
      if (rule) known.add(rule.language);
    }
    for (const language of known) counts.set(language, (counts.get(language) ?? 0) + 1);
  }
  return counts;
}

interface FunctionWords {
  /** In order of precedence; the first stands for none. */
  readonly languages: readonly string[];
  /** Index of the language of each entry. */
  readonly of: Uint8Array;
  /** By index: 1 for languages with about as many other words. Those with few lists would lose every tie, those with weights of their own win it. */
  readonly isNeighbour: Uint8Array;
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
  const speaking = new Set(rules.cueRules.map(({ language }) => language));
  const isNeighbour = Uint8Array.from(languages, (language) =>
    Number(speaking.has(language) && !rules.profiles.of(language).fittedQuotes),
  );
  const made = { languages, of, isNeighbour };
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

/** Letters of a text that are not among a to z, each with how often it occurs, and how many letters there are in all. */
interface Letters {
  readonly counts: ReadonlyMap<string, number>;
  readonly total: number;
}

/** A long text is looked at in so many pieces of this length (UTF-16), evenly spread: menus stand at its head. */
const PIECES = 16;
const PIECE = 256;

function countLetters(text: string, spans: readonly Span[]): Letters {
  const length = spans.reduce((sum, { start, end }) => sum + end - start, 0);
  const step = Math.max(PIECE, length / PIECES);
  const seen = new Map<number, number>();
  let total = 0;
  for (const { start, end } of pieces(spans, step))
    for (let i = start; i < end; i++) {
      const code = text.codePointAt(i) as number;
      if (code > 0xffff) i++;
      if (code >= 128) seen.set(code, (seen.get(code) ?? 0) + 1);
      else if (isLatin(code)) total++;
    }
  const counts = new Map<string, number>();
  for (const [code, count] of seen) {
    const letter = String.fromCodePoint(code).toLowerCase();
    if (!LETTER.test(letter)) continue;
    total += count;
    // 'İ' is an i and a mark.
    if (letter.charCodeAt(0) >= 128) counts.set(letter, (counts.get(letter) ?? 0) + count);
  }
  // Of a long text only a part was seen.
  const scale = step / PIECE;
  for (const [letter, count] of counts) counts.set(letter, count * scale);
  return { counts, total: total * scale };
}

const LETTER = /^\p{L}/u;
const isLatin = (code: number): boolean => (code | 32) >= 97 && (code | 32) <= 122;

/** The first characters of every `step` of the spans, taken as one text. */
function pieces(spans: readonly Span[], step: number): readonly Span[] {
  const found: Span[] = [];
  let before = 0;
  let next = 0;
  for (const { start, end } of spans) {
    for (; next < before + end - start; next += step) {
      const from = Math.floor(start + Math.max(0, next - before));
      found.push({ start: from, end: Math.min(end, from + PIECE) });
    }
    before += end - start;
  }
  return found;
}

function strangeLetters({ counts }: Letters, alphabet: RegExp | undefined): number {
  if (!alphabet) return 0;
  let strange = 0;
  for (const [letter, count] of counts) if (!alphabet.test(letter)) strange += count;
  return strange;
}

function scriptLanguage({ counts, total }: Letters, { profiles }: Rules): string {
  for (const { language, letters } of profiles.scripts) {
    let own = 0;
    for (const [letter, count] of counts) if (letters.test(letter)) own += count;
    if (own > LEAST_SHARE_OF_SCRIPT * total) return language;
  }
  return UNDETERMINED;
}
