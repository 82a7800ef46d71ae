/**
 * Files, folders and standard input as a list of texts and pages that are read one by one.
 * @module
 */
import { readdir, readFile, stat } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { decodeHtml } from '../html/charset.ts';
import { decodeXml } from '../html/xml-charset.ts';

/** What a folder is searched for. A file that is named itself may be called anything. */
const EXTENSIONS: ReadonlyMap<string, InputType> = new Map([
  ['.txt', 'text'],
  ['.text', 'text'],
  ['.md', 'markdown'],
  ['.markdown', 'markdown'],
  ['.html', 'html'],
  ['.htm', 'html'],
  ['.xml', 'xml'],
  ['.rss', 'xml'],
  ['.atom', 'xml'],
  ['.ninjs.json', 'ninjs'],
  ['.eml', 'mail'],
]);

/** How an input is read: as text, Markdown or ninjs in UTF-8, or as a page of HTML, XML of news or a mail in any charset. */
export type InputType = 'text' | 'markdown' | 'html' | 'xml' | 'ninjs' | 'mail';

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

/**
 * All inputs in the order of `paths`, those of a folder in the order of their names. Names that begin with a dot are left
 * out.
 * @param other how inputs are read that no extension tells of, standard input among them
 */
export async function listInputs(
  paths: readonly string[],
  other: InputType = 'text',
): Promise<readonly Listed[]> {
  const lists = await Promise.all(paths.map((path) => listInput(path, other)));
  return lists.flat();
}

async function listInput(path: string, other: InputType): Promise<readonly Listed[]> {
  if (path === '-') return [{ name: path, type: other }];
  try {
    if (!(await stat(path)).isDirectory()) return [inputOf(path, other)];
    return await filesIn(path, other);
  } catch (error) {
    return [{ name: path, error: asInputError(error) }];
  }
}

/** Links are followed to files but not to folders, which may lead in a circle. */
async function filesIn(folder: string, other: InputType): Promise<readonly Listed[]> {
  const entries = await readdir(folder, { withFileTypes: true });
  const found: Listed[] = [];
  for (const entry of entries.toSorted((a, b) => (a.name < b.name ? -1 : 1))) {
    const path = join(folder, entry.name);
    if (entry.name.startsWith('.')) continue;
    if (entry.isDirectory()) found.push(...(await listInput(path, other)));
    else if (typeByName(entry.name)) found.push(inputOf(path, other));
  }
  return found;
}

function inputOf(name: string, other: InputType): Input {
  return { name, type: typeByName(name) ?? other };
}

/** ninjs has two extensions: any other JSON is no news. */
function typeByName(name: string): InputType | undefined {
  const isNinjs = name.toLowerCase().endsWith('.ninjs.json');
  return EXTENSIONS.get(isNinjs ? '.ninjs.json' : extname(name).toLowerCase());
}

/** The characters of an input that is no mail. @throws {InputError} where it cannot be read, or is text and not UTF-8. */
export async function readInput(input: Input, stdin: AsyncIterable<Uint8Array>): Promise<string> {
  const { type } = input;
  try {
    const bytes = await bytesOf(input, stdin);
    // No charset is declared, so there is one.
    if (type === 'html') return decodeHtml(bytes, undefined) as string;
    if (type === 'xml') return xmlOf(bytes);
    // A byte-order mark stays: offsets count it.
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch (error) {
    throw asInputError(error);
  }
}

/** Its bytes. @throws {InputError} where it cannot be read. */
export async function readBytes(
  input: Input,
  stdin: AsyncIterable<Uint8Array>,
): Promise<Uint8Array> {
  try {
    return await bytesOf(input, stdin);
  } catch (error) {
    throw asInputError(error);
  }
}

async function bytesOf({ name }: Input, stdin: AsyncIterable<Uint8Array>): Promise<Uint8Array> {
  return name === '-' ? collect(stdin) : readFile(name);
}

function xmlOf(bytes: Uint8Array): string {
  const xml = decodeXml(bytes, undefined);
  if (xml === null) throw new InputError('is not in the encoding that it names');
  return xml;
}

async function collect(stream: AsyncIterable<Uint8Array>): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of stream) chunks.push(chunk);
  return Buffer.concat(chunks);
}

const REASONS: Readonly<Record<string, string>> = {
  ENOENT: 'does not exist',
  EACCES: 'may not be read',
  EISDIR: 'is a folder',
  ERR_ENCODING_INVALID_ENCODED_DATA: 'is not UTF-8',
};

function asInputError(error: unknown): InputError {
  if (error instanceof InputError) return error;
  const code = String((error as NodeJS.ErrnoException).code);
  return new InputError(REASONS[code] ?? `cannot be read (${code})`);
}
