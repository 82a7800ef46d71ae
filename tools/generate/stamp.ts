/**
 * Whether generated files are what their sources make of them, told by digests of both.
 * @module
 */
import { createHash } from 'node:crypto';
import { globSync, mkdirSync, readFileSync, renameSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';

/** What is generated. Where prose and tables stand in one file, a change of the prose generates anew, which does no harm. */
export const OUTPUTS = [
  'src/rules/generated.js',
  'rules/proven.json',
  'rules/schemas/*',
  'rules/README.md',
  'public/**',
];

/** What it is generated from: openapi.json shows answers of the whole program. */
const INPUTS = ['rules/**', 'src/**', 'tools/**', 'package.json', 'package-lock.json'];

/** Files by path, with a digest of each. */
export type Digests = ReadonlyMap<string, string>;

/** What was there when files were generated: the sources before that, and the files after it. */
export interface Stamp {
  readonly inputs: string;
  readonly outputs: string;
}

/** The files of a folder that patterns name, but for some. */
export function filesOf(
  root: string,
  patterns: readonly string[],
  but: Digests = new Map(),
): Digests {
  const paths = globSync(patterns, { cwd: root }).sort();
  const files = paths.filter((path) => !but.has(path) && statSync(join(root, path)).isFile());
  return new Map(files.map((path) => [path, digestOf(readFileSync(join(root, path)))]));
}

/** @param own a folder of own rules */
export function inputsOf(root: string, own?: string): Digests {
  const project = filesOf(root, INPUTS, filesOf(root, OUTPUTS));
  if (own === undefined) return project;
  const folder = resolve(root, own);
  const ours = [...filesOf(folder, ['**'])].map(
    ([path, digest]) => [join(folder, path), digest] as const,
  );
  // By name too: a folder that is not there, or is empty, is to be refused.
  return new Map([...project, [folder, ''], ...ours]);
}

export function stampOf(inputs: Digests, outputs: Digests): Stamp {
  const digest = (files: Digests): string => digestOf(JSON.stringify([process.version, ...files]));
  return { inputs: digest(inputs), outputs: digest(outputs) };
}

/** Whether a file holds this stamp. One that is missing or broken holds none. */
export function isUpToDate(path: string, now: Stamp): boolean {
  try {
    const { inputs, outputs } = JSON.parse(readFileSync(path, 'utf8')) as Partial<Stamp>;
    return inputs === now.inputs && outputs === now.outputs;
  } catch {
    return false;
  }
}

/** Whole or not at all: several commands may run at once. */
export function writeStamp(path: string, stamp: Stamp): void {
  const draft = `${path}.${process.pid}`;
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(draft, JSON.stringify(stamp));
  renameSync(draft, path);
}

function digestOf(content: string | Uint8Array): string {
  return createHash('sha256').update(content).digest('hex');
}
