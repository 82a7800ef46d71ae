/**
 * What a person at the terminal sees while many files are read, and what went wrong.
 * @module
 */
import type { Output } from './io.ts';
import { harmless } from './paint.ts';

const CLEAR = '\r\u001b[2K';

export class Progress {
  failures = 0;
  readonly #total: number;
  readonly #err: Output;
  readonly #moving: boolean;
  readonly #quiet: boolean;
  #done = 0;

  constructor(total: number, err: Output, quiet: boolean) {
    this.#total = total;
    this.#err = err;
    this.#quiet = quiet;
    this.#moving = !quiet && total > 1 && err.isTTY === true;
  }

  begin(name: string): void {
    this.#done++;
    if (this.#moving) this.#err.write(`${CLEAR}${this.#done}/${this.#total} ${harmless(name)}`);
  }

  /** Told even when quiet: the answer of this input is missing. */
  fail(name: string, reason: string): void {
    this.failures++;
    this.#err.write(`${this.#moving ? CLEAR : ''}copydesk: ${harmless(name)} ${reason}\n`);
  }

  /** Something to know of an answer that is there. */
  warn(name: string, what: string): void {
    if (this.#quiet) return;
    this.#err.write(`${this.#moving ? CLEAR : ''}copydesk: ${harmless(name)}: ${what}\n`);
  }

  end(): void {
    if (this.#moving) this.#err.write(CLEAR);
    if (this.#quiet || this.#total < 2) return;
    const failed = this.failures > 0 ? `, ${this.failures} failed` : '';
    this.#err.write(`copydesk: ${this.#total} files${failed}\n`);
  }
}
