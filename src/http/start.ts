/**
 * Settings looked at while a Worker starts: whoever deploys it reads of a mistake in the log, before the first client meets it.
 * @module
 */
import type { Env } from './env.ts';
import { corsOrigins } from './headers.ts';
import { retentionOf, storeIn } from './jobs/store.ts';
import { keyHashes } from './keys.ts';
import { ConfigError, limitsOf } from './limits.ts';

/** What is wrong with the settings, as sentences that name the variable and none of its value. */
export function settingFaults(env: Env | undefined): readonly string[] {
  return [keyHashes, corsOrigins, limitsOf, storeIn, retentionOf].flatMap((read) => {
    try {
      read(env);
      return [];
    } catch (error) {
      if (error instanceof ConfigError) return [error.message];
      throw error;
    }
  });
}
