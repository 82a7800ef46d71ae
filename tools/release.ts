/**
 * `npm run release -- X.Y.Z`: writes the version and the changelog, commits both and sets the tag. It pushes nothing.
 * @module
 */
import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { commandLine, misused } from './command-line.ts';
import { compileFolder } from './rules/main.ts';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const USAGE = `usage: npm run release -- X.Y.Z [--dry-run]
  --dry-run   says what would happen, and changes nothing
`;
/** The files that have the version in them. */
const PACKAGE = 'package.json';
const LOCK = 'package-lock.json';
const ENGINE = 'src/analyze.ts';
const CHANGELOG = 'CHANGELOG.md';
const GOLDEN = 'test/golden/golden.json';

/** What a person must put right before there can be a release. */
export class ReleaseProblem extends Error {}

export interface Release {
  readonly version: string;
  /** As YYYY-MM-DD. */
  readonly date: string;
  readonly rulesVersion: string;
}

/** The changelog with its unreleased changes under a version of their own, and what they say. */
interface Changelog {
  readonly text: string;
  readonly section: string;
}

const UNRELEASED = '## [Unreleased]';

/** The lines of a section, from behind its heading to the next heading that begins with `border`. */
function sectionOf(lines: readonly string[], heading: string, border: string): readonly string[] {
  const from = lines.indexOf(heading) + 1;
  if (from === 0) return [];
  const length = lines.slice(from).findIndex((line) => line.startsWith(border));
  return lines.slice(from, length < 0 ? lines.length : from + length);
}

/** What the unreleased changes say about answers; empty if nothing. */
function answersOf(changelog: string): string {
  const unreleased = sectionOf(changelog.split('\n'), UNRELEASED, '## ');
  return sectionOf(unreleased, '### Answers', '### ').join('\n').trim();
}

/**
 * Moves the unreleased changes under the new version.
 * @throws {ReleaseProblem} where nothing has changed, or where nobody said whether answers have
 */
export function releaseChangelog(
  text: string,
  { version, date, rulesVersion }: Release,
): Changelog {
  const lines = text.split('\n');
  if (!lines.includes(UNRELEASED))
    throw new ReleaseProblem(`${CHANGELOG} has no section [Unreleased]`);
  const unreleased = sectionOf(lines, UNRELEASED, '## ');
  const changes = unreleased.join('\n').trim();
  if (changes === '') throw new ReleaseProblem(`${CHANGELOG}: [Unreleased] is empty`);
  if (answersOf(text) === '')
    throw new ReleaseProblem(
      `${CHANGELOG}: [Unreleased] needs a section "### Answers": does the same request get another answer?`,
    );
  const section = `Rules version \`${rulesVersion}\`.\n\n${changes}`;
  const from = lines.indexOf(UNRELEASED) + 1;
  const before = lines.slice(0, from);
  const after = lines.slice(from + unreleased.length);
  const released = ['', `## [${version}] - ${date}`, '', section, ''];
  return { text: [...before, ...released, ...after].join('\n'), section };
}

/** Whether the unreleased changes claim that all answers stay as they are. */
export function claimsSameAnswers(changelog: string): boolean {
  return answersOf(changelog).toLowerCase().startsWith('unchanged');
}

/** @throws {ReleaseProblem} unless `wanted` is a version, and later than `current` or, before the first tag, the same. */
export function checkVersion(wanted: string, current: string, isFirst: boolean): void {
  const next = numbersOf(wanted);
  const last = numbersOf(current);
  if (!next || !last) throw new ReleaseProblem(`${wanted} is no version such as 1.2.3`);
  const i = next.findIndex((number, at) => number !== last[at]);
  const isLater = i >= 0 && (next[i] as number) > (last[i] as number);
  if (!isLater && !(isFirst && i < 0))
    throw new ReleaseProblem(`${wanted} must be later than ${current}`);
}

function numbersOf(version: string): readonly number[] | null {
  const numbers = /^(\d+)\.(\d+)\.(\d+)$/.exec(version)?.slice(1).map(Number);
  return numbers ?? null;
}

/** Replaces what `pattern` captures. @throws {ReleaseProblem} where it is not there exactly once */
function replaceOnce(path: string, text: string, pattern: RegExp, version: string): string {
  const found = [...text.matchAll(pattern)];
  if (found.length !== 1) throw new ReleaseProblem(`${path} has ${found.length} versions, not one`);
  return text.replace(pattern, (_, before: string, after: string) => before + version + after);
}

/** Every file that a release changes, by path, with its new text. */
function changedFiles(read: (path: string) => string, made: Release): ReadonlyMap<string, string> {
  const { version } = made;
  const lock = JSON.parse(read(LOCK)) as { version: string; packages: { '': { version: string } } };
  lock.version = version;
  lock.packages[''].version = version;
  return new Map([
    [PACKAGE, replaceOnce(PACKAGE, read(PACKAGE), /^( {2}"version": ")[^"]*(")/gm, version)],
    [LOCK, `${JSON.stringify(lock, null, 2)}\n`],
    [
      ENGINE,
      replaceOnce(ENGINE, read(ENGINE), /^(export const ENGINE_VERSION = ')[^']*(')/gm, version),
    ],
    [CHANGELOG, releaseChangelog(read(CHANGELOG), made).text],
  ]);
}

/**
 * Releases the checkout in `root`, or only says what it would do.
 * @returns lines for a person
 * @throws {ReleaseProblem} with nothing changed
 */
export function release(root: string, made: Release, isDryRun: boolean): readonly string[] {
  const { version } = made;
  const git = (...argv: readonly string[]): string =>
    execFileSync('git', argv, { cwd: root, encoding: 'utf8' }).trim();
  const read = (path: string): string => readFileSync(join(root, path), 'utf8');
  const tag = `v${version}`;
  const tags = git('tag', '--list', 'v*', '--sort=-version:refname').split('\n').filter(Boolean);
  const { version: current } = JSON.parse(read(PACKAGE)) as { version: string };
  checkVersion(version, current, tags.length === 0);
  if (tags.includes(tag)) throw new ReleaseProblem(`there is a tag ${tag} already`);
  if (git('status', '--porcelain') !== '')
    throw new ReleaseProblem('there are uncommitted changes');
  if (
    tags[0] &&
    claimsSameAnswers(read(CHANGELOG)) &&
    git('diff', '--name-only', tags[0], '--', GOLDEN)
  )
    throw new ReleaseProblem(
      `${CHANGELOG} says that answers are unchanged, but ${GOLDEN} differs from ${tags[0]}`,
    );
  const files = changedFiles(read, made);
  const { section } = releaseChangelog(read(CHANGELOG), made);
  const changed = [...files.keys()];
  if (isDryRun)
    return [`would write ${changed.join(', ')},`, `commit, and tag ${tag}:`, '', section];
  for (const [path, text] of files) writeFileSync(join(root, path), text);
  git('add', '--', ...changed);
  git('commit', '--quiet', '--message', `Release ${version}`);
  // Verbatim: lines that begin with # are headings of the changelog, not comments.
  git('tag', '--annotate', tag, '--cleanup=verbatim', '--message', `${tag}\n\n${section}`);
  return [`committed and tagged ${tag}. To publish it: git push --follow-tags`];
}

function main(): void {
  const { values, positionals } = commandLine(USAGE, {
    allowPositionals: true,
    options: { 'dry-run': { type: 'boolean', default: false } },
  });
  const [version, ...more] = positionals;
  if (version === undefined || more.length > 0) misused(USAGE);
  const date = new Date().toISOString().slice(0, 10);
  const made = { version, date, rulesVersion: compileFolder(ROOT).version };
  for (const line of release(ROOT, made, values['dry-run'])) console.log(line);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  try {
    main();
  } catch (error) {
    if (!(error instanceof ReleaseProblem)) throw error;
    console.error(error.message);
    process.exitCode = 1;
  }
}
