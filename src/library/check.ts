/**
 * What a caller hands in, checked: programs in JavaScript have no compiler that does it.
 * @module
 */
import * as v from 'valibot';
import { nearestName } from '../schema/nearest.ts';
import { optionEntries } from '../schema/options.ts';
import type { AnalyzeOptions } from '../schema/types.ts';

const { format: _, ...entries } = optionEntries;
const AnalyzeOptionsSchema = v.strictObject(entries, (issue) => {
  const near = nearestName(String(issue.path?.at(-1)?.key), Object.keys(entries));
  return `is not an option; ${near === undefined ? `there are ${Object.keys(entries).join(', ')}` : `did you mean ${near}?`}`;
});

/** Options as the API takes them. @throws {TypeError} which names the option and what it must be. */
export function checkOptions(options: AnalyzeOptions): AnalyzeOptions {
  // What is not an object would be taken for one whose options are its letters or items.
  if (typeof options !== 'object' || options === null || Array.isArray(options))
    throw new TypeError('options must be an object');
  const given = Object.entries(options).filter(([, value]) => value !== undefined);
  const result = v.safeParse(AnalyzeOptionsSchema, Object.fromEntries(given));
  if (result.success) return result.output;
  const [issue] = result.issues;
  const name = issue.path?.map(({ key }) => String(key)).join('.');
  throw new TypeError(`options${name === undefined ? '' : `.${name}`} ${issue.message}`);
}

/** @throws {TypeError} for anything but a string. */
export function checkText(name: string, value: unknown): void {
  if (typeof value !== 'string') throw new TypeError(`${name} must be a string`);
}
