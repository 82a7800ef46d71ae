/**
 * Decompression of gzip (RFC 1952), of one member or of several in a row, as archives and rotated logs have them.
 *
 * By pako, because `DecompressionStream` refuses whatever follows the first member, and does not say where that ended.
 * @module
 */
import { Inflate, Z_OK, Z_SYNC_FLUSH, type ZStream } from 'pako';
import { Problem } from './problems.ts';

type Bytes = Uint8Array<ArrayBuffer>;

/**
 * Compressed bytes handed to the decompressor at a time. Deflate expands at most 1032-fold, so this bounds what one piece
 * yields at about two megabytes, whatever arrives.
 */
const PIECE_BYTES = 2048;

/** Bytes that come out at a time. */
const CHUNK_BYTES = 16 * 1024;

/** A window of 32 KB, and gzip only: not zlib, which pako would tell by itself. */
const GZIP_WINDOW = 15 + 16;

/**
 * The bytes of a gzip stream, decompressed on demand. Fails with a `Problem` (400) for one that is broken, cut short or
 * followed by other bytes, and with what its source fails with.
 */
export function gunzip(source: ReadableStream<Bytes>): ReadableStream<Bytes> {
  const reader = source.getReader();
  let given: Bytes[] = [];
  const members = new Members((bytes) => given.push(bytes));
  let rest: Bytes = new Uint8Array();
  const step = async (): Promise<boolean> => {
    if (rest.length === 0) {
      const { done, value } = await reader.read();
      if (done) {
        members.end();
        return false;
      }
      rest = value;
    }
    members.push(rest.subarray(0, PIECE_BYTES));
    rest = rest.subarray(PIECE_BYTES);
    return true;
  };
  return new ReadableStream<Bytes>(
    {
      async pull(controller) {
        try {
          let goesOn = true;
          while (goesOn && given.length === 0) goesOn = await step();
          for (const bytes of given) controller.enqueue(bytes);
          given = [];
          if (!goesOn) controller.close();
        } catch (error) {
          await reader.cancel().catch(() => undefined);
          throw error;
        }
      },
      cancel: (reason) => reader.cancel(reason),
    },
    { highWaterMark: 0 },
  );
}

/** Members one after the other. */
class Members {
  readonly #give: (bytes: Bytes) => void;
  /** The member that has begun, and the state of its decompression. */
  #member: Inflate | null = null;
  #state: ZStream | null = null;
  #hasOne = false;
  #isPadding = false;

  constructor(give: (bytes: Bytes) => void) {
    this.#give = give;
  }

  /** Takes the next bytes. All that they yield is given before this returns. */
  push(piece: Bytes): void {
    let rest = piece;
    while (rest.length > 0) {
      // Tools pad the last block of a tape with zeros, and pass over them.
      if (this.#member === null && this.#hasOne && rest[0] === 0) this.#isPadding = true;
      if (this.#isPadding) {
        if (rest.some((byte) => byte !== 0)) throw brokenGzip();
        return;
      }
      const member = (this.#member ??= this.#begin());
      // Flushed, or a client that waits for the answer to what it has sent would wait for ever.
      member.push(rest, Z_SYNC_FLUSH);
      if (!member.ended) return;
      if (member.err !== Z_OK) throw brokenGzip();
      rest = rest.subarray(rest.length - (this.#state?.avail_in ?? 0));
      this.#member = null;
      this.#hasOne = true;
    }
  }

  end(): void {
    if (this.#member !== null || !this.#hasOne) throw brokenGzip();
  }

  #begin(): Inflate {
    const member = new Inflate({ windowBits: GZIP_WINDOW, chunkSize: CHUNK_BYTES });
    member.onStart = (state) => (this.#state = state);
    // A copy, since most chunks fill a small part of their buffer.
    member.onData = (bytes) => this.#give(bytes.slice());
    member.onEnd = () => undefined;
    return member;
  }
}

function brokenGzip(): Problem {
  return new Problem(
    'broken-encoding',
    'The body is not gzip: it is broken, cut short, or followed by other bytes.',
  );
}
