/**
 * The keys that entries of all sorts have in common.
 * @module
 */
import type { Reader } from './reader.ts';
import type { Shared } from './types.ts';

export const SHARED_KEYS = ['id', 'unless', 'why', 'positive', 'negative', 'todo'];

/** Reads them, and checks that an entry has an id and examples of both sorts. */
export function readShared(reader: Reader, language: string): Shared {
  const id = reader.string('id');
  if (!/^[a-z0-9.-]+(\/[a-z0-9.-]+)+$/.test(id)) reader.fail(`id "${id}" is not of the form folder/group/name`);
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
  if (shared.positive.length === 0) reader.fail(`${id} has no positive example`);
  if (shared.negative.length === 0) reader.fail(`${id} has no negative example`);
  return shared;
}
