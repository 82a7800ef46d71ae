/**
 * Expressions that were proven safe before. Proving all of them takes longer than the rest of a build together.
 * @module
 */
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

/** A set that outlives the process. Only proofs are kept: a refusal is worked out anew, with its reason. */
export class Verdicts {
  readonly #path: string;
  readonly #seal: string;
  readonly #sources: Set<string>;
  #isChanged = false;

  /**
   * @param path of the file, which need not exist
   * @param terms all that a proof hangs on besides the expression: with others, what the file has does not count
   */
  constructor(path: string, terms: unknown) {
    this.#path = path;
    this.#seal = createHash('sha256').update(JSON.stringify(terms)).digest('hex');
    this.#sources = new Set(readSealed(path, this.#seal));
  }

  has(source: string): boolean {
    return this.#sources.has(source);
  }

  add(source: string): void {
    this.#sources.add(source);
    this.#isChanged = true;
  }

  /** Writes the file if something was added. Whole or not at all: several builds may run at once. */
  save(): void {
    if (!this.#isChanged) return;
    const draft = `${this.#path}.${process.pid}`;
    mkdirSync(dirname(this.#path), { recursive: true });
    writeFileSync(draft, JSON.stringify({ seal: this.#seal, sources: [...this.#sources] }));
    renameSync(draft, this.#path);
    this.#isChanged = false;
  }
}

function readSealed(path: string, seal: string): readonly string[] {
  try {
    const kept = JSON.parse(readFileSync(path, 'utf8')) as { seal?: string; sources?: string[] };
    return kept.seal === seal && Array.isArray(kept.sources) ? kept.sources : [];
  } catch {
    return [];
  }
}
