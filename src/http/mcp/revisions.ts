/**
 * The revisions of the protocol, and what a request must say about itself.
 *
 * From 2026-07-28 on every request names its revision in `_meta`, and HTTP repeats it in headers. Earlier ones begin with `initialize`,
 * after which this server, which keeps nothing, has nothing to remember.
 * @module
 */
import { isObject } from '../validate.ts';
import { refusal, type Message, type Reply } from './messages.ts';

/** Revisions whose requests speak for themselves, the newest first. */
export const MODERN = ['2026-07-28'] as const;
/** Those that begin with a handshake. Tools are the same in both. */
export const LEGACY = ['2025-11-25', '2025-06-18'] as const;

/** The headers that repeat what stands in a message; null where there are no headers at all, as on standard input. */
export interface Headers {
  readonly version: string | undefined;
  readonly method: string | undefined;
  readonly name: string | undefined;
}

const META = 'io.modelcontextprotocol/';
const VERSION = `${META}protocolVersion`;
const CAPABILITIES = `${META}clientCapabilities`;
/** Where a server says who it is. */
export const SERVER_INFO = `${META}serverInfo`;

export type Era = 'modern' | 'legacy';

const among = (versions: readonly string[], version: unknown): boolean =>
  versions.some((one) => one === version);

/** In which era a request is to be answered, or why it is not. */
export function eraOf(message: Message, headers: Headers | null): Era | Reply {
  const meta = message.params['_meta'];
  if (isObject(meta) && VERSION in meta) return checkModern(message, meta, headers);
  if (headers === null || headers.version === undefined || among(LEGACY, headers.version))
    return 'legacy';
  return among(MODERN, headers.version)
    ? refusal(message.id, 'invalidParams', 400, `_meta must have ${VERSION} and ${CAPABILITIES}.`)
    : unsupported(message);
}

function checkModern(
  message: Message,
  meta: Readonly<Record<string, unknown>>,
  headers: Headers | null,
): Era | Reply {
  const { id, method, params } = message;
  const version = meta[VERSION];
  if (typeof version !== 'string' || !isObject(meta[CAPABILITIES]))
    return refusal(
      id,
      'invalidParams',
      400,
      `_meta must have ${VERSION}, a string, and ${CAPABILITIES}, an object.`,
    );
  const mismatch = headers && mismatchOf({ version, method, name: params['name'] }, headers);
  if (mismatch !== null)
    return refusal(
      id,
      'headerMismatch',
      400,
      `Header mismatch: ${mismatch} must say what the body says.`,
    );
  return among(MODERN, version) ? 'modern' : unsupported(message);
}

/** The first header that does not say what the body does. */
function mismatchOf(
  body: { readonly version: string; readonly method: string; readonly name: unknown },
  headers: Headers,
): string | null {
  if (headers.version !== body.version) return 'MCP-Protocol-Version';
  if (headers.method !== body.method) return 'Mcp-Method';
  if (body.method !== 'tools/call' || typeof body.name !== 'string') return null;
  return decoded(headers.name) === body.name ? null : 'Mcp-Name';
}

/** A value that no header can hold comes as UTF-8 in Base64, and says so. */
function decoded(value: string | undefined): string | undefined {
  const base64 = /^=\?base64\?([A-Za-z0-9+/=]*)\?=$/.exec(value ?? '')?.[1];
  if (base64 === undefined) return value;
  try {
    const bytes = Uint8Array.from(atob(base64), (char) => char.charCodeAt(0));
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

/** Clients choose from `supported` and ask again. Earlier revisions are not in it: they are spoken after a handshake only. */
function unsupported({ id }: Message): Reply {
  return refusal(id, 'unsupportedVersion', 400, 'Unsupported protocol version', {
    supported: [...MODERN],
  });
}
