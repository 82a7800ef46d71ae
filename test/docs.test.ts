/**
 * The documents: links and anchors lead somewhere, commands and paths exist, and the README stays short.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, globSync, readFileSync } from 'node:fs';
import { dirname, join, posix } from 'node:path';
import { describe, expect, it } from 'vitest';
import { FORMATS } from '../src/formats/formats.ts';
import { ROOT } from '../tools/check/build.ts';

const OUTSIDE = ['node_modules', 'dist', 'coverage', '.wrangler', '.tmp', 'test/fixtures'];
const DOCUMENTS = globSync('**/*.md', { cwd: ROOT, exclude: (path) => isOutside(path) })
  .map((path) => path.replaceAll('\\', '/'))
  .filter((path) => !isOutside(path))
  .toSorted();
/** A newcomer reads it in ten minutes. */
const MOST_README_WORDS = 1300;

function isOutside(path: string): boolean {
  return OUTSIDE.some((folder) => path === folder || path.startsWith(`${folder}/`));
}

const read = (path: string): string => readFileSync(join(ROOT, path), 'utf8');

/** The text of a document without its fenced code. */
function proseOf(markdown: string): string {
  return markdown.replace(/^(```+|~~~+).*\n[^]*?^\1 *$/gm, '');
}

/** Where the links and pictures of a document lead, but for those to other sites. */
function linksOf(markdown: string): readonly string[] {
  const prose = proseOf(markdown).replace(/`[^`\n]*`/g, '');
  return [...prose.matchAll(/\]\(([^()\s]+)\)/g)]
    .map(([, target = '']) => target)
    .filter((target) => !/^[a-z]+:/.test(target));
}

/** The anchors of a document's headings, as GitHub makes them. */
function anchorsOf(markdown: string): ReadonlySet<string> {
  const seen = new Map<string, number>();
  const headings = [...proseOf(markdown).matchAll(/^#{1,6} +(.+?) *#*$/gm)];
  return new Set(
    headings.map(([, heading = '']) => {
      const plain = heading.replace(/\[([^\]]*)\]\([^)]*\)/g, '$1').toLowerCase();
      const slug = plain.replace(/[^\p{L}\p{M}\p{N}\p{Pc}\- ]/gu, '').replaceAll(' ', '-');
      const before = seen.get(slug) ?? 0;
      seen.set(slug, before + 1);
      return before === 0 ? slug : `${slug}-${before}`;
    }),
  );
}

/** The links of a document that lead nowhere. */
function brokenLinks(path: string, markdown: string): readonly string[] {
  return linksOf(markdown).filter((link) => {
    const [file = '', anchor] = link.split('#');
    const target = file === '' ? path : posix.join(dirname(path), file);
    if (!existsSync(join(ROOT, target))) return true;
    if (anchor === undefined) return false;
    const there = target === path ? markdown : read(target);
    return !target.endsWith('.md') || !anchorsOf(there).has(anchor);
  });
}

/** The scripts that a document tells people to run. */
function scriptsOf(markdown: string): readonly string[] {
  return [...markdown.matchAll(/\bnpm run (?:--?\S+ )*([a-z][\w:-]*)/g)].map(
    ([, name = '']) => name,
  );
}

/** The files and folders of this project that a document names in code, those with placeholders aside. */
function pathsOf(markdown: string): readonly string[] {
  const named = /(?<![\w./-])(?:src|tools|rules|test|docs|public|\.ci)\/[\w./-]*[\w/]/g;
  const spans = [...proseOf(markdown).matchAll(/`([^`\n]+)`/g)].map(([, code = '']) => code);
  return spans
    .filter((code) => !/[<>*{}…]|[A-Z]{2}|example\.com/.test(code))
    .flatMap((code) => code.match(named) ?? []);
}

describe.each(DOCUMENTS)('%s', (path) => {
  const markdown = read(path);

  it('has links that lead somewhere', () => {
    expect(brokenLinks(path, markdown)).toEqual([]);
  });

  it('names scripts that there are', () => {
    const { scripts } = JSON.parse(read('package.json')) as { scripts: Record<string, string> };
    expect(scriptsOf(markdown).filter((name) => !(name in scripts))).toEqual([]);
  });

  // The changelog speaks of what was.
  it.skipIf(path === 'CHANGELOG.md')('names files that there are', () => {
    const isThere = (name: string): boolean =>
      [ROOT, join(ROOT, dirname(path))].some((folder) => existsSync(join(folder, name)));
    expect(pathsOf(markdown).filter((name) => !isThere(name))).toEqual([]);
  });
});

it('the README is short', () => {
  expect(read('README.md').split(/\s+/).filter(Boolean).length).toBeLessThanOrEqual(
    MOST_README_WORDS,
  );
});

it('the figures in the README are those of docs/quality.md', () => {
  const figures = read('README.md').match(/\*\*\d+\.\d\*\*/g) ?? [];
  expect(figures.length).toBeGreaterThan(4);
  const measured = read('docs/quality.md');
  expect(figures.filter((figure) => !measured.includes(figure))).toEqual([]);
});

// Where this is a checkout of git.
it.skipIf(!existsSync(join(ROOT, '.git')))('git ignores the keys of whoever develops', () => {
  const files = ['.dev.vars', '.dev.vars.production'];
  const { stdout } = spawnSync('git', ['check-ignore', ...files], { cwd: ROOT, encoding: 'utf8' });
  expect(stdout.trim().split('\n')).toEqual(files);
});

const INDEXES = ['docs/README.md', 'docs/decisions/README.md'];

it('every document is in an index', () => {
  const listed = INDEXES.flatMap((path) =>
    linksOf(read(path)).map((link) => posix.join(dirname(path), link.replace(/#.*/, ''))),
  );
  const all = DOCUMENTS.filter((path) => path.startsWith('docs/') && path !== INDEXES[0]);
  expect(all.filter((path) => !listed.includes(path))).toEqual([]);
});

it('no document runs tools with a Node that may be too old', () => {
  const tooOld = /(?<!npx )\bnode (?:tools|test|src)\//;
  expect(DOCUMENTS.filter((path) => tooOld.test(read(path)))).toEqual([]);
});

it.each(Object.entries(FORMATS))('the tables of formats have %s', (name, { type }) => {
  const rows = (path: string): readonly string[] =>
    read(path)
      .split('\n')
      .filter((line) => line.startsWith('|') && line.includes(`\`${name}\``));
  expect(rows('docs/formats.md').join('\n')).toContain(`\`${type}\``);
  expect(rows('docs/command-line.md')).not.toEqual([]);
  expect(read('docs/api.md')).toContain(`\`${name}\``);
});

describe('the check', () => {
  it('finds links, not code', () => {
    const text = '[a](b.md) ![c](d.png)\n```\n[e](f.md)\n```\n`[g](h.md)` [i](https://example.com)';
    expect(linksOf(text)).toEqual(['b.md', 'd.png']);
  });

  it('finds links that lead nowhere', () => {
    const text =
      '# A b\n\n[here](#a-b) [there](#c) [file](LICENSE) [no](LICENCE) [x](README.md#nowhere)';
    expect(brokenLinks('README.md', text)).toEqual(['#c', 'LICENCE', 'README.md#nowhere']);
  });

  it('makes anchors as GitHub does', () => {
    expect([...anchorsOf('# `POST /v1/x`, y?\n## Twice\n## Twice\n## [A](b) C_d')]).toEqual([
      'post-v1x-y',
      'twice',
      'twice-1',
      'a-c_d',
    ]);
  });

  it('finds scripts and paths', () => {
    expect(scriptsOf('`npm run --silent rules:try -- x`, npm run check')).toEqual([
      'rules:try',
      'check',
    ]);
    expect(
      pathsOf('`src/text`, `node tools/a.ts`, `test/<room>`, `src/http/NAME.ts`, src/b'),
    ).toEqual(['src/text', 'tools/a.ts']);
  });
});
