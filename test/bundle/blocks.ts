/**
 * The code blocks of a document.
 * @module
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '../../tools/check/build.ts';

export interface Block {
  readonly language: string;
  /** What stands behind the language. */
  readonly info: string;
  readonly code: string;
}

/** In order. */
export function blocksOf(path: string): readonly Block[] {
  const markdown = readFileSync(join(ROOT, path), 'utf8');
  const fences = markdown.matchAll(/^```(\w+)([^\n]*)\n([^]*?)^```$/gm);
  return [...fences].map(([, language = '', info = '', code = '']) => ({
    language,
    info: info.trim(),
    code,
  }));
}

/** The block with this behind its language. Throws where there is none. */
export function blockOf(blocks: readonly Block[], info: string): Block {
  const block = blocks.find((one) => one.info === info);
  if (block === undefined) throw new Error(`there is no block with ${info}`);
  return block;
}
