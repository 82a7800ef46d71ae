/**
 * Bodies that are made while they are sent.
 * @module
 */

/** The pieces of a text, some of which may still be on their way. */
type Pieces = Generator<string, void> | AsyncGenerator<string, void>;

/**
 * The pieces as a stream of bytes, each made when there is room for it. What a client that has gone would have got is not made.
 * @param aheadBytes bytes that are made before anybody reads them; one piece where it is absent
 */
export function streamOf(pieces: Pieces, aheadBytes?: number): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  return new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        const { done, value } = await pieces.next();
        if (done === true) controller.close();
        else controller.enqueue(encoder.encode(value));
      },
      async cancel() {
        await pieces.return();
      },
    },
    aheadBytes === undefined ? {} : new ByteLengthQueuingStrategy({ highWaterMark: aheadBytes }),
  );
}

/** Each with a line break behind it. */
export async function* asLines(lines: AsyncIterable<string>): AsyncGenerator<string, void> {
  for await (const line of lines) yield `${line}\n`;
}
