/**
 * A text in the fragment of a link. Browsers keep fragments to themselves, so it reaches no server, nor any log.
 * @module
 */
import type { Asked } from './api.ts';
import { MODES } from './words.ts';

const NAME = '#t=';

/** Longer links get cut by mail and chat programs. */
export const LONGEST_LINK = 16_000;

/** More than the service takes; a link must not unfold into more memory than that. */
const MOST_BYTES = 8 * 1024 * 1024;

/** The fragment that holds this request. */
export async function fragmentOf({ mode, text, options }: Asked): Promise<string> {
  const json = new TextEncoder().encode(JSON.stringify({ [mode]: text, ...options }));
  const packed = new Blob([json]).stream().pipeThrough(new CompressionStream('deflate-raw'));
  return NAME + base64Url(new Uint8Array(await new Response(packed).arrayBuffer()));
}

/** The request in a fragment; null if it holds none that can be read. */
export async function askedBy(fragment: string): Promise<Asked | null> {
  if (!fragment.startsWith(NAME)) return null;
  try {
    const options: Record<string, unknown> = JSON.parse(await unpack(fragment.slice(NAME.length)));
    const mode = MODES.find((name) => typeof options[name] === 'string');
    if (mode === undefined) return null;
    const text = options[mode] as string;
    for (const name of MODES) delete options[name];
    return { mode, text, options };
  } catch {
    return null;
  }
}

async function unpack(code: string): Promise<string> {
  const packed = Uint8Array.from(atob(code.replaceAll('-', '+').replaceAll('_', '/')), (char) =>
    char.charCodeAt(0),
  );
  const stream = new Blob([packed]).stream().pipeThrough(new DecompressionStream('deflate-raw'));
  const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
  const reader = stream.getReader();
  let text = '';
  for (let size = 0; ;) {
    const { done, value } = await reader.read();
    if (done) return text + decoder.decode();
    size += value.length;
    if (size > MOST_BYTES) {
      await reader.cancel();
      throw new RangeError('too long');
    }
    text += decoder.decode(value, { stream: true });
  }
}

function base64Url(bytes: Uint8Array): string {
  let binary = '';
  for (let i = 0; i < bytes.length; i += 4096) {
    binary += String.fromCharCode(...bytes.subarray(i, i + 4096));
  }
  return btoa(binary)
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replace(/={1,2}$/, '');
}
