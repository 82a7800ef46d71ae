/**
 * The tests that a mutant must get past: those of the rooms that are mutated. Whole pages, whose answers hang on the
 * fitted weights too, are left out: they say little of one line of a program. So are megabytes, whose limits of time instruments exceed.
 * @module
 */
import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: [
      'test/{segments,speakers}/**/*.test.ts',
      'test/quotes/{marks,runs}.test.ts',
      'test/rules/trie.test.ts',
    ],
    exclude: ['test/segments/{pages,long}.test.ts'],
    testTimeout: 60_000,
  },
});
