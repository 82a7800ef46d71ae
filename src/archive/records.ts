/**
 * The pages of a file, one after the other, as bytes: nothing is decoded or parsed here that a worker can do.
 * @module
 */
import { createReadStream } from 'node:fs';
import { createGunzip } from 'node:zlib';
import { WARCParser, type WARCRecord } from 'warcio';
import type { ArchiveFile, PageType } from './files.ts';

/** A page as a worker gets it. */
export type Content =
  | { readonly kind: 'file'; readonly path: string; readonly type: PageType }
  | { readonly kind: 'line'; readonly bytes: Uint8Array }
  | {
      readonly kind: 'record';
      readonly type: 'text' | 'html' | 'xml';
      readonly bytes: Uint8Array;
      readonly charset: string | undefined;
      readonly id: string | null;
      readonly url: string | null;
      readonly captured: string | null;
    }
  /** What could not even be read. */
  | { readonly kind: 'fault'; readonly reason: string };

export interface ArchiveRecord {
  /** Number in the file, from 1: lines and records that are no pages count too. */
  readonly record: number;
  readonly content: Content;
}

/** A page may have so many bytes: memory must not depend on what lies in an archive. */
export const MOST_BYTES = 16 * 1024 * 1024;
export const TOO_LARGE = `is larger than ${MOST_BYTES / 1024 / 1024} MB`;

/**
 * The records of a file behind the first `skip`.
 * @param onBytes told how many bytes of the file have been read
 */
export async function* recordsOf(
  file: ArchiveFile,
  skip: number,
  onBytes: (bytes: number) => void,
): AsyncGenerator<ArchiveRecord> {
  if (file.kind === 'page') {
    const { path, type, size } = file;
    onBytes(size);
    const content: Content =
      size > MOST_BYTES ? { kind: 'fault', reason: TOO_LARGE } : { kind: 'file', path, type };
    if (skip === 0) yield { record: 1, content };
    return;
  }
  let record = 0;
  const read = file.kind === 'lines' ? linesOf : warcOf;
  try {
    for await (const content of read(streamOf(file, onBytes))) {
      record++;
      if (content !== null && record > skip) yield { record, content };
    }
  } catch (error) {
    record++;
    const reason = `the rest of the file cannot be read: ${codeOf(error)}`;
    if (record > skip) yield { record, content: { kind: 'fault', reason } };
  }
}

/** A code or the message of a library; none of these repeats what a file holds. */
function codeOf(error: unknown): string {
  const { code, message } = error as NodeJS.ErrnoException;
  return code === undefined ? message : `${code}`;
}

/** The bytes, decompressed. Gzip may have many members, as WARC has one a record. */
async function* streamOf(
  { path, gzip }: ArchiveFile,
  onBytes: (bytes: number) => void,
): AsyncGenerator<Uint8Array> {
  const source = createReadStream(path, { highWaterMark: 1 << 18 });
  source.on('data', (chunk) => onBytes(chunk.length));
  source.pause();
  if (!gzip) return yield* source as AsyncIterable<Uint8Array>;
  const unzipped = createGunzip();
  source.on('error', (error) => unzipped.destroy(error));
  yield* source.pipe(unzipped) as AsyncIterable<Uint8Array>;
}

/** Lines; null for an empty one. One that is too long is passed over, never held. */
async function* linesOf(stream: AsyncIterable<Uint8Array>): AsyncGenerator<Content | null> {
  let held: Uint8Array[] = [];
  let size = 0;
  const done = (): Content | null => {
    const isTooLong = size > MOST_BYTES;
    const bytes = new Uint8Array(Buffer.concat(held));
    held = [];
    size = 0;
    if (isTooLong) return { kind: 'fault', reason: TOO_LARGE };
    return bytes.every(isSpace) ? null : { kind: 'line', bytes };
  };
  for await (const chunk of stream) {
    let from = 0;
    for (let at = chunk.indexOf(10); at >= 0; at = chunk.indexOf(10, from)) {
      take(chunk.subarray(from, at));
      yield done();
      from = at + 1;
    }
    take(chunk.subarray(from));
  }
  if (size > 0) yield done();

  function take(piece: Uint8Array): void {
    size += piece.length;
    if (size > MOST_BYTES) held = [];
    else held.push(piece);
  }
}

const isSpace = (byte: number): boolean => byte === 0x20 || (byte >= 0x09 && byte <= 0x0d);

/** Records of WARC and WET; null for what is no page. */
async function* warcOf(stream: AsyncIterable<Uint8Array>): AsyncGenerator<Content | null> {
  let found = 0;
  for await (const record of new WARCParser(stream)) {
    found++;
    const content = await contentOf(record);
    await record.skipFully();
    yield content;
  }
  if (found === 0) throw new Error('it has no records');
}

const TYPES: readonly (readonly [RegExp, 'text' | 'html' | 'xml'])[] = [
  [/^(?:text\/html|application\/xhtml\+xml)\b/i, 'html'],
  [/^text\/plain\b/i, 'text'],
  [/^(?:application|text)\/(?:rss\+|atom\+)?xml\b/i, 'xml'],
];

async function contentOf(record: WARCRecord): Promise<Content | null> {
  const { warcType } = record;
  if (warcType !== 'response' && warcType !== 'conversion' && warcType !== 'resource') return null;
  const { httpHeaders } = record;
  if (httpHeaders && Number(httpHeaders.statusCode) !== 200) return null;
  const declared =
    (httpHeaders ? httpHeaders.headers.get('Content-Type') : record.warcContentType) ?? '';
  const type = TYPES.find(([pattern]) => pattern.test(declared))?.[1];
  if (type === undefined) return null;
  const bytes = await bytesOf(record);
  if (bytes === null) return { kind: 'fault', reason: TOO_LARGE };
  return {
    kind: 'record',
    type,
    bytes,
    charset: /charset=["']?([\w.:-]{1,40})/i.exec(declared)?.[1],
    id: record.warcHeader('WARC-Record-ID') ?? null,
    url: record.warcTargetURI?.replace(/^<|>$/g, '') ?? null,
    captured: record.warcDate ?? null,
  };
}

/** The payload, its transfer and content codings undone; null where it is too large. */
async function bytesOf(record: WARCRecord): Promise<Uint8Array | null> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of record.contentReader) {
    size += chunk.length;
    if (size <= MOST_BYTES) chunks.push(chunk);
  }
  return size > MOST_BYTES ? null : new Uint8Array(Buffer.concat(chunks));
}
