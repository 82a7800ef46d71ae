/**
 * What differs between two writings of the same words: inside a word, and between two words.
 * @module
 */
import type { ChangeKind } from './types.ts';
import { sameCharacters } from './words.ts';

const MARKS = /[\p{Pi}\p{Pf}"'`´„‚‟‛＂＇「」『』〝〞〟′″]/gu;
const APOSTROPHES = /[‘’‚‛ʼ′`´＇']/g;
const DASHES = /[\p{Pd}−]+/gu;
const SPACES = /[\s\u0085\u200b\u2060]+/g;
const DOTS = /…|\.(?:\s?\.){2,}/g;

const all = (text: string, what: RegExp): string => (text.match(what) ?? []).join('\n');

/** How what stands between two words differs; nothing where it is the same. */
export function gapChanges(quote: string, text: string): readonly ChangeKind[] {
  if (quote === text) return [];
  const kinds: ChangeKind[] = [];
  if (all(quote, MARKS) !== all(text, MARKS)) kinds.push('marks');
  if (rest(quote) !== rest(text)) return [...kinds, 'punctuation'];
  if (all(quote, DASHES) !== all(text, DASHES)) kinds.push('dashes');
  if (all(quote, SPACES) !== all(text, SPACES)) kinds.push('spaces');
  return kinds.length > 0 ? kinds : ['punctuation'];
}

/** What remains without marks and spaces, with one kind of dash. */
function rest(gap: string): string {
  return gap.replace(MARKS, '').replace(SPACES, '').replace(DASHES, '-');
}

/** Whether dots for something left out stand in a gap. */
export function hasDots(gap: string): boolean {
  return gap.search(DOTS) >= 0;
}

/**
 * How two writings of a word differ; `null` where it is more than typography.
 * @param first whether the word is the first one, whose capital may follow from where it stands
 */
export function wordChanges(
  quote: string,
  text: string,
  first: boolean,
): readonly ChangeKind[] | null {
  if (quote === text) return [];
  const kinds: ChangeKind[] = [];
  if (all(quote, APOSTROPHES) !== all(text, APOSTROPHES)) kinds.push('marks');
  const [ours, theirs] = [quote, text].map((word) => word.replace(APOSTROPHES, "'"));
  const [a = '', b = ''] = [ours, theirs].map((word) => sameCharacters(word ?? ''));
  if (ours?.toLowerCase() !== theirs?.toLowerCase()) kinds.push('characters');
  if (a === b) return kinds.length > 0 ? kinds : ['characters'];
  const [headA = '', headB = ''] = [a, b].map((word) =>
    String.fromCodePoint(word.codePointAt(0) ?? 0),
  );
  const onlyHead = a.slice(headA.length) === b.slice(headB.length);
  return first && onlyHead ? [...kinds, 'case'] : null;
}
