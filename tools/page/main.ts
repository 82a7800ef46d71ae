/**
 * `node tools/page/main.ts`: bundles `src/page` into `public/`: the playground, which the Worker serves at `/`, and the pages at `/rules` and
 * `/docs`.
 * @module
 */
import { existsSync, globSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const SOURCE = join(ROOT, 'src/page');
const PUBLIC = join(ROOT, 'public');

/** What a visitor of the playground fetches, by name. */
export async function pageFiles(): Promise<ReadonlyMap<string, string>> {
  const bundled = await bundle({ page: 'main.ts', style: 'page.css' });
  const files = new Map([
    ['index.html', filled(sourceOf('index.html'))],
    ['icon.svg', sourceOf('icon.svg')],
  ]);
  for (const [name, text] of bundled) files.set(name.endsWith('.css') ? 'page.css' : name, text);
  return files;
}

/** Markup that several pages have: the beginning of the head, and the dialog that asks for a key. */
const SHARED = { HEAD: 'head.html', ASK: 'ask.html' } as const;

/** Markup with its parts in place of their names, as in `%HEAD%`. Parts may have parts. @throws where there is no such part */
function filled(markup: string, parts: Readonly<Record<string, string>> = {}): string {
  return markup.replaceAll(/%([A-Z]+)%/g, (_, name: string) => {
    const shared = name in SHARED ? sourceOf(SHARED[name as keyof typeof SHARED]) : undefined;
    const part = parts[name] ?? shared;
    if (part === undefined) throw new Error(`the pages have no part ${name}`);
    return filled(part.trimEnd(), parts);
  });
}

/** The other pages and their titles. What they have in common stands in `pages.html`. */
const PAGES = { rules: 'Rules', docs: 'API' } as const;

/** The files of the other pages. */
export async function otherFiles(): Promise<ReadonlyMap<string, string>> {
  const files = await bundle({ rules: 'rules.ts', docs: 'docs.ts', pages: 'pages.css' });
  const frame = sourceOf('pages.html');
  const pages = Object.entries(PAGES).map(([name, title]) => {
    const parts: Readonly<Record<string, string>> = {
      TITLE: title,
      NAME: name,
      BODY: sourceOf(`${name}.html`),
    };
    return [`${name}.html`, filled(frame, parts)] as const;
  });
  return new Map([...pages, ...files]);
}

async function bundle(
  entries: Readonly<Record<string, string>>,
): Promise<ReadonlyMap<string, string>> {
  const { outputFiles } = await build({
    entryPoints: Object.fromEntries(
      Object.entries(entries).map(([name, file]) => [name, join(SOURCE, file)]),
    ),
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
  return new Map(outputFiles.map(({ path, text }) => [basename(path), text]));
}

/** The languages that have a profile under `rules/`. */
function languages(): readonly string[] {
  const profiles = globSync('rules/*/language.toml', { cwd: ROOT });
  return profiles.map((path) => basename(dirname(path))).sort();
}

/** Without indentation, which is a fifth of the markup. HTML needs no slashes at void elements, no quotes around words, and not every end tag. */
function sourceOf(name: string): string {
  const text = readFileSync(join(SOURCE, name), 'utf8').replace(/^\s+/gm, '');
  if (!name.endsWith('.html')) return text;
  return text
    .replaceAll(' />', '>')
    .replaceAll(/="([\w-]+)"/g, '=$1')
    .replaceAll(/<\/(?:dt|dd|li|option|head|body|html)>\n?/g, '');
}

async function main(): Promise<void> {
  const files = await pageFiles();
  for (const [name, text] of [...files, ...(await otherFiles())]) {
    const file = join(PUBLIC, name);
    // Left alone when nothing changed, so that a watcher does not go round in circles.
    if (!existsSync(file) || readFileSync(file, 'utf8') !== text) writeFileSync(file, text);
  }
  const bytes = [...files.values()].reduce((sum, text) => sum + Buffer.byteLength(text), 0);
  console.log(`page: ${(bytes / 1000).toFixed(1)} KB in ${files.size} files -> public/`);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await main();
