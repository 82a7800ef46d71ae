/**
 * Members of gzip in a row, cut into chunks anywhere.
 */
import { deflateSync, gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { gunzip } from '../../src/http/gzip.ts';

type Bytes = Uint8Array<ArrayBuffer>;

const zip = (text: string): Bytes => new Uint8Array(gzipSync(text));
const join = (...parts: readonly Bytes[]): Bytes => new Uint8Array(Buffer.concat(parts));

interface Source {
  readonly stream: ReadableStream<Bytes>;
  asked: number;
}

function sourceOf(chunks: readonly Bytes[]): Source {
  const source: Source = {
    asked: 0,
    stream: new ReadableStream<Bytes>(
      {
        pull(controller) {
          const chunk = chunks[source.asked++];
          if (chunk === undefined) controller.close();
          else controller.enqueue(chunk);
        },
      },
      { highWaterMark: 0 },
    ),
  };
  return source;
}

const unzip = (...chunks: readonly Bytes[]): Promise<string> =>
  new Response(gunzip(sourceOf(chunks).stream) as unknown as BodyInit).text();

/** In chunks of so many bytes. */
function cut(bytes: Bytes, size: number): readonly Bytes[] {
  const count = Math.ceil(bytes.length / size);
  return Array.from({ length: count }, (_, i) => bytes.slice(i * size, (i + 1) * size));
}

const broken = { kind: 'broken-encoding', status: 400 };

describe('members', () => {
  const words = ['first ', '', 'sécond 😀 ', 'x'.repeat(100_000), ' last'];
  const members = words.map(zip);

  test.each([1, 2, 3, 7, 100, 2047, 2048, 2049, 1_000_000])('in chunks of %i', async (size) => {
    expect(await unzip(...cut(join(...members), size))).toBe(words.join(''));
  });

  test('a chunk a member', async () => {
    expect(await unzip(...members)).toBe(words.join(''));
  });

  test('of two thousand and forty-eight bytes, as long as what is read at a time', async () => {
    const noise = Buffer.from(Array.from({ length: 2025 }, (_, i) => (i * i * 7919) >> 3));
    const member = new Uint8Array(gzipSync(noise, { level: 0 }));
    expect(member).toHaveLength(2048);
    const whole = gunzip(sourceOf([join(member, member, member)]).stream);
    const bytes = await new Response(whole as unknown as BodyInit).arrayBuffer();
    expect(Buffer.from(bytes)).toEqual(Buffer.concat([noise, noise, noise]));
  });

  test('very many of them', async () => {
    const many = Array.from({ length: 20_000 }, () => zip('a'));
    expect(await unzip(join(...many))).toBe('a'.repeat(20_000));
  });

  test('padding of zeros behind the last', async () => {
    const zeros = new Uint8Array(5000);
    expect(await unzip(join(zip('a'), zip('b'), zeros))).toBe('ab');
    expect(await unzip(zip('a'), zeros, zeros)).toBe('a');
  });
});

describe('what is refused', () => {
  const good = zip('hello hello');
  const damaged = zip('hello');
  damaged[damaged.length - 6] = (damaged[damaged.length - 6] ?? 0) ^ 1;

  test.each<readonly [string, readonly Bytes[]]>([
    ['nothing', []],
    ['only zeros', [new Uint8Array(10)]],
    ['text behind a member', [join(good, new TextEncoder().encode('more'))]],
    ['text behind a member, in a chunk of its own', [good, new TextEncoder().encode('more')]],
    ['a member behind padding', [join(good, new Uint8Array(3), good)]],
    ['a second member cut short', [join(good, good.slice(0, -1))]],
    ['a second member that has but begun', [good, good.slice(0, 2)]],
    ['a second member with a wrong checksum', [join(good, damaged)]],
    ['zlib, which is no gzip', [new Uint8Array(deflateSync('hello'))]],
    ['zlib behind gzip', [join(good, new Uint8Array(deflateSync('hello')))]],
  ])('%s', async (_, chunks) => {
    await expect(unzip(...chunks)).rejects.toMatchObject(broken);
  });
});

describe('a stream', () => {
  test('gives what it can before more comes', async () => {
    const source = sourceOf([zip('first'), zip('second')]);
    const reader = gunzip(source.stream).getReader();
    const { value } = await reader.read();
    expect(new TextDecoder().decode(value)).toBe('first');
    expect(source.asked).toBe(1);
  });

  test('of a bomb, in any member, yields no more at a time than a piece of it holds', async () => {
    const bomb = join(zip('a'), new Uint8Array(gzipSync(Buffer.alloc(50_000_000))));
    const source = sourceOf(cut(bomb, 1024));
    const reader = gunzip(source.stream).getReader();
    let bytes = 0;
    while (bytes < 100_000) bytes += (await reader.read()).value?.length ?? 0;
    expect(source.asked).toBe(1);
  });

  test('fails as its source does', async () => {
    const failing = new ReadableStream<Bytes>({
      pull: (controller) => controller.error(new RangeError('gone')),
    });
    await expect(gunzip(failing).getReader().read()).rejects.toThrow('gone');
  });

  test('lets go of its source', async () => {
    let isGone = false;
    const source = new ReadableStream<Bytes>({
      pull: (controller) => controller.enqueue(new Uint8Array([1, 2, 3])),
      cancel: () => void (isGone = true),
    });
    await expect(gunzip(source).getReader().read()).rejects.toMatchObject(broken);
    expect(isGone).toBe(true);
  });
});
