/**
 * The files beside the program, as Cloudflare's binding of assets answers them: with a media type, an entity tag, and 304 for who has
 * them already.
 * @module
 */
import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { extname, join, sep } from 'node:path';
import type { Env } from '../http/env.ts';

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.json': 'application/json',
  '.txt': 'text/plain; charset=utf-8',
};

interface Kept {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly etag: string;
}

/**
 * The files of a folder. They are read when they are first asked for, and kept: together they have four megabytes.
 * @param instead texts that stand in place of files, by path
 */
export function folderAssets(
  folder: string,
  instead: ReadonlyMap<string, string> = new Map(),
): NonNullable<Env['ASSETS']> {
  const kept = new Map<string, Kept>();
  const read = async (path: string): Promise<Kept | null> => {
    const known = kept.get(path);
    if (known) return known;
    const file = join(folder, path);
    // Addresses are normalised before they come here; should one ever not be, it leads nowhere.
    if (!file.startsWith(folder + sep)) return null;
    const own = instead.get(path);
    const bytes = own === undefined ? await readFile(file).catch(() => null) : Buffer.from(own);
    if (bytes === null) return null;
    const etag = `"${createHash('sha256').update(bytes).digest('hex').slice(0, 32)}"`;
    const made = { bytes: new Uint8Array(bytes), etag };
    kept.set(path, made);
    return made;
  };
  return {
    async fetch(url, init) {
      const path = fileOf(url.pathname);
      const file = await read(decodeURIComponent(path));
      if (file === null) return new Response(null, { status: 404 });
      const headers = { etag: file.etag, 'content-type': TYPES[extname(path)] ?? 'text/plain' };
      const asked = new Headers(init?.headers).get('if-none-match');
      if (asked !== null && tagsOf(asked).includes(file.etag))
        return new Response(null, { status: 304, headers });
      return new Response(file.bytes, { headers });
    },
  };
}

/** Cloudflare's names for pages: `/` is `index.html`, and `/rules` is `rules.html`. */
function fileOf(path: string): string {
  if (path.endsWith('/')) return `${path}index.html`;
  return extname(path) === '' ? `${path}.html` : path;
}

/** Compared as if all were weak (RFC 9110, 13.1.2). */
function tagsOf(header: string): readonly string[] {
  return header.split(',').map((tag) => tag.trim().replace(/^W\//, ''));
}
