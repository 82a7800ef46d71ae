/**
 * Lines out of a stream of bytes, one at a time: no more than one line is ever held.
 * @module
 */

type Bytes = Uint8Array<ArrayBuffer>;

const LINE_FEED = 10;

/** A line without its end; null for one that was too long and has been passed over. */
export type Line = Bytes | null;

export interface LineLimits {
  /** Of one line. */
  readonly lineBytes: number;
  /** Of everything. */
  readonly bytes: number;
  /** Of all that is passed over in lines that are too long: it costs time and is answered with nothing. */
  readonly passedOver: number;
}

/** Whether a line has nothing but white space. */
export function isBlank(line: Uint8Array): boolean {
  return line.every((byte) => byte === 0x20 || byte === 0x09 || byte === 0x0d);
}

/** Thrown by `linesOf`: the stream is longer than it may be. */
export class TooMuch extends Error {}

/**
 * The lines of a stream. A line that is too long comes as soon as that is known, and the rest of it is passed over.
 * The last line needs no end. Throws `TooMuch`, and whatever reading throws.
 */
export async function* linesOf(
  reader: ReadableStreamDefaultReader<Bytes>,
  limits: LineLimits,
): AsyncGenerator<Line, void, undefined> {
  let parts: Bytes[] = [];
  let held = 0;
  let total = 0;
  let passing = false;
  let passed = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) break;
    total += value.length;
    if (total > limits.bytes) throw new TooMuch();
    let from = 0;
    for (
      let end = value.indexOf(LINE_FEED);
      from < value.length;
      end = value.indexOf(LINE_FEED, from)
    ) {
      const to = end < 0 ? value.length : end;
      if (passing) passed += to - from;
      else held += to - from;
      if (passed > limits.passedOver) throw new TooMuch();
      if (!passing && held > limits.lineBytes) {
        passing = true;
        parts = [];
        yield null;
      } else if (!passing) parts.push(value.subarray(from, to));
      if (end >= 0) {
        if (!passing) yield join(parts, held);
        parts = [];
        held = 0;
        passing = false;
      }
      from = to + 1;
    }
  }
  if (held > 0 && !passing) yield join(parts, held);
}

function join(parts: readonly Bytes[], length: number): Bytes {
  const [only] = parts;
  if (parts.length === 1 && only !== undefined) return only;
  const bytes = new Uint8Array(length);
  let at = 0;
  for (const part of parts) {
    bytes.set(part, at);
    at += part.length;
  }
  return bytes;
}
