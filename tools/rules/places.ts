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
  readonly #tables: ReadonlyMap<string, number>;

  /**
   * @param lines those of a table
   * @param from number of the first of them
   * @param tables of the top of a file: its keys that are tables, with the line of the first of each
   */
  constructor(file: string, from: number, lines: readonly string[], tables: ReadonlyMap<string, number> = new Map()) {
    this.file = file;
    this.#from = from;
    this.#lines = lines;
    this.#tables = tables;
    const id = lines.findIndex((line) => /^\s*id\s*=/.test(line));
    this.line = from + Math.max(0, id);
  }

  /** The line that a text stands on, as a key or within quotes; the line of the whole where it cannot be told. */
  lineOf(text: string): number {
    const isKey = (line: string): boolean => line.trimStart().startsWith(text) && /^\s*=/.test(line.trimStart().slice(text.length));
    const quoted = [`'${text}'`, JSON.stringify(text)];
    const find = (test: (line: string) => boolean): number | undefined => {
      const at = this.#lines.findIndex(test);
      return at < 0 ? undefined : this.#from + at;
    };
    return (
      find(isKey) ??
      this.#tables.get(text) ??
      find((line) => quoted.some((form) => line.includes(form))) ??
      find((line) => line.includes(text)) ??
      this.line
    );
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
    const tables = new Map(this.#headers.map(({ at, key }) => [key, at + 1] as const).reverse());
    return new Place(this.#file, 1, this.#lines.slice(0, this.#headers[0]?.at), tables);
  }

  /** The table with a number from 0 on among those under `[[key]]`. */
  table(key: string, number: number): Place {
    const header = this.#headers.filter((known) => known.key === key)[number];
    if (!header) return this.top;
    const next = this.#headers.find(({ at }) => at > header.at);
    return new Place(this.#file, header.at + 1, this.#lines.slice(header.at, next?.at));
  }
}
