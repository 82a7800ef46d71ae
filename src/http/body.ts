/**
 * The body of a request as bytes: decompressed, and never more than allowed.
 *
 * Content-Length is believed only when it says "too much"; everything else is counted while it streams, before and
 * after decompression, and reading stops at the first byte too many. So a gzip bomb costs no more than the limit.
 * @module
 */
import { gunzip } from './gzip.ts';
import { compressedLimit } from './limits.ts';
import { Problem } from './problems.ts';

type Bytes = Uint8Array<ArrayBuffer>;

/**
 * How much of a refused body is still read, and dropped: a client that writes all before it reads would otherwise see
 * its connection reset instead of the refusal. Bounded, since nobody is owed more patience than that: in bytes, in time,
 * and in time without a byte, which a length that was announced falsely costs.
 */
const DRAIN_BYTES = 64 * 1024 * 1024;
const DRAIN_MS = 5000;
const DRAIN_GAP_MS = 50;

/** More than any route but the batch takes by default, JSON around the largest page included. */
const FAR_TOO_MUCH_BYTES = 16 * 1024 * 1024;

/** The whole body, decompressed. Throws a `Problem` (400, 413, 415). */
export async function readBody(request: Request, limit: number): Promise<Bytes> {
  const gzip = isGzip(request.headers.get('content-encoding'));
  const wireLimit = gzip ? compressedLimit(limit) : limit;
  if (Number(request.headers.get('content-length')) > wireLimit) throw tooLarge(limit);
  const body = bodyOf(request);
  if (!gzip) return collect(body, limit, drain);
  return collect(gunzip(upTo(wireLimit, body)), limit, cancel);
}

function bodyOf({ body }: Request): ReadableStream<Bytes> {
  return (body ?? new Blob([]).stream()) as ReadableStream<Bytes>;
}

/** A body that is read while it comes, decompressed. */
export interface OpenBody {
  readonly stream: ReadableStream<Bytes>;
  /** Lets go of a body that is not wanted any longer. */
  readonly letGo: (reader: ReadableStreamDefaultReader<Bytes>) => Promise<void>;
}

/** The body as a stream, of which the caller counts `limit` bytes. Throws 413 where more are announced, and 415. */
export function openBody(request: Request, limit: number): OpenBody {
  const gzip = isGzip(request.headers.get('content-encoding'));
  const wireLimit = gzip ? compressedLimit(limit) : limit;
  if (Number(request.headers.get('content-length')) > wireLimit) throw tooLarge(limit);
  const body = bodyOf(request);
  if (!gzip) return { stream: body, letGo: drain };
  return { stream: gunzip(upTo(wireLimit, body)), letGo: cancel };
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

/** The same bytes, on demand. Fails after `limit` bytes with 413, and with its source. */
function upTo(limit: number, source: ReadableStream<Bytes>): ReadableStream<Bytes> {
  const reader = source.getReader();
  let total = 0;
  return new ReadableStream<Bytes>(
    {
      async pull(controller) {
        const { done, value } = await reader.read();
        if (done) return controller.close();
        total += value.length;
        if (total > limit) {
          await drain(reader);
          throw tooLarge(limit);
        }
        controller.enqueue(value);
      },
      cancel: () => drain(reader),
    },
    { highWaterMark: 0 },
  );
}

/** All bytes of a stream. Throws 413 after `limit` bytes, having let go of the stream, and another `Problem` if it fails. */
async function collect(
  stream: ReadableStream<Bytes>,
  limit: number,
  letGo: (reader: ReadableStreamDefaultReader<Bytes>) => Promise<void>,
): Promise<Bytes> {
  const reader = stream.getReader();
  const chunks: Bytes[] = [];
  let total = 0;
  for (;;) {
    const { done, value } = await reader.read().catch((error: unknown) => {
      throw failureOf(error);
    });
    if (done) return join(chunks, total);
    total += value.length;
    if (total > limit) {
      await letGo(reader);
      throw tooLarge(limit);
    }
    chunks.push(value);
  }
}

/** Reads on and drops what comes: until the end, or the bounds above. Never fails. */
async function drain(reader: ReadableStreamDefaultReader<Bytes>): Promise<void> {
  let left = DRAIN_BYTES;
  let gaps = DRAIN_MS / DRAIN_GAP_MS;
  let came = true;
  let timer!: ReturnType<typeof setInterval>;
  const patience = new Promise<undefined>((resolve) => {
    timer = setInterval(() => {
      if (!came || --gaps <= 0) resolve(undefined);
      came = false;
    }, DRAIN_GAP_MS);
  });
  while (left > 0) {
    const read = await Promise.race([reader.read().catch(() => undefined), patience]);
    if (read === undefined || read.done) break;
    came = true;
    left -= read.value.length;
  }
  clearInterval(timer);
}

/** Drops a body that nobody has begun to read. One that announces far too much is refused at once, unread. */
export async function dropBody(request: Request): Promise<void> {
  const { body, bodyUsed, headers } = request;
  if (body === null || bodyUsed || body.locked) return;
  if (Number(headers.get('content-length')) > FAR_TOO_MUCH_BYTES) return;
  await drain(body.getReader() as ReadableStreamDefaultReader<Bytes>);
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
export function tooLarge(limit: number, what = 'request'): Problem {
  return new Problem(
    'too-large',
    `The ${what} is larger than this service accepts, which is ${limit} bytes.`,
  );
}

/** Why a body could not be read: what we found wrong with it ourselves, or else a connection that broke. */
export function failureOf(error: unknown): Problem {
  return error instanceof Problem ? error : brokenBody();
}

function brokenBody(): Problem {
  return new Problem('broken-body', 'The body could not be read to its end.');
}
