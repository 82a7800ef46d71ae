/**
 * Versions and releases: a real repository in a folder of its own is released.
 */
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ENGINE_VERSION } from '../src/analyze.ts';
import { ROOT } from '../tools/check/build.ts';
import { checkVersion, claimsSameAnswers, release, releaseChangelog } from '../tools/release.ts';

const versionIn = (root: string, path: string): string =>
  (JSON.parse(readFileSync(join(root, path), 'utf8')) as { version: string }).version;

it('has one version', () => {
  expect(versionIn(ROOT, 'package.json')).toBe(ENGINE_VERSION);
  expect(versionIn(ROOT, 'package-lock.json')).toBe(ENGINE_VERSION);
});

const MADE = { version: '0.2.0', date: '2026-05-04', rulesVersion: 'abc123' };
const UNRELEASED =
  '### Answers\n\nFewer captions are taken for paragraphs.\n\n### Added\n\n- A thing.\n';
const changelog = (unreleased: string): string =>
  `# Changelog\n\n## [Unreleased]\n\n${unreleased}\n## [0.1.0] - 2026-03-01\n\n- First.\n`;

describe('the changelog', () => {
  it('gets a section for the version, and an empty one for what comes next', () => {
    expect(releaseChangelog(changelog(UNRELEASED), MADE).text).toBe(
      `# Changelog\n\n## [Unreleased]\n\n## [0.2.0] - 2026-05-04\n\nRules version \`abc123\`.\n\n${UNRELEASED}\n## [0.1.0] - 2026-03-01\n\n- First.\n`,
    );
  });

  it('may have no release yet', () => {
    const text = `# Changelog\n\n## [Unreleased]\n\n${UNRELEASED}`;
    expect(releaseChangelog(text, MADE).text).toBe(
      `# Changelog\n\n## [Unreleased]\n\n## [0.2.0] - 2026-05-04\n\nRules version \`abc123\`.\n\n${UNRELEASED}`,
    );
  });

  it.each([
    ['# Changelog\n', 'no section [Unreleased]'],
    [changelog(''), 'is empty'],
    [changelog('### Added\n\n- A thing.\n'), 'needs a section "### Answers"'],
    [changelog('### Answers\n'), 'needs a section "### Answers"'],
  ])('of %j is refused', (text, problem) => {
    expect(() => releaseChangelog(text, MADE)).toThrow(problem);
  });

  it.each([
    ['### Answers\n\nUnchanged.\n', true],
    ['### Answers\n\nUnchanged but for one rule.\n\n### Added\n\n- A thing.\n', true],
    [UNRELEASED, false],
    ['### Added\n\n- Unchanged.\n', false],
  ])('of %j claims the same answers: %s', (text, claims) => {
    expect(claimsSameAnswers(changelog(text))).toBe(claims);
  });
});

describe('a version', () => {
  it.each([
    ['0.1.1', '0.1.0', false],
    ['0.2.0', '0.1.9', false],
    ['1.0.0', '0.9.9', false],
    ['0.10.0', '0.9.0', false],
    ['0.1.0', '0.1.0', true],
  ])('%s may follow %s', (wanted, current, isFirst) => {
    expect(() => checkVersion(wanted, current, isFirst)).not.toThrow();
  });

  it.each([
    ['0.1.0', '0.1.0', false],
    ['0.1.0', '0.2.0', true],
    ['0.9.0', '0.10.0', false],
    ['1.2', '0.1.0', false],
    ['v1.2.3', '0.1.0', false],
    ['1.2.3-rc.1', '0.1.0', false],
  ])('%s may not follow %s', (wanted, current, isFirst) => {
    expect(() => checkVersion(wanted, current, isFirst)).toThrow();
  });
});

describe('a release', () => {
  let root: string;
  const git = (...argv: readonly string[]): string =>
    execFileSync('git', argv, { cwd: root, encoding: 'utf8' }).trim();
  const write = (path: string, text: string): void => {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  };
  const commit = (): void => {
    git('add', '--all');
    git('commit', '--quiet', '--message', 'Work');
  };

  beforeEach(() => {
    root = mkdtempSync(join(tmpdir(), 'copydesk-release-'));
    git('init', '--quiet');
    git('config', 'user.name', 'Ines Marlow');
    git('config', 'user.email', 'ines@example.com');
    write('package.json', '{\n  "name": "a",\n  "version": "0.1.0",\n  "files": ["b"]\n}\n');
    write('package-lock.json', '{"version":"0.1.0","packages":{"":{"version":"0.1.0"}}}');
    write('src/analyze.ts', "export const ENGINE_VERSION = '0.1.0';\n");
    write('test/golden/golden.json', '{}');
    write('CHANGELOG.md', changelog(UNRELEASED));
    commit();
    git('tag', 'v0.1.0');
  });
  afterEach(() => rmSync(root, { recursive: true }));

  it('changes nothing in a dry run', () => {
    const lines = release(root, MADE, true).join('\n');
    expect(lines).toContain('tag v0.2.0');
    expect(lines).toContain('Fewer captions');
    expect(git('status', '--porcelain')).toBe('');
    expect(git('tag')).toBe('v0.1.0');
  });

  it('writes the version everywhere, commits, and tags with the changelog', () => {
    release(root, MADE, false);
    expect(git('status', '--porcelain')).toBe('');
    expect(git('log', '-1', '--format=%s')).toBe('Release 0.2.0');
    expect(git('tag', '--list', '--format=%(contents)', 'v0.2.0')).toContain('### Answers');
    expect(versionIn(root, 'package.json')).toBe('0.2.0');
    expect(readFileSync(join(root, 'package.json'), 'utf8')).toContain('"files": ["b"]');
    expect(JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8'))).toEqual({
      version: '0.2.0',
      packages: { '': { version: '0.2.0' } },
    });
    expect(readFileSync(join(root, 'src/analyze.ts'), 'utf8')).toContain("'0.2.0'");
    expect(readFileSync(join(root, 'CHANGELOG.md'), 'utf8')).toContain('## [0.2.0] - 2026-05-04');
    expect(() => release(root, { ...MADE, version: '0.3.0' }, false)).toThrow('is empty');
  });

  it('is refused with uncommitted changes', () => {
    write('notes.txt', 'x');
    expect(() => release(root, MADE, false)).toThrow('uncommitted');
  });

  it('is refused where answers are said to be unchanged and are not', () => {
    write('CHANGELOG.md', changelog('### Answers\n\nUnchanged.\n'));
    commit();
    expect(release(root, MADE, true)).toContain('commit, and tag v0.2.0:');
    write('test/golden/golden.json', '{"a":1}');
    commit();
    expect(() => release(root, MADE, false)).toThrow('golden.json differs');
    expect(git('tag')).toBe('v0.1.0');
  });
});
