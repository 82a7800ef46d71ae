/**
 * API keys. The configuration holds their SHA-256 hashes only, so that whoever reads it cannot call.
 * @module
 */
import type { Env } from './env.ts';
import { ConfigError } from './limits.ts';

const KEY = /^Bearer +(\S+) *$/i;
const HASH = /^[0-9a-f]{64}$/;

/** The hashes of all keys, in lower-case hexadecimal; none means that the service is open. Throws `ConfigError`. */
export function keyHashes(env: Env | undefined): readonly string[] {
  const configured = env?.API_KEYS ?? '';
  if (configured === '') return [];
  const hashes = configured
    .toLowerCase()
    .split(/[\s,]+/)
    .filter((hash) => hash !== '');
  // A mistyped list must not open the service.
  if (hashes.length === 0 || !hashes.every((hash) => HASH.test(hash))) {
    throw new ConfigError(
      'API_KEYS must be SHA-256 hashes in hexadecimal; a key itself must not stand there (docs/deploying.md says how to hash it)',
    );
  }
  return hashes;
}

/**
 * Whether a client sent what the configuration holds: then a key may stand there in place of its hash, such as one of 64 digits, which
 * looks like a hash. Or the client sent the hash.
 */
export function isHashItself(
  authorization: string | undefined,
  hashes: readonly string[],
): boolean {
  const key = KEY.exec(authorization ?? '')?.[1]?.toLowerCase();
  return key !== undefined && hashes.some((hash) => hash.length === key.length && equal(hash, key));
}

/** The hash of the key in an Authorization header, if it is one of `hashes`. */
export async function knownKey(
  authorization: string | undefined,
  hashes: readonly string[],
): Promise<string | undefined> {
  const key = KEY.exec(authorization ?? '')?.[1];
  if (key === undefined) return undefined;
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(key));
  const hash = Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, '0'));
  const hex = hash.join('');
  // All are compared: which one it was must not show in the time.
  return hashes.filter((known) => equal(known, hex))[0];
}

/** Takes the same time wherever the two, of one length, differ. */
function equal(a: string, b: string): boolean {
  let difference = 0;
  for (let i = 0; i < a.length; i++) difference |= a.charCodeAt(i) ^ b.charCodeAt(i);
  return difference === 0;
}
