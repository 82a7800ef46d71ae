/**
 * `node tools/page/main.ts`: bundles `src/page` into `public/`, which the Worker serves at `/`.
 * @module
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const SOURCE = join(ROOT, 'src/page');
const PUBLIC = join(ROOT, 'public');

/** What a visitor fetches, by name. */
export async function pageFiles(): Promise<ReadonlyMap<string, string>> {
  const { outputFiles } = await build({
    entryPoints: { page: join(SOURCE, 'main.ts'), style: join(SOURCE, 'page.css') },
    outdir: PUBLIC,
    write: false,
    bundle: true,
    minify: true,
    format: 'esm',
    // What has light-dark(), :has() and content-visibility.
    target: ['chrome125', 'firefox128', 'safari18'],
    charset: 'utf8',
    loader: { '.txt': 'text' },
  });
  const files = new Map(['index.html', 'icon.svg'].map((name) => [name, sourceOf(name)]));
  for (const { path, text } of outputFiles) {
    files.set(path.endsWith('.css') ? 'page.css' : 'page.js', text);
  }
  return files;
}

/** Without indentation, which is a fifth of the markup. HTML needs no slashes at void elements, and no quotes around words either. */
function sourceOf(name: string): string {
  const text = readFileSync(join(SOURCE, name), 'utf8').replace(/^\s+/gm, '');
  if (!name.endsWith('.html')) return text;
  return text.replaceAll(' />', '>').replaceAll(/="([\w-]+)"/g, '=$1');
}

async function main(): Promise<void> {
  const files = await pageFiles();
  for (const [name, text] of files) {
    const file = join(PUBLIC, name);
    // Left alone when nothing changed, so that a watcher does not go round in circles.
    if (!existsSync(file) || readFileSync(file, 'utf8') !== text) writeFileSync(file, text);
  }
  const bytes = [...files.values()].reduce((sum, text) => sum + Buffer.byteLength(text), 0);
  console.log(`page: ${(bytes / 1000).toFixed(1)} KB in ${files.size} files -> public/`);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await main();
