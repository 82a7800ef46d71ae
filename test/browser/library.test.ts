/**
 * The library in a page of somebody else, bundled.
 * @module
 */
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { build } from 'esbuild';
import { build as buildPage } from 'vite';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { freshProject, PROGRAM, TOLD, type Project } from '../library/packed.ts';
import { visits } from './browser.ts';

const { visit } = visits();
let project: Project;

beforeAll(async () => {
  project = await freshProject();
});
afterAll(() => project.remove());

test('runs in a page', async () => {
  const { outputFiles } = await build({
    stdin: { contents: `${PROGRAM}\nglobalThis.told = tell();`, resolveDir: project.folder },
    bundle: true,
    write: false,
    format: 'iife',
  });
  // A document with no policy of ours; the script is the page's own.
  const page = await visit({ bypassCSP: true }, '/health');
  await page.addScriptTag({ content: outputFiles[0]?.text ?? '' });
  expect(await page.evaluate('told')).toBe(TOLD);
  // Without Node's Buffer, and as a browser without the newest functions has it.
  const older = await visit({ bypassCSP: true }, '/health');
  await older.evaluate('delete Uint8Array.fromBase64');
  await older.addScriptTag({ content: outputFiles[0]?.text ?? '' });
  expect(await older.evaluate('told')).toBe(TOLD);
});

test('runs in a page that Vite has built', async () => {
  await project.write('index.html', '<script type="module" src="./page.js"></script>\n');
  await project.write('page.js', `${PROGRAM}\nglobalThis.told = tell();\n`);
  await buildPage({ root: project.folder, configFile: false, logLevel: 'silent' });
  const assets = join(project.folder, 'dist/assets');
  const [script = ''] = (await readdir(assets)).filter((name) => name.endsWith('.js'));
  const page = await visit({ bypassCSP: true }, '/health');
  await page.addScriptTag({
    content: await readFile(join(assets, script), 'utf8'),
    type: 'module',
  });
  await page.waitForFunction('globalThis.told !== undefined');
  expect(await page.evaluate('told')).toBe(TOLD);
});
