/**
 * A folder with one rule of one's own.
 */
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const RULE = `schema = 1
language = 'en'

[[rule]]
id = 'desk/columns/ask'
kind = 'ads/house'
match = 'line'
any = ['ask our gardener']
certain = true
why = 'Invites readers to write to a column.'
positive = ['Ask our gardener']
negative = ['Ask our gardener, the farmer said.']
`;

/** A new folder in the machine's folder for temporary files. */
export function ownFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'copydesk-rules-'));
  writeFileSync(join(folder, 'columns.toml'), RULE);
  return folder;
}

/** The project's rules take its line for a part of the story. */
export const OWN_LINE = 'Ask our gardener';
