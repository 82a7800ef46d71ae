/**
 * What is named on the command line as a list of files, always in the same order and each file once.
 * @module
 */
import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { glob, isDynamicPattern } from 'tinyglobby';

export type PageType = 'text' | 'markdown' | 'html' | 'xml' | 'ninjs' | 'mail';

/** A file of one page, or of many. */
export interface ArchiveFile {
  readonly path: string;
  readonly size: number;
  readonly kind: 'page' | 'lines' | 'warc';
  /** Of a page. */
  readonly type: PageType;
  readonly gzip: boolean;
}

/** Something on the command line that is not there, or is nothing that can be read. */
export class FileError extends Error {
  override readonly name = 'FileError';
}

const PAGES: readonly (readonly [RegExp, PageType])[] = [
  [/\.te?xt$/i, 'text'],
  [/\.(?:md|markdown)$/i, 'markdown'],
  [/\.html?$/i, 'html'],
  [/\.(?:xml|nitf|rss|atom)$/i, 'xml'],
  [/\.(?:ninjs|json)$/i, 'ninjs'],
  [/\.eml$/i, 'mail'],
];

function kindOf(path: string): Omit<ArchiveFile, 'path' | 'size'> | null {
  const gzip = /\.gz$/i.test(path);
  const name = path.replace(/\.gz$/i, '');
  if (/\.(?:ndjson|jsonl)$/i.test(name)) return { kind: 'lines', type: 'text', gzip };
  if (/\.(?:warc|wet)$/i.test(name)) return { kind: 'warc', type: 'text', gzip };
  const type = gzip ? undefined : PAGES.find(([ending]) => ending.test(name))?.[1];
  return type === undefined ? null : { kind: 'page', type, gzip };
}

/** All files behind paths, folders and patterns. @throws {FileError} */
export async function listFiles(inputs: readonly string[]): Promise<readonly ArchiveFile[]> {
  const found = new Map<string, ArchiveFile>();
  for (const input of inputs) {
    const before = found.size;
    for (const path of await pathsOf(input)) {
      const kind = kindOf(path);
      if (kind) found.set(path, { path, size: (await stat(path)).size, ...kind });
      else if (path === input) throw new FileError(`${path} is of no type that is read`);
    }
    if (found.size === before && !found.has(input))
      throw new FileError(`${input} has no file that is read`);
  }
  return [...found.values()];
}

async function pathsOf(input: string): Promise<readonly string[]> {
  const known = await stat(input).catch(() => null);
  if (known?.isDirectory()) return filesIn(input);
  if (known) return [input];
  if (!isDynamicPattern(input)) throw new FileError(`${input} no such file or folder`);
  return (await glob(input, { dot: false, expandDirectories: false })).toSorted();
}

/** Names that begin with a dot are left out; links are followed to files but not to folders. */
async function filesIn(folder: string): Promise<readonly string[]> {
  const entries = await readdir(folder, { withFileTypes: true });
  const paths: string[] = [];
  for (const entry of entries.toSorted((a, b) => (a.name < b.name ? -1 : 1))) {
    const path = join(folder, entry.name);
    if (entry.name.startsWith('.')) continue;
    if (entry.isDirectory()) paths.push(...(await filesIn(path)));
    else if ((await stat(path).catch(() => null))?.isFile()) paths.push(path);
  }
  return paths;
}
