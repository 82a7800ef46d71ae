/**
 * Links as programs print them, told from brackets that an author wrote: `[text](address "title")`, `![alt](address)`,
 * `[text][id]`, `text [address]`, `[12]text`, `<address>`.
 * @module
 */
import type { Removals } from './removals.ts';

/** Stretches of a text (UTF-16, half-open). */
export interface Stretch {
  readonly start: number;
  readonly end: number;
}

/** What was found besides what is to be taken out. */
export interface FoundLinks {
  /** Texts of links, in the order of their ends. */
  readonly linked: readonly Stretch[];
  /** Pictures, whole. */
  readonly pictures: readonly Stretch[];
  /** How many links there are. */
  readonly count: number;
}

export interface LinkOptions {
  /** Whether anything in parentheses behind brackets is an address; else it must look like one. */
  readonly isMarkdown: boolean;
  /** The highest number that stands for an address in a list below; 0 where there is none. */
  readonly numbers: number;
  /** Names of addresses in a list below, in lower case. */
  readonly names: ReadonlySet<string>;
}

const BRACKETS =
  /\\[[\]]|\]\(|[[\]]|<(?:[a-z]{2,10}:[^\s<>]{1,2000}|[^\s<>@]{1,64}@[^\s<>@]{1,255})>/gi;
/** What an address begins with where nothing else tells that it is one. */
const ADDRESS = /^(?:[a-z]{2,10}:\S|www\.|\/\S|#\S|\.{1,2}\/)\S*$/i;
/** Where addresses stand in brackets, so do those of the same folder: `[opinion-today]`, `[2024/may.html]`. */
const IN_BRACKETS = /\[(?:[a-z]{2,10}:\/\/|\/)[^\s[\]]{1,2000}\]/gi;
const RELATIVE = /^[\w%~]+(?:[-./#?=&+][\w%~]*)+$/;
/** So many addresses in brackets are a habit of the program. */
const LEAST_IN_BRACKETS = 3;
const MOST_ADDRESS = 4_000;
const MOST_NAME = 200;
const NUMBER = /^\d{1,5}$/;
/** In a line of no more words, what stands before an address in brackets is the text of a link. */
const MOST_LINK_WORDS = 12;

interface Open {
  readonly at: number;
  /** Where what is to be taken out begins: at the `!` of a picture. */
  readonly from: number;
  hasInner: boolean;
}

/** Finds links. Linear in the text. */
export function findLinks(text: string, options: LinkOptions, out: Removals): FoundLinks {
  return new LinkReader(text, options, out).read();
}

class LinkReader {
  readonly #text: string;
  readonly #options: LinkOptions;
  readonly #out: Removals;
  readonly #open: Open[] = [];
  readonly #linked: Stretch[] = [];
  readonly #pictures: Stretch[] = [];
  /** Whether addresses stand in brackets behind their texts. */
  readonly #isBracketed: boolean;
  #count = 0;
  /** Up to here no address in parentheses ends: looking again would only cost time. */
  #unclosed = 0;
  /** Behind the last thing that was read as a whole. */
  #done = 0;

  constructor(text: string, options: LinkOptions, out: Removals) {
    this.#text = text;
    this.#options = options;
    this.#out = out;
    this.#isBracketed = !options.isMarkdown && isOften(text, IN_BRACKETS, LEAST_IN_BRACKETS);
  }

  read(): FoundLinks {
    for (const { 0: found, index } of this.#text.matchAll(BRACKETS)) {
      if (index < this.#done || found.startsWith('\\')) continue;
      if (found === '[') this.#start(index);
      else if (found.startsWith('<')) this.#take(index, index + found.length);
      else this.#end(index, found === '](');
    }
    return { linked: this.#linked, pictures: this.#pictures, count: this.#count };
  }

  #start(at: number): void {
    const from = this.#text[at - 1] === '!' ? at - 1 : at;
    this.#open.push({ at, from, hasInner: false });
  }

  #take(start: number, end: number): void {
    this.#count++;
    this.#out.add(start, end);
    this.#done = end;
  }

  #end(close: number, isInline: boolean): void {
    const open = this.#open.pop();
    const outer = this.#open.at(-1);
    if (!open) return;
    if (outer) outer.hasInner = true;
    const target = isInline ? this.#targetEnd(close + 2) : this.#nameEnd(open, close);
    if (target > 0) this.#link(open, close, target);
    else if (!open.hasInner) this.#bare(open, close);
  }

  /** `[text](…)`: the text stays, unless it is a picture. */
  #link(open: Open, close: number, end: number): void {
    this.#count++;
    this.#done = end;
    if (open.from < open.at) {
      this.#out.add(open.from, end);
      this.#pictures.push({ start: open.from, end });
      return;
    }
    this.#out.add(open.at, open.at + 1);
    this.#out.add(close, end);
    this.#linked.push({ start: open.at + 1, end: close });
  }

  /** Behind the parenthesis that ends an address and its title, or 0. */
  #targetEnd(start: number): number {
    if (start < this.#unclosed) return 0;
    const text = this.#text;
    const head = text.slice(start, start + MOST_HEAD);
    if (!this.#options.isMarkdown && !ADDRESS_HEAD.test(head)) return 0;
    const angle = /^<[^<>\n]{0,2000}>/.exec(text.slice(start, start + MOST_ADDRESS));
    const from = angle ? start + angle[0].length : start;
    const most = Math.min(text.length, start + MOST_ADDRESS);
    let depth = 0;
    let at = from;
    for (; at < most; at++) {
      const char = text[at];
      if (char === '\\') at++;
      else if (char === '\n') break;
      else if (char === '(') depth++;
      else if (char === ')' && depth-- === 0) return at + 1;
      else if (char === ' ' && depth === 0) {
        const title = /^ +(?:"[^"\n]{0,500}"|'[^'\n]{0,500}'|\([^)\n]{0,500}\)) *\)/.exec(
          text.slice(at, at + MOST_TITLE),
        );
        if (title) return at + title[0].length;
        if (!/^ *\)/.test(text.slice(at, at + 3)) && at > from) break;
      }
    }
    this.#unclosed = at;
    return 0;
  }

  /** `[text][id]`, where there is such an address: behind it, or 0. */
  #nameEnd(open: Open, close: number): number {
    const { names, numbers } = this.#options;
    const text = this.#text;
    if (names.size + numbers === 0) return 0;
    if (text[close + 1] === '[') {
      const end = text.slice(close + 2, close + 2 + MOST_NAME).indexOf(']');
      if (end < 0) return 0;
      const name = text.slice(close + 2, close + 2 + end).toLowerCase();
      // `[1][2]` are two links of a text browser.
      if (NUMBER.test(text.slice(open.at + 1, close))) return 0;
      const isKnown = names.has(name) || (NUMBER.test(name) && Number(name) <= numbers);
      return isKnown ? close + 3 + end : 0;
    }
    if (names.size === 0 || close - open.at > MOST_NAME) return 0;
    return names.has(text.slice(open.at + 1, close).toLowerCase()) ? close + 1 : 0;
  }

  /** `[12]` and `[address]`. */
  #bare(open: Open, close: number): void {
    if (close - open.at > MOST_ADDRESS) return;
    const content = this.#text.slice(open.at + 1, close);
    if (NUMBER.test(content)) {
      const number = Number(content);
      if (number === 0 || number > this.#options.numbers) return;
      this.#take(open.at, close + 1);
      this.#linked.push(this.#restOfLine(close + 1));
    } else if (ADDRESS.test(content) || (this.#isBracketed && RELATIVE.test(content))) {
      let from = open.from;
      while (this.#text[from - 1] === ' ') from--;
      this.#take(from, close + 1);
      this.#linked.push(this.#startOfLine(from));
    }
  }

  /** The text of a link whose end is not marked: the line, if that is short; else a word. A mark that ends its line is for the next one. */
  #restOfLine(after: number): Stretch {
    const start = this.#text[after] === '\n' ? after + 1 : after;
    const rest = this.#text.slice(start, start + MOST_NAME);
    const line = /^[^\n[]*/.exec(rest)?.[0] ?? '';
    const isShort = line.length < rest.length && line.split(' ').length <= MOST_LINK_WORDS;
    return { start, end: start + (isShort ? line.length : line.search(/\s|$/)) };
  }

  #startOfLine(end: number): Stretch {
    const before = this.#text.slice(Math.max(0, end - MOST_NAME), end);
    const line = before.slice(1 + Math.max(before.lastIndexOf('\n'), before.lastIndexOf(']')));
    const isShort = line.split(' ').length <= MOST_LINK_WORDS;
    return { start: end - (isShort ? line.length : line.length - 1 - line.lastIndexOf(' ')), end };
  }
}

function isOften(text: string, expression: RegExp, least: number): boolean {
  let count = 0;
  for (const _ of text.matchAll(expression)) if (++count >= least) return true;
  return false;
}

const MOST_TITLE = 520;
const MOST_HEAD = 80;
/** Addresses have a scheme, or a path, or stops in them; or there is nothing at all. */
const ADDRESS_HEAD = /^(?:[a-z][a-z+.-]{1,20}:|[/#.<?]|\)|[^\s()]*[^\s().][./]\S)/i;
