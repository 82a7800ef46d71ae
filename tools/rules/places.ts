/**
 * Where things stand in a rule file. The TOML parser keeps no places.
 * @module
 */

/** A line of a file, and the lines of the table around it. */
export class Place {
  readonly file: string;
  /** From 1 on. */
  readonly line: number;
  readonly #from: number;
  readonly #lines: readonly string[];

  /** @param lines those of a table; @param from number of the first of them */
  constructor(file: string, from: number, lines: readonly string[]) {
    this.file = file;
    this.#from = from;
    this.#lines = lines;
    const id = lines.findIndex((line) => /^\s*id\s*=/.test(line));
    this.line = from + Math.max(0, id);
  }

  /** The line that a text stands on, as a key or within quotes; the line of the whole where it cannot be told. */
  lineOf(text: string): number {
    const isKey = (line: string): boolean => line.trimStart().startsWith(text) && /^\s*=/.test(line.trimStart().slice(text.length));
    const quoted = [`'${text}'`, JSON.stringify(text)];
    const tests = [isKey, (line: string) => quoted.some((form) => line.includes(form)), (line: string) => line.includes(text)];
    for (const test of tests) {
      const at = this.#lines.findIndex(test);
      if (at >= 0) return this.#from + at;
    }
    return this.line;
  }
}

const HEADER = /^\s*\[\[\s*([\w-]+)\s*\]\]/;

/** The places of the tables of a file. */
export class Places {
  readonly #file: string;
  readonly #lines: readonly string[];
  readonly #headers: readonly { readonly at: number; readonly key: string }[];

  constructor(file: string, text: string) {
    this.#file = file;
    this.#lines = text.split('\n');
    this.#headers = this.#lines.flatMap((line, at) => {
      const key = HEADER.exec(line)?.[1];
      return key === undefined ? [] : [{ at, key }];
    });
  }

  /** What stands in front of all tables. */
  get top(): Place {
    return new Place(this.#file, 1, this.#lines.slice(0, this.#headers[0]?.at));
  }

  /** The table with a number from 0 on among those under `[[key]]`. */
  table(key: string, number: number): Place {
    const header = this.#headers.filter((known) => known.key === key)[number];
    if (!header) return this.top;
    const next = this.#headers.find(({ at }) => at > header.at);
    return new Place(this.#file, header.at + 1, this.#lines.slice(header.at, next?.at));
  }
}
