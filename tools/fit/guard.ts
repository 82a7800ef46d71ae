/**
 * What `--write` must not do unasked: replace the weights that ship with the program by those of sixty made-up pages.
 * @module
 */
import { readFileSync } from 'node:fs';
import { CORPUS } from '../rules/public-corpus.ts';

/** Why weights are not written, or null where they may be. A copy of the public corpus is the corpus, whatever it is called. */
export function refusalToWrite(files: readonly string[]): string | null {
  const corpus = readFileSync(CORPUS);
  const found = files.find((file) => readFileSync(file).equals(corpus));
  if (found === undefined) return null;
  return (
    `${found} is the public corpus: its sixty made-up pages make poor weights, and --write would put them in place of those that ship with the program. ` +
    'Leave --write out to see the figures, or add --force.'
  );
}
