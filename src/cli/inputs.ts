/**
 * Files, folders and standard input as a list of texts that are read one by one.
 * @module
 */
import { readdir, readFile, stat } from 'node:fs/promises';
import { extname, join } from 'node:path';

/** What a folder is searched for. A file that is named itself may be called anything. */
const EXTENSIONS: ReadonlyMap<string, InputType> = new Map([
  ['.txt', 'text'],
  ['.text', 'text'],
  ['.md', 'text'],
]);

/** How an input is read. Pages of HTML get a type of their own here, by their extension. */
export type InputType = 'text';

export interface Input {
  /** A path as it was given or found; `-` is standard input. */
  readonly name: string;
  readonly type: InputType;
}

/** An input that cannot be read, and why. */
export class InputError extends Error {
  override readonly name = 'InputError';
}

/** An input, or what stands in its place. */
export type Listed = Input | { readonly name: string; readonly error: InputError };

/** All inputs in the order of `paths`, those of a folder in the order of their names. Names that begin with a dot are left out. */
export async function listInputs(paths: readonly string[]): Promise<readonly Listed[]> {
  const lists = await Promise.all(paths.map(listInput));
  return lists.flat();
}

async function listInput(path: string): Promise<readonly Listed[]> {
  if (path === '-') return [{ name: path, type: 'text' }];
  try {
    if (!(await stat(path)).isDirectory()) return [inputOf(path)];
    return await filesIn(path);
  } catch (error) {
    return [{ name: path, error: asInputError(error) }];
  }
}

/** Links are followed to files but not to folders, which may lead in a circle. */
async function filesIn(folder: string): Promise<readonly Listed[]> {
  const entries = await readdir(folder, { withFileTypes: true });
  const found: Listed[] = [];
  for (const entry of entries.toSorted((a, b) => (a.name < b.name ? -1 : 1))) {
    const path = join(folder, entry.name);
    if (entry.name.startsWith('.')) continue;
    if (entry.isDirectory()) found.push(...(await listInput(path)));
    else if (EXTENSIONS.has(extname(entry.name).toLowerCase())) found.push(inputOf(path));
  }
  return found;
}

function inputOf(name: string): Input {
  return { name, type: EXTENSIONS.get(extname(name).toLowerCase()) ?? 'text' };
}

/** An input's text. @throws {InputError} where it cannot be read or is not UTF-8. */
export async function readInput(name: string, stdin: AsyncIterable<Uint8Array>): Promise<string> {
  try {
    const bytes = name === '-' ? await collect(stdin) : await readFile(name);
    // A byte-order mark stays: offsets count it.
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch (error) {
    throw asInputError(error);
  }
}

async function collect(stream: AsyncIterable<Uint8Array>): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of stream) chunks.push(chunk);
  return Buffer.concat(chunks);
}

const REASONS: Readonly<Record<string, string>> = {
  ENOENT: 'no such file or folder',
  EACCES: 'may not be read',
  EISDIR: 'is a folder',
  ERR_ENCODING_INVALID_ENCODED_DATA: 'is not UTF-8',
};

function asInputError(error: unknown): InputError {
  const code = String((error as NodeJS.ErrnoException).code);
  return new InputError(REASONS[code] ?? `cannot be read (${code})`);
}
