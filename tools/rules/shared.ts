/**
 * The keys that entries of all sorts have in common.
 * @module
 */
import type { Reader } from './reader.ts';
import type { Shared } from './types.ts';

export const SHARED_KEYS = ['id', 'unless', 'why', 'positive', 'negative', 'todo'];

/** What an id looks like. */
export const ID = /^[a-z0-9.-]+(\/[a-z0-9.-]+)+$/;

/** Reads them, and checks that an entry has an id and examples of both sorts. */
export function readShared(reader: Reader, language: string): Shared {
  const id = reader.string('id');
  if (id !== '' && !ID.test(id)) reader.fault(`id "${id}" is not of the form folder/group/name`, 'id');
  const shared = {
    id,
    place: reader.place,
    language,
    unless: reader.strings('unless'),
    why: reader.string('why'),
    positive: reader.strings('positive'),
    negative: reader.strings('negative'),
  };
  reader.strings('todo');
  for (const key of ['positive', 'negative'] as const)
    if (isNone(reader.value(key))) reader.fault(`has no ${key} example`, key);
  return shared;
}

function isNone(value: unknown): boolean {
  return value === undefined || (Array.isArray(value) && value.length === 0);
}
