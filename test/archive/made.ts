/**
 * A made-up archive of every sort of file, and the program over it.
 * @module
 */
import { spawn } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { WARCRecord, WARCSerializer } from 'warcio';
import { Page } from '../../tools/bench/pages.ts';
import { ROOT } from '../../tools/check/build.ts';

/** Lines of NDJSON: pages of a desk from four years, some of them no pages. */
export function lines(count: number, seed: number): string {
  return Array.from({ length: count }, (_, i) => {
    if (i % 17 === 5) return '{"text":';
    const page = new Page(1500, seed + i);
    const published = `${2020 + (i % 4)}-03-0${1 + (i % 9)}`;
    return JSON.stringify({ id: `desk-${seed + i}`, text: page.text, published });
  }).join('\n');
}

/** Members of gzip, one a record. */
export async function warc(records: readonly WARCRecord[]): Promise<Buffer> {
  const members: Uint8Array[] = [];
  for (const record of records)
    members.push(await WARCSerializer.serialize(record, { gzip: true, digest: { algo: '' } }));
  return Buffer.concat(members);
}

const date = '2024-05-01T10:00:00Z';

export function response(
  url: string,
  body: Uint8Array | string,
  headers: Record<string, string>,
  status = '200 OK',
): WARCRecord {
  async function* bytes(): AsyncGenerator<Uint8Array> {
    yield typeof body === 'string' ? new TextEncoder().encode(body) : body;
  }
  const warcHeaders = { 'WARC-Record-ID': `<urn:uuid:${url.length}>` };
  return WARCRecord.create(
    {
      type: 'response',
      url,
      date,
      warcHeaders,
      httpHeaders: headers,
      statusline: `HTTP/1.1 ${status}`,
    },
    bytes(),
  );
}

export function conversion(url: string, text: string): WARCRecord {
  async function* bytes(): AsyncGenerator<Uint8Array> {
    yield new TextEncoder().encode(text);
  }
  return WARCRecord.create(
    { type: 'conversion', url, date, warcHeaders: { 'Content-Type': 'text/plain' } },
    bytes(),
  );
}

/** Writes a folder with all types of files. */
export async function makeArchive(folder: string, count: number): Promise<void> {
  mkdirSync(join(folder, 'files', '.hidden'), { recursive: true });
  const put = (name: string, data: string | Uint8Array): void =>
    writeFileSync(join(folder, name), data);
  put('a.ndjson', `${lines(count, 1)}\n\n`);
  // Two members in one file.
  const halves = [lines(count, 1000), lines(count, 2000)].map((part) => gzipSync(`${part}\n`));
  put('b.ndjson.gz', Buffer.concat(halves));
  const html = new Page(3000, 5).html;
  const zipped = new Uint8Array(gzipSync(html));
  put(
    'c.warc.gz',
    await warc([
      WARCRecord.createWARCInfo({ filename: 'c.warc.gz' }, { software: 'made up' }),
      response('https://example.com/one', html, { 'Content-Type': 'text/html; charset=utf-8' }),
      response('https://example.com/two', zipped, {
        'Content-Type': 'text/html',
        'Content-Encoding': 'gzip',
      }),
      response('https://example.com/gone', html, { 'Content-Type': 'text/html' }, '404 Not Found'),
      response('https://example.com/a.png', 'png', { 'Content-Type': 'image/png' }),
      response('https://example.com/bad', '<svg/>', { 'Content-Type': 'application/xml' }),
    ]),
  );
  put('d.wet.gz', await warc([conversion('https://example.com/text', new Page(2000, 6).text)]));
  put('e.warc.gz', readFileSync(join(folder, 'c.warc.gz')).subarray(0, -40));
  put('files/page.html', html);
  put('files/.hidden/no.txt', 'x');
  put('files/broken.txt', new Uint8Array([0x61, 0xff]));
  put('files/picture.png', 'x');
  for (const name of ['bridge.nitf.xml', 'ferry.ninjs.json', 'message.newsml-g2.xml'])
    put(`files/${name}`, readFileSync(join(ROOT, 'test/fixtures/news', name)));
}

export interface Ended {
  /** Null where it was killed. */
  readonly code: number | null;
  readonly err: string;
}

/** Runs `copydesk archive` in a process, in a folder; killed after so many milliseconds, or when its journal has grown. */
export function archive(
  cwd: string,
  argv: readonly string[],
  kill: (stop: () => void) => void = () => undefined,
): Promise<Ended> {
  const child = spawn(process.execPath, [join(ROOT, 'src/cli/main.ts'), 'archive', ...argv], {
    cwd,
    env: { ...process.env, NODE_NO_WARNINGS: '1' },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let err = '';
  child.stderr.setEncoding('utf8').on('data', (chunk: string) => {
    err += chunk;
  });
  kill(() => child.kill('SIGKILL'));
  return new Promise((resolve) => {
    child.once('close', (code) => resolve({ code, err }));
  });
}

/** All files of a folder by name. */
export function filesOf(folder: string): Readonly<Record<string, Buffer>> {
  const names = readdirSync(folder).toSorted();
  return Object.fromEntries(names.map((name) => [name, readFileSync(join(folder, name))]));
}
