/**
 * API keys. The configuration holds their SHA-256 hashes only, so that whoever reads it cannot call.
 * @module
 */
import type { Env } from './env.ts';
import { ConfigError } from './limits.ts';

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
    throw new ConfigError('API_KEYS must be SHA-256 hashes in hexadecimal');
  }
  return hashes;
}

/** The hash of the key in an Authorization header, if it is one of `hashes`. */
export async function knownKey(
  authorization: string | undefined,
  hashes: readonly string[],
): Promise<string | undefined> {
  const key = /^Bearer +(\S+) *$/i.exec(authorization ?? '')?.[1];
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
