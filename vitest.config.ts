/**
 * Five kinds of tests: plain ones, the Worker's source inside workerd, the built Worker from outside, fuzzing, and the
 * playground in a real browser (`npm run test:browser`).
 * Time limits are generous: continuous integration has two slow processors.
 */
import { cloudflareTest } from '@cloudflare/vitest-plugin';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';
import { isLong } from './test/long.ts';

// Tests start the program, wrangler and the rule compiler a hundred times, which would be read and stripped of their types each time.
process.env['NODE_COMPILE_CACHE'] ??= join(import.meta.dirname, 'node_modules/.cache/compiled');

const limits = { testTimeout: 180_000, hookTimeout: 180_000 };

/** The order of the projects: those whose tests wait most come first, and many short files come last, so that no processor ends alone. */
const ORDER = ['bundle', 'worker', 'fuzz', 'unit', 'browser'];

/** As vitest sorts them (the longest files first), but project by project in the order above. */
class InOrder extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const place = ({ project }: TestSpecification): number => ORDER.indexOf(project.name);
    return (await super.sort(files)).toSorted((a, b) => place(a) - place(b));
  }
}

/** Files that `npm run test:long` runs alone: whole programs are packed, killed, compiled or tried, which takes minutes. */
const LONG = isLong ? [] : ['test/**/*.long.test.ts'];

/** All that `npm test` runs is one group: between groups, the last file of each would run alone. */
const together = { groupOrder: 0 };

export default defineConfig({
  test: {
    // Every request writes a log line; only those of failed tests are worth reading.
    silent: 'passed-only',
    // One more than there are processors: tests that start a Worker or a browser mostly wait.
    maxWorkers: availableParallelism() + 1,
    sequence: { sequencer: InOrder },
    coverage: {
      provider: 'istanbul',
      include: ['src/**/*.ts', 'tools/**/*.ts'],
      exclude: ['src/rules/generated.js'],
    },
    projects: [
      {
        test: {
          name: 'unit',
          // The stages are pure and hold no state, so files may share a process: the rules are compiled and opened once in each.
          isolate: false,
          sequence: together,
          include: ['test/**/*.test.ts'],
          exclude: ['test/worker/**', 'test/bundle/**', 'test/fuzz/**', 'test/browser/**', ...LONG],
          ...limits,
        },
      },
      {
        test: {
          name: 'fuzz',
          include: ['test/fuzz/**/*.test.ts'],
          isolate: false,
          sequence: together,
          ...limits,
        },
      },
      {
        plugins: [cloudflareTest({ wrangler: { configPath: './wrangler.toml' } })],
        test: {
          name: 'worker',
          include: ['test/worker/**/*.test.ts'],
          // Files that follow each other share an isolate, which opens the rules once.
          isolate: false,
          sequence: together,
          ...limits,
        },
      },
      {
        test: {
          name: 'bundle',
          // From one copy of wrangler.
          isolate: false,
          sequence: together,
          include: ['test/bundle/**/*.test.ts'],
          exclude: LONG,
          globalSetup: ['test/bundle/shared.ts'],
          ...limits,
        },
      },
      {
        test: {
          name: 'browser',
          include: ['test/browser/**/*.test.ts'],
          globalSetup: ['test/bundle/setup.ts'],
          // Browsers and times: one after the other.
          fileParallelism: false,
          sequence: { groupOrder: 1 },
          ...limits,
        },
      },
    ],
  },
});
