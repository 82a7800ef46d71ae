/**
 * Sentences of a paragraph. A stretch in quote marks is part of the sentence it stands in.
 * @module
 */
import { CharSet, isDigit, isLetter, isLower, isSpace, isUpper } from './chars.ts';
import { firstWhere } from './search.ts';
import type { Span } from './spans.ts';

/** What the splitter must be told about a language and a text. */
export interface SentenceHelp {
  /** Stretches (half-open, in order, not overlapping) inside which no sentence ends. */
  readonly atoms: readonly Span[];
  /** Whether the word that ends at this offset is an abbreviation that takes a full stop. */
  readonly isAbbreviation: (wordEnd: number) => boolean;
  /** Whether the number that ends at this offset is written with a stop ("am 5. August"). */
  readonly isOrdinal?: (wordEnd: number) => boolean;
  /** Whether a sentence may go on after an atom that ends in a mark of its own ("…?" she asked). */
  readonly goesOnAfter: (atomEnd: number) => boolean;
}

const ENDERS = new CharSet('.!?…。！？؟۔।');
/** Enders of scripts without spaces: what follows is the next sentence. */
const SOLO_ENDERS = new CharSet('。！？');
const CLOSERS = new CharSet(')]}"”’\'»«›“」』）】》');

/**
 * The sentences of `paragraph`, trimmed, in order; UTF-16, half-open. Every character but white space is in one.
 */
export function splitSentences(text: string, paragraph: Span, help: SentenceHelp): readonly Span[] {
  const sentences: Span[] = [];
  let start = paragraph.start;
  while (start < paragraph.end && isSpace(text.charCodeAt(start))) start++;
  let atom = firstAtom(help.atoms, paragraph.start);
  const close = (end: number): void => {
    if (end > start) sentences.push({ start, end });
    start = end;
    while (start < paragraph.end && isSpace(text.charCodeAt(start))) start++;
  };
  for (let at = paragraph.start; at < paragraph.end; at++) {
    const next = help.atoms[atom];
    if (next && at >= next.start) {
      atom++;
      at = Math.max(at, next.end - 1);
      if (endsInAtom(text, next, paragraph.end) && !help.goesOnAfter(next.end)) close(next.end);
      continue;
    }
    if (!ENDERS.has(text.charCodeAt(at))) continue;
    const end = endOfCluster(text, at, Math.min(paragraph.end, next?.start ?? paragraph.end));
    if (isBoundary(text, at, end, paragraph.end, help)) close(end);
    at = end - 1;
  }
  let end = paragraph.end;
  while (end > start && isSpace(text.charCodeAt(end - 1))) end--;
  if (end > start) sentences.push({ start, end });
  return sentences;
}

function firstAtom(atoms: readonly Span[], offset: number): number {
  return firstWhere(atoms.length, (i) => (atoms[i] as Span).start >= offset);
}

/** Past the ender, its repetitions and closing marks. */
function endOfCluster(text: string, at: number, limit: number): number {
  let end = at + 1;
  while (end < limit && (ENDERS.has(text.charCodeAt(end)) || CLOSERS.has(text.charCodeAt(end))))
    end++;
  return end;
}

function isBoundary(
  text: string,
  at: number,
  end: number,
  limit: number,
  help: SentenceHelp,
): boolean {
  if (end >= limit) return true;
  if (SOLO_ENDERS.has(text.charCodeAt(at))) return true;
  if (!isSpace(text.charCodeAt(end))) return false;
  let next = end;
  while (next < limit && isSpace(text.charCodeAt(next))) next++;
  if (next >= limit) return true;
  const after = text.charCodeAt(next);
  if (isLower(after)) return false;
  if (text[at] !== '.') return true;
  if (isDigitStop(text, at) && help.isOrdinal?.(at)) return false;
  return !isInitial(text, at) && !(help.isAbbreviation(at) && !isDigitStop(text, at));
}

/** "J. Smith": one capital before the stop. */
function isInitial(text: string, stop: number): boolean {
  const letter = text.charCodeAt(stop - 1);
  return stop > 0 && isUpper(letter) && (stop < 2 || !isLetter(text.charCodeAt(stop - 2)));
}

function isDigitStop(text: string, stop: number): boolean {
  return isDigit(text.charCodeAt(stop - 1));
}

/** `“… over.” Reed left`: the atom ends in an ender of its own and something with a capital follows. */
function endsInAtom(text: string, atom: Span, limit: number): boolean {
  let last = atom.end - 1;
  // « … . »: French has a space in front of the mark.
  while (
    last > atom.start &&
    (CLOSERS.has(text.charCodeAt(last)) || isSpace(text.charCodeAt(last)))
  )
    last--;
  if (!ENDERS.has(text.charCodeAt(last))) return false;
  let next = atom.end;
  while (next < limit && isSpace(text.charCodeAt(next))) next++;
  if (next >= limit) return true;
  const after = text.charCodeAt(next);
  return !isLetter(after) || isUpper(after);
}
