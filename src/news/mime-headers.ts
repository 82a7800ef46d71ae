/**
 * The header of a mail, or of a part of one.
 * @module
 */
import { NewsError } from './error.ts';

/** Values by names in lower case, folded lines put together. A character is a byte. If a field is repeated, its first value counts. */
export type Headers = ReadonlyMap<string, string>;
/** Of a field with a structure, by names in lower case. */
export type Parameters = ReadonlyMap<string, string>;

/** Of one header. The fields that count have a few hundred. */
const MOST_CHARACTERS = 256 * 1024;
/** Of one value, as far as it is read. */
const MOST_VALUE = 10_000;
const FIELD = /^([!-9;-~]+)[ \t]*:[ \t]*/;
const PARAMETER = /;\s*([\w!#$&^.+*-]{1,60})\s*=\s*(?:"((?:[^"\\]|\\[^])*)"|([^\s;"]*))/g;

export interface FoundHeaders {
  readonly headers: Headers;
  /** Media type, in lower case; `text/plain` if there is none. */
  readonly type: string;
  readonly parameters: Parameters;
  /** Where the body begins. */
  readonly end: number;
}

/** @throws {NewsError} for a header that is far too long */
export function readHeaders(chars: string, from: number): FoundHeaders {
  const headers = new Map<string, string>();
  let name = '';
  let at = from;
  while (at < chars.length) {
    const found = chars.indexOf('\n', at);
    const next = found < 0 ? chars.length : found + 1;
    if (next - from > MOST_CHARACTERS)
      throw NewsError.refused('The header of the mail is too long.');
    const line = chars.slice(at, next).trimEnd();
    // A part without a body: the next delimiter follows.
    if (line.startsWith('--') && !FIELD.test(line)) break;
    if (line === '') {
      at = next;
      break;
    }
    if (/^[ \t]/.test(line)) append(headers, name, ` ${line.trimStart().slice(0, MOST_VALUE)}`);
    else {
      const field = FIELD.exec(line);
      name =
        field && !headers.has(field[1]?.toLowerCase() as string)
          ? (field[1] as string).toLowerCase()
          : '';
      if (name !== '') headers.set(name, valueIn(line, (field as RegExpExecArray)[0].length));
    }
    at = next;
  }
  const value = headers.get('content-type') ?? '';
  const [type = ''] = /^[\w.+-]+\/[\w.+-]+/.exec(value) ?? [];
  return {
    headers,
    type: type === '' ? 'text/plain' : type.toLowerCase(),
    parameters: parametersOf(value),
    end: at,
  };
}

function valueIn(line: string, from: number): string {
  return line.slice(from, from + MOST_VALUE);
}

function append(headers: Map<string, string>, name: string, rest: string): void {
  const value = headers.get(name);
  if (value !== undefined && value.length < MOST_VALUE) headers.set(name, value + rest);
}

function parametersOf(value: string): Parameters {
  const found = new Map<string, string>();
  for (const [, name = '', quoted, plain = ''] of value.slice(0, MOST_VALUE).matchAll(PARAMETER)) {
    const key = name.toLowerCase();
    if (!found.has(key)) found.set(key, quoted?.replace(/\\([^])/g, '$1') ?? plain);
  }
  return found;
}
