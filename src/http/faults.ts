/**
 * Where JSON or UTF-8 breaks: engines tell it in words of their own, with pieces of what was sent, or not at all. Looked for only once
 * something is known to be broken. Linear in the input.
 * @module
 */

/** `line 3, column 14 (byte 210)`; lines and columns (characters, as UTF-16 units) from 1, bytes from 0. */
export function placeIn(text: string, at: number): string {
  const before = text.slice(0, at);
  const line = before.split('\n').length;
  const column = at - before.lastIndexOf('\n');
  return `line ${line}, column ${column} (byte ${new TextEncoder().encode(before).length})`;
}

/** The same where the text is one line of many, whose number the client is told beside it: `column 14 (byte 210)`. */
export function placeInLine(text: string, at: number): string {
  return placeIn(text, at).replace(/^line \d+, /, '');
}

/** Bytes of a sequence by its first byte (Unicode 17, table 3-7), and the range of the second byte. */
function sequence(lead: number): readonly [length: number, least: number, most: number] | null {
  if (lead < 0x80) return [1, 0, 0];
  if (lead >= 0xc2 && lead < 0xe0) return [2, 0x80, 0xbf];
  if (lead >= 0xe0 && lead < 0xf0)
    return [3, lead === 0xe0 ? 0xa0 : 0x80, lead === 0xed ? 0x9f : 0xbf];
  if (lead >= 0xf0 && lead < 0xf5)
    return [4, lead === 0xf0 ? 0x90 : 0x80, lead === 0xf4 ? 0x8f : 0xbf];
  return null;
}

/** The first byte that is no part of valid UTF-8; the number of bytes where all is. */
export function utf8Fault(bytes: Uint8Array): number {
  let at = 0;
  while (at < bytes.length) {
    const known = sequence(bytes[at] as number);
    if (!known) return at;
    const [length, least, most] = known;
    for (let i = 1; i < length; i++) {
      const byte = bytes[at + i] ?? 0;
      if (byte < (i === 1 ? least : 0x80) || byte > (i === 1 ? most : 0xbf)) return at;
    }
    at += length;
  }
  return at;
}

const VALUE = /(?:-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null)(?![\w.])/y;
const SPACE = /[ \t\n\r]*/y;
const ESCAPE = /\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})/y;

/** The offset (UTF-16) at which a text stops being JSON (RFC 8259); its length where only the end is missing, or nothing is. */
export function jsonFault(json: string): number {
  return new JsonScanner(json).scan();
}

class JsonScanner {
  readonly #json: string;
  readonly #open: ('{' | '[')[] = [];
  #at = 0;

  constructor(json: string) {
    this.#json = json;
  }

  scan(): number {
    for (;;) {
      // In front of a value.
      this.#space();
      const sign = this.#json[this.#at];
      if (sign === '{' || sign === '[') {
        this.#at++;
        this.#open.push(sign);
        this.#space();
        if (this.#json[this.#at] === CLOSING[sign]) {
          if (!this.#leave()) return this.#at;
          continue;
        }
        if (sign === '{' && !this.#key()) return this.#at;
        continue;
      }
      if (!(sign === '"' ? this.#string() : this.#match(VALUE))) return this.#at;
      if (!this.#next()) return this.#at;
    }
  }

  /** Behind a value: ends what ends here, and goes to the next value. */
  #next(): boolean {
    this.#space();
    const around = this.#open.at(-1);
    if (around === undefined) return false;
    const sign = this.#json[this.#at];
    if (sign === CLOSING[around]) return this.#leave();
    if (sign !== ',') return false;
    this.#at++;
    return around === '[' || this.#key();
  }

  #leave(): boolean {
    // As many turns as there are closing signs.
    for (;;) {
      this.#at++;
      this.#open.pop();
      this.#space();
      const around = this.#open.at(-1);
      if (around === undefined) return false;
      const sign = this.#json[this.#at];
      if (sign === CLOSING[around]) continue;
      if (sign !== ',') return false;
      this.#at++;
      return around === '[' || this.#key();
    }
  }

  /** A name and its colon. */
  #key(): boolean {
    this.#space();
    if (!this.#string()) return false;
    this.#space();
    if (this.#json[this.#at] !== ':') return false;
    this.#at++;
    return true;
  }

  #string(): boolean {
    if (this.#json[this.#at] !== '"') return false;
    this.#at++;
    for (;;) {
      const code = this.#json.charCodeAt(this.#at);
      if (Number.isNaN(code) || code < 0x20) return false;
      if (code === 0x5c) {
        if (!this.#match(ESCAPE)) return false;
        continue;
      }
      this.#at++;
      if (code === 0x22) return true;
    }
  }

  #space(): void {
    this.#match(SPACE);
  }

  #match(expression: RegExp): boolean {
    expression.lastIndex = this.#at;
    const found = expression.exec(this.#json);
    if (found) this.#at += found[0].length;
    return found !== null;
  }
}

const CLOSING = { '{': '}', '[': ']' } as const;
