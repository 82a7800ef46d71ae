/**
 * Expressions that were proven safe before. Proving all of them takes longer than the rest of a build together, so those of the project
 * are listed in a file beside the rules, and others are remembered on this machine.
 * @module
 */
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

/** The project's list of what is proven: what the proofs depend on, and a digest of each expression. */
interface ProvenFile {
  readonly seal: string;
  readonly proven: readonly string[];
}

/** A set that outlives the process. Only proofs are kept: a refusal is worked out anew, with its reason. */
export class Verdicts {
  readonly #path: string;
  readonly #seal: string;
  readonly #sources: Set<string>;
  readonly #listed: ReadonlySet<string>;
  #isChanged = false;

  /**
   * @param path of the file, which need not exist
   * @param terms all that a proof depends on besides the expression: with others, what the files have does not count
   * @param list path of a list that {@link provenText} wrote, which need not exist
   */
  constructor(path: string, terms: unknown, list?: string) {
    this.#path = path;
    this.#seal = digestOf(JSON.stringify(terms));
    this.#sources = new Set(readSealed(path, this.#seal, 'sources'));
    this.#listed = new Set(list === undefined ? [] : readSealed(list, this.#seal, 'proven'));
  }

  has(source: string): boolean {
    return this.#sources.has(source) || this.#listed.has(digestOf(source));
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

/**
 * The text of a list of expressions that were proven, one digest a line, in an order that does not depend on where they stand.
 * @param terms see the constructor of {@link Verdicts}
 */
export function provenText(sources: Iterable<string>, terms: unknown): string {
  const proven = [...new Set(sources)].map(digestOf).sort();
  const file: ProvenFile = { seal: digestOf(JSON.stringify(terms)), proven };
  return `${JSON.stringify(file, null, 1)}\n`;
}

function digestOf(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

/** The strings of a list in a file. None where the file is broken or sealed otherwise: then all is proven anew. */
function readSealed(path: string, seal: string, name: 'sources' | 'proven'): readonly string[] {
  try {
    const kept = JSON.parse(readFileSync(path, 'utf8')) as Readonly<Record<string, unknown>>;
    const list = kept[name];
    return kept['seal'] === seal && Array.isArray(list) ? (list as readonly string[]) : [];
  } catch {
    return [];
  }
}
