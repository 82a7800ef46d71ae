/**
 * The package as it is installed, in a fresh project: its program, and its library in Node, two ways of TypeScript, workerd, and other runtimes where they are installed. The one
 * in a browser is in `test/browser`.
 * @module
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { build } from 'esbuild';
import { convertV4MiniflareOptions, Miniflare } from 'miniflare';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Analysis } from '../../src/schema/types.ts';
import { ROOT } from '../../tools/check/build.ts';
import { copydesk } from '../cli/io.ts';
import { freshProject, PROGRAM, TOLD, type Project } from './packed.ts';

let project: Project;

beforeAll(async () => {
  project = await freshProject();
  await project.write('program.js', PROGRAM);
  await project.write('print.js', "import { tell } from './program.js';\nconsole.log(tell());\n");
});
afterAll(() => project.remove());

const BIN = join(ROOT, 'node_modules/.bin');

/** What a bundler makes of a program of the project. */
async function bundled(contents: string): Promise<string> {
  const { outputFiles } = await build({
    stdin: { contents, resolveDir: project.folder },
    bundle: true,
    minify: true,
    write: false,
    format: 'esm',
    logLevel: 'silent',
  });
  return outputFiles[0]?.text ?? '';
}

test('the package holds what it exports, and no sources', async () => {
  const files = await readdir(project.home, { recursive: true });
  expect(files).toEqual(expect.arrayContaining(['LICENSE', 'README.md', 'dist/library/index.js']));
  expect(files.filter((path) => path.endsWith('.ts') && !path.endsWith('.d.ts'))).toEqual([]);
  // Nothing but its own files is imported.
  const { metafile } = await build({
    stdin: { contents: "export * from 'copydesk'", resolveDir: project.folder },
    bundle: true,
    packages: 'bundle',
    platform: 'neutral',
    metafile: true,
    write: false,
  });
  const inputs = Object.keys(metafile.inputs).filter((path) => path !== '<stdin>');
  expect(inputs.filter((path) => !path.includes('copydesk/dist/library/'))).toEqual([]);
});

describe('the program', () => {
  const PAGE = join(ROOT, 'test/fixtures/pages/two-stories.txt');
  const bin = (): string => join(project.home, 'dist/cli.js');

  test('runs, and answers what the sources answer', async () => {
    const ran = spawnSync(bin(), ['-f', 'json', PAGE], { encoding: 'utf8', cwd: project.folder });
    expect([ran.status, ran.stderr]).toEqual([0, '']);
    expect(ran.stdout).toBe((await copydesk(['-f', 'json', PAGE])).out);
  });

  test('runs on Node 20, which lacks a function', () => {
    const old = ['--import', 'data:text/javascript,delete Map.groupBy'];
    const argv = [...old, bin(), 'verify', '-q', 'it is in writing', '-f', 'csv'];
    const ran = spawnSync(process.execPath, [...argv, PAGE], { encoding: 'utf8' });
    expect([ran.status, ran.stderr]).toEqual([0, '']);
    expect(ran.stdout).toContain('Jonah Pell');
  });

  test('takes a folder of own rules, and names the faults of one', () => {
    const rules = join(project.folder, 'ours');
    mkdirSync(rules);
    const rule = (fields: string): void =>
      writeFileSync(
        join(rules, 'house.toml'),
        `schema = 1\n[[rule]]\nid = 'desk/house/pier'\nkind = 'ads/house'\nmatch = 'line'\nany = ['friends of the pier']\n${fields}\nwhy = 'Appeal.'\npositive = ['Friends of the pier']\nnegative = ['He saw friends of the pier.']\n`,
      );
    const page = join(project.folder, 'pier.txt');
    writeFileSync(
      page,
      `${readFileSync(PAGE, 'utf8').trim()}\n\nFriends of the pier\n\nThe harbour trust said that it would open the gate again in May.\n`,
    );
    const argv = ['--rules', rules, '-f', 'json', page];
    rule('certain = true');
    const ran = spawnSync(bin(), argv, { encoding: 'utf8', cwd: project.folder });
    expect([ran.status, ran.stderr]).toEqual([0, '']);
    const { segments = [] } = JSON.parse(ran.stdout) as Analysis;
    const found = segments.find(({ text }) => text.includes('Friends of the pier'));
    expect([found?.label, found?.kind]).toEqual(['ads', 'house']);
    // An archive hands them to its threads.
    const out = ['--out', 'tables', '--text', '--quiet'];
    const archived = spawnSync(bin(), ['archive', '--rules', rules, page, ...out], {
      encoding: 'utf8',
      cwd: project.folder,
    });
    expect([archived.status, archived.stderr]).toEqual([0, '']);
    const rows = readFileSync(join(project.folder, 'tables/segments.ndjson'), 'utf8').split('\n');
    expect(rows.find((row) => row.includes('Friends of the pier'))).toContain('"label":"ads"');
    rule('weight = 99');
    const refused = spawnSync(bin(), argv, { encoding: 'utf8', cwd: project.folder });
    expect([refused.status, refused.stdout]).toEqual([2, '']);
    expect(refused.stderr).toContain('house.toml:7: desk/house/pier: "weight" must be a number');
  });

  test('stops when nobody reads on', () => {
    const many = join(project.folder, 'many');
    mkdirSync(many);
    for (let i = 0; i < 50; i++) writeFileSync(join(many, `${i}.txt`), 'A line.\n'.repeat(2000));
    const command = `"${bin()}" -f ndjson "${many}" | head -c 10`;
    const ran = spawnSync('sh', ['-c', command], { encoding: 'utf8' });
    expect(ran.stdout).toHaveLength(10);
    expect(ran.stderr).toBe('');
  });
});

describe('runs in', () => {
  test('Node', async () => {
    expect(await project.run('node', 'print.js')).toBe(`${TOLD}\n`);
  });

  test('Node 20, which lacks a function, and a runtime without Buffer', async () => {
    const without = 'data:text/javascript,delete Map.groupBy; delete globalThis.Buffer';
    expect(await project.run('node', '--import', without, 'print.js')).toBe(`${TOLD}\n`);
  });

  // Not among the packages that a checkout installs: they take 200 MB.
  test.skipIf(!existsSync(join(BIN, 'bun')))('Bun', async () => {
    expect(await project.run('bun', 'print.js')).toBe(`${TOLD}\n`);
  });

  test.skipIf(!existsSync(join(BIN, 'deno')))('Deno', async () => {
    expect(await project.run('deno', 'run', '--no-prompt', 'print.js')).toBe(`${TOLD}\n`);
  });

  test('a Worker', async () => {
    const worker = await bundled(
      "import { tell } from './program.js';\nexport default { fetch: () => new Response(tell()) };",
    );
    const miniflare = new Miniflare(
      convertV4MiniflareOptions({
        name: 'caller',
        modules: [{ type: 'ESModule', path: '/index.js', contents: worker }],
        modulesRoot: '/',
        compatibilityDate: '2026-10-20',
        cf: false,
      }),
    );
    try {
      const answer = await miniflare.dispatchFetch('http://caller/');
      expect(await answer.text()).toBe(TOLD);
    } finally {
      await miniflare.dispose();
    }
  });
});

describe('is typed for', () => {
  const TYPED = `
import { analyze, analyzeNews, verify, NewsError, type Analysis, type Quote, type Status } from 'copydesk';
import { toCsv } from 'copydesk/formats/csv';
import { toWebAnnotation } from 'copydesk/formats/web-annotation';
const analysis: Analysis = analyze('text', { language: 'en', quotesIn: ['body', 'comments'] });
const quotes: readonly Quote[] = analysis.quotes ?? [];
const starts: number[] = quotes.flatMap(({ content }) => content.map(({ start }) => start));
const statuses: Status[] = verify('text', ['a']).quotes.map(({ status }) => status);
const csv: string = toCsv('text', analysis, { url: 'https://example.com/' });
const ld: string = toWebAnnotation('text', analysis, { html: '<p>text' });
try { analyzeNews({ xml: '<a/>' }); } catch (error) { if (error instanceof NewsError) console.log(error.isMalformed); }
// @ts-expect-error there is no such label
analyze('text', { quotesIn: ['nothing'] });
// @ts-expect-error answers are readonly
analysis.length = 1;
console.log(starts, statuses, csv, ld);
`;
  test.each([
    ['bundler', 'esnext'],
    ['nodenext', 'nodenext'],
  ])('moduleResolution %s', async (moduleResolution, module) => {
    await project.write('typed.ts', TYPED);
    const compilerOptions = {
      target: 'es2022',
      lib: ['es2022', 'dom'],
      module,
      moduleResolution,
      types: [],
      strict: true,
      exactOptionalPropertyTypes: true,
      skipLibCheck: false,
      noEmit: true,
    };
    await project.write('tsconfig.json', JSON.stringify({ compilerOptions, files: ['typed.ts'] }));
    expect(await project.run('tsc', '-p', '.')).toBe('');
  });
});

describe('can be shaken', () => {
  test('a format comes without the rules', async () => {
    const csv = await bundled("import { toCsv } from 'copydesk/formats/csv'; console.log(toCsv);");
    expect(csv.length).toBeLessThan(10_000);
  });

  test('the analysis of texts comes without readers of news and HTML', async () => {
    const all = await bundled("import * as all from 'copydesk'; console.log(all);");
    const text = await bundled("import { analyze } from 'copydesk'; console.log(analyze);");
    expect(all).toContain('NewsError');
    expect(text.length).toBeLessThan(all.length - 50_000);
  });
});

test('tells what is wrong with what it gets', async () => {
  await project.write(
    'wrong.js',
    `import { analyze, verify, analyzeHtml } from 'copydesk';
import { toCsv } from 'copydesk/formats/csv';
const told = (run) => { try { run(); return 'nothing'; } catch (error) { return error.name + ': ' + error.message; } };
console.log(JSON.stringify([
  told(() => analyze(1)),
  told(() => analyze('', { langauge: 'en' })),
  told(() => analyze('', { minConfidence: 2 })),
  told(() => analyze('', { include: ['quotes', 'nothing'] })),
  told(() => analyzeHtml('', { url: 'example' })),
  told(() => verify('', 'quote')),
  told(() => verify('', ['quote', 1])),
  told(() => verify('', [' '])),
  told(() => toCsv('', analyze('x'))),
  told(() => toCsv('x', analyze('x', { offsetUnit: 'codepoint' }))),
]));`,
  );
  expect(JSON.parse(await project.run('node', 'wrong.js'))).toEqual([
    'TypeError: text must be a string',
    'TypeError: options.langauge is not an option; did you mean language?',
    'TypeError: options.minConfidence must be at most 1',
    expect.stringMatching(/^TypeError: options\.include\.1 must be one of/),
    expect.stringMatching(/^TypeError: options\.url must be a URL/),
    'TypeError: quotes must be a list of strings',
    'TypeError: quotes[1] must be a string',
    'TypeError: quotes[0] must not be empty',
    'TypeError: analysis must be that of text',
    expect.stringMatching(/^TypeError: analysis must be made with offsetUnit utf16/),
  ]);
});
