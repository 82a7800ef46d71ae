/**
 * The tests that a mutant must get past: those of the rooms that are mutated, and the small texts of the styles, which
 * are most of what tells who speaks. Whole pages, whose answers hang on the fitted weights too, are left out: they say
 * little of one line of a program. So are megabytes, whose limits of time instruments exceed.
 * @module
 */
import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: [
      'test/rules/match/trie.test.ts',
      'test/annotation/quote-marks.test.ts',
      'test/quotes/{reported-mood,styles}.test.ts',
      'test/segments/{labels,crf/forward,crf/regions}.test.ts',
      'test/speakers/*.test.ts',
    ],
    testTimeout: 60_000,
  },
});
