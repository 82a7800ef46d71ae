/**
 * Five kinds of tests: plain ones, the Worker's source inside workerd, the built Worker from outside, fuzzing, and the
 * playground in a real browser (`npm run test:browser`).
 * Time limits are generous: continuous integration has two slow processors.
 */
import { cloudflareTest } from '@cloudflare/vitest-plugin';
import { defineConfig } from 'vitest/config';

const limits = { testTimeout: 60_000, hookTimeout: 180_000 };

export default defineConfig({
  test: {
    // Every request writes a log line; only those of failed tests are worth reading.
    silent: 'passed-only',
    maxWorkers: '100%',
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
          // Only files of one group share it, and those of other projects would come between.
          sequence: { groupOrder: 0 },
          include: ['test/**/*.test.ts'],
          exclude: ['test/worker/**', 'test/bundle/**', 'test/fuzz/**', 'test/browser/**'],
          ...limits,
        },
      },
      {
        test: {
          name: 'fuzz',
          include: ['test/fuzz/**/*.test.ts'],
          isolate: false,
          sequence: { groupOrder: 1 },
          ...limits,
        },
      },
      {
        plugins: [cloudflareTest({ wrangler: { configPath: './wrangler.toml' } })],
        test: {
          name: 'worker',
          include: ['test/worker/**/*.test.ts'],
          // One isolate, which opens the rules once.
          isolate: false,
          sequence: { groupOrder: 3 },
          ...limits,
        },
      },
      {
        test: {
          name: 'bundle',
          // Each file starts a Worker of its own, from one copy of wrangler.
          isolate: false,
          sequence: { groupOrder: 2 },
          include: ['test/bundle/**/*.test.ts'],
          globalSetup: ['test/bundle/setup.ts'],
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
          sequence: { groupOrder: 4 },
          ...limits,
          testTimeout: 120_000,
        },
      },
    ],
  },
});
