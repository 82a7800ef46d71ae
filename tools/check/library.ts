/**
 * `node tools/check/library.ts`: what the library adds to a program that is bundled, minified and gzipped, against its budgets.
 * @module
 */
import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { build } from 'esbuild';
import { ROOT } from './build.ts';

interface Use {
  readonly what: string;
  /** What a program says to have it. */
  readonly code: string;
  readonly kilobytes: number;
}

/** Nearly all of the analysis is its rules. A format must come without them. */
const USES: readonly Use[] = [
  { what: 'everything', code: "export * from 'copydesk'", kilobytes: 950 },
  { what: 'analyze', code: "export { analyze } from 'copydesk'", kilobytes: 900 },
  { what: 'verify', code: "export { verify } from 'copydesk'", kilobytes: 910 },
  { what: 'formats/csv', code: "export * from 'copydesk/formats/csv'", kilobytes: 3 },
  { what: 'formats/html', code: "export * from 'copydesk/formats/html'", kilobytes: 5 },
  {
    what: 'formats/web-annotation',
    code: "export * from 'copydesk/formats/web-annotation'",
    kilobytes: 90,
  },
];

execFileSync(process.execPath, [join(ROOT, 'tools/library/main.ts')], { stdio: 'inherit' });
for (const { what, code, kilobytes: budget } of USES) {
  const { outputFiles } = await build({
    // A package may import itself by its name, by way of its exports.
    stdin: { contents: code, resolveDir: ROOT },
    bundle: true,
    minify: true,
    format: 'esm',
    write: false,
    logLevel: 'warning',
  });
  const kilobytes = gzipSync(outputFiles[0]?.contents ?? '').length / 1000;
  console.log(`${what}: ${kilobytes.toFixed(1)} KB gzipped, budget ${budget} KB`);
  if (kilobytes === 0 || kilobytes > budget) process.exitCode = 1;
}
