/**
 * Places beside words in marks, or behind the dash of a dialogue, where a verb of saying is likely. Read off the signs alone,
 * before it is known where marks close.
 * @module
 */
import type { Document } from '../text/document.ts';
import { AFTER_BREAK } from '../text/words.ts';
import { PLAIN } from './punctuation.ts';

export const NOWHERE = 0;
/** Right behind a mark that may close. */
export const BEHIND_QUOTE = 1;
/** The same with a comma, a dash or an end of a sentence beside the mark; or behind a dash inside what is said. */
export const BEHIND_SIGN = 2;
/** Behind a comma inside guillemets, where whoever speaks may be named. */
export const INSIDE = 3;

/** Fewer words in marks are often a name. */
const FEW = 3;
/** Longer gaps hold a row of signs or empty lines. */
const LONGEST_GAP = 8;

const CLOSES = /^[.,!?…]*(?:\s?»|["”“«])/;
const OPENS = /(?:^|[\s(:–—―-])[«»„“"”]\s?$/;
const SIGN = /[,!?…–—―]|\s-\s/;
const SPOKEN = /[!?…–—―]|\s-\s|,["”“]/;
const DASH = /\s(?:[–—―]\s?|-\s)$/;
const COLON = /:\s?[«„“"”]\s?$/;

export class SpeechPlaces {
  readonly #doc: Document;
  readonly #gaps: Uint8Array;
  /** The word that the last mark opened in front of. */
  #opened = -Infinity;
  #inGuillemets = false;
  #inDialogue = false;

  constructor(doc: Document, gaps: Uint8Array) {
    this.#doc = doc;
    this.#gaps = gaps;
  }

  /** Where a word stands. Words must be asked for in order, all of them. */
  at(word: number): number {
    const { words } = this.#doc;
    if (word === 0 || (words.shape[word] as number) & AFTER_BREAK) {
      this.#inGuillemets = false;
      this.#inDialogue = endsInDialogueDash(this.#gapText(word));
    }
    if (this.#gaps[word] === PLAIN) return NOWHERE;
    const gap = this.#gapText(word);
    const place = word === 0 ? NOWHERE : this.#placeBehind(gap);
    if (gap.includes('«')) this.#inGuillemets = true;
    else if (gap.includes('»')) this.#inGuillemets = false;
    if (place === NOWHERE && OPENS.test(gap)) this.#opened = word;
    return place;
  }

  #placeBehind(gap: string): number {
    if (gap.length > LONGEST_GAP || /[\r\n]/.test(gap)) return NOWHERE;
    if ((this.#inGuillemets || this.#inDialogue) && DASH.test(gap)) return BEHIND_SIGN;
    if (this.#inGuillemets && /^,\s$/.test(gap)) return INSIDE;
    if (!CLOSES.test(gap)) return NOWHERE;
    return SIGN.test(gap) ? BEHIND_SIGN : BEHIND_QUOTE;
  }

  /** Whether there are only a few words between the last opening mark and a word. */
  isShort(word: number): boolean {
    return word - this.#opened < FEW;
  }

  /** Whether the signs in front of a word are those of speech, even if what they close is short: “No!” */
  isSpoken(word: number): boolean {
    return SPOKEN.test(this.#gapText(word));
  }

  /** Whether a mark opens in front of a word, behind a colon. */
  opensQuote(word: number): boolean {
    return COLON.test(this.#gapText(word));
  }

  #gapText(word: number): string {
    const { text, words } = this.#doc;
    const start = words.start[word] as number;
    return text.slice(Math.max(words.end[word - 1] ?? 0, start - LONGEST_GAP - 1), start);
  }
}

/** Whether a gap ends in a dash, with a space or not, that nothing but white space parts from the start of its line. */
function endsInDialogueDash(gap: string): boolean {
  const line = gap.slice(Math.max(gap.lastIndexOf('\n'), gap.lastIndexOf('\r')) + 1).trimStart();
  return line.length <= 2 && /^[–—―-]\s?$/.test(line);
}
