/**
 * `node tools/page/main.ts`: bundles `src/page` into `public/`, which the Worker serves at `/`.
 * @module
 */
import { existsSync, globSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
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
    define: { LANGUAGES: JSON.stringify(languages()) },
  });
  const files = new Map(['index.html', 'icon.svg'].map((name) => [name, sourceOf(name)]));
  for (const { path, text } of outputFiles) {
    files.set(path.endsWith('.css') ? 'page.css' : 'page.js', text);
  }
  return files;
}

/** The languages that have a profile under `rules/`. */
function languages(): readonly string[] {
  const profiles = globSync('rules/*/language.toml', { cwd: ROOT });
  return profiles.map((path) => basename(dirname(path))).sort();
}

/** Without indentation, which is a fifth of the markup, and without the slashes of void elements. */
function sourceOf(name: string): string {
  return readFileSync(join(SOURCE, name), 'utf8').replace(/^\s+/gm, '').replaceAll(' />', '>');
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
