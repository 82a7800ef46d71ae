/**
 * The body of a request as bytes: decompressed, and never more than allowed.
 *
 * Content-Length is believed only when it says "too much"; everything else is counted while it streams, before and
 * after decompression, and reading stops at the first byte too many. So a gzip bomb costs no more than the limit.
 * @module
 */
import { compressedLimit } from './limits.ts';
import { Problem } from './problems.ts';

type Bytes = Uint8Array<ArrayBuffer>;

/**
 * Compressed bytes handed to the decompressor at a time. Deflate expands at most 1032-fold and a decompressor may
 * buffer all that one piece yields, so this bounds memory at about two megabytes whatever arrives.
 */
const PIECE_BYTES = 2048;

/**
 * How much of a refused body is still read, and dropped: a client that writes all before it reads would otherwise see
 * its connection reset instead of the 413. Bounded in both ways, since nobody is owed more patience than that.
 */
const DRAIN_BYTES = 64 * 1024 * 1024;
const DRAIN_MS = 1000;

/** The whole body, decompressed. Throws a `Problem` (400, 413, 415). */
export async function readBody(request: Request, limit: number): Promise<Bytes> {
  const gzip = isGzip(request.headers.get('content-encoding'));
  const wireLimit = gzip ? compressedLimit(limit) : limit;
  const body = request.body as ReadableStream<Bytes> | null;
  if (Number(request.headers.get('content-length')) > wireLimit) {
    if (body) await drain(body.getReader());
    throw tooLarge();
  }
  if (body === null) {
    if (gzip) throw brokenGzip();
    return new Uint8Array();
  }
  if (!gzip) return collect(body, limit, brokenBody, drain);
  const { stream, failure } = gunzip(body, wireLimit);
  return collect(stream, limit, failure, cancel);
}

/** Whether to decompress. Throws 415 for a coding other than gzip and identity, and for gzip in gzip. */
function isGzip(header: string | null): boolean {
  const codings = (header ?? '')
    .split(',')
    .map((coding) => coding.trim().toLowerCase())
    .filter((coding) => coding !== '' && coding !== 'identity');
  if (codings.length === 0) return false;
  // x-gzip is gzip's old name (RFC 9110, 8.4.1.3).
  if (codings.length === 1 && (codings[0] === 'gzip' || codings[0] === 'x-gzip')) return true;
  throw new Problem(
    'unsupported-encoding',
    'The body may be sent as it is or compressed once, with gzip.',
    {
      headers: { 'accept-encoding': 'gzip, identity' },
    },
  );
}

interface Unzipped {
  readonly stream: ReadableStream<Bytes>;
  /** Why the stream failed. Errors thrown in front of a decompressor do not come out behind it as they were. */
  readonly failure: () => Problem;
}

function gunzip(source: ReadableStream<Bytes>, limit: number): Unzipped {
  const counted = { over: false };
  const stream = inPieces(source, limit, counted).pipeThrough(
    new DecompressionStream('gzip') as unknown as TransformStream<Bytes, Bytes>,
  );
  return { stream, failure: () => (counted.over ? tooLarge() : brokenGzip()) };
}

/** The same bytes in small pieces, on demand; fails and says so in `counted` after `limit` bytes. */
function inPieces(
  source: ReadableStream<Bytes>,
  limit: number,
  counted: { over: boolean },
): ReadableStream<Bytes> {
  const reader = source.getReader();
  let rest: Bytes = new Uint8Array();
  let total = 0;
  return new ReadableStream<Bytes>(
    {
      async pull(controller) {
        while (rest.length === 0) {
          const { done, value } = await reader.read();
          if (done) return controller.close();
          total += value.length;
          counted.over = total > limit;
          if (counted.over) {
            await drain(reader);
            throw tooLarge();
          }
          rest = value;
        }
        controller.enqueue(rest.slice(0, PIECE_BYTES));
        rest = rest.subarray(PIECE_BYTES);
      },
      cancel: () => drain(reader),
    },
    { highWaterMark: 0 },
  );
}

/** All bytes of a stream. Throws 413 after `limit` bytes, having let go of the stream, and `failure()` if it fails. */
async function collect(
  stream: ReadableStream<Bytes>,
  limit: number,
  failure: () => Problem,
  letGo: (reader: ReadableStreamDefaultReader<Bytes>) => Promise<void>,
): Promise<Bytes> {
  const reader = stream.getReader();
  const chunks: Bytes[] = [];
  let total = 0;
  for (;;) {
    const { done, value } = await reader.read().catch(() => {
      throw failure();
    });
    if (done) return join(chunks, total);
    total += value.length;
    if (total > limit) {
      await letGo(reader);
      throw tooLarge();
    }
    chunks.push(value);
  }
}

/** Reads on and drops what comes: until the end, or the bounds above. Never fails. */
async function drain(reader: ReadableStreamDefaultReader<Bytes>): Promise<void> {
  let left = DRAIN_BYTES;
  let timer!: ReturnType<typeof setTimeout>;
  const patience = new Promise<undefined>((resolve) => {
    timer = setTimeout(() => resolve(undefined), DRAIN_MS);
  });
  while (left > 0) {
    const read = await Promise.race([reader.read().catch(() => undefined), patience]);
    if (read === undefined || read.done) break;
    left -= read.value.length;
  }
  clearTimeout(timer);
}

/** Stops the decompressor, which in turn drains its source. */
async function cancel(reader: ReadableStreamDefaultReader<Bytes>): Promise<void> {
  await reader.cancel().catch(() => undefined);
}

function join(chunks: readonly Bytes[], total: number): Bytes {
  const bytes = new Uint8Array(total);
  let at = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, at);
    at += chunk.length;
  }
  return bytes;
}

/** 413, also for text that turns out too long after parsing. */
export function tooLarge(): Problem {
  return new Problem('too-large', 'The request is larger than this service accepts.');
}

// Several members in a row would be legal gzip, but decompressors disagree on them and no client needs them.
function brokenGzip(): Problem {
  return new Problem(
    'broken-encoding',
    'The body is not one complete gzip member: it is broken, cut short, or followed by other bytes.',
  );
}

function brokenBody(): Problem {
  return new Problem('broken-body', 'The body could not be read to its end.');
}
