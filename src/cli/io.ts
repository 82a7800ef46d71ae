/**
 * What the command line may touch of the world outside.
 * @module
 */

import type { CompiledRules } from '../rules/types.ts';

/** A stream to write to. */
export interface Output {
  readonly isTTY?: boolean;
  /** Of a terminal. */
  readonly columns?: number;
  write(text: string): unknown;
}

/** What the program may touch, so that tests can hand in their own. */
export interface Io {
  readonly stdin: AsyncIterable<Uint8Array> & { readonly isTTY?: boolean };
  readonly stdout: Output;
  readonly stderr: Output;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Waits until what was written has gone. */
  readonly drained: () => Promise<void>;
  /** The project's rules with those of a folder. Rejects with all faults of its files, one per line of the message. */
  readonly compileOwn: (folder: string) => Promise<CompiledRules>;
  /** The files by which `/v1/rules` lists the project's rules with those of a folder, by path. For a folder without faults. */
  readonly catalogueOwn: (folder: string) => Promise<ReadonlyMap<string, string>>;
}
