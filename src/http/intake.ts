/**
 * From a request's bytes to a text and its options: by content type, with nothing decided about their meaning.
 * @module
 */
import { safeParse } from 'fast-content-type-parse';
import { decodeHtml } from '../html/charset.ts';
import { decodeXml, isCharset } from '../html/xml-charset.ts';
import { withoutMark } from '../html/reader.ts';
import { readBody, tooLarge } from './body.ts';
import { jsonFault, placeIn, placeInLine, utf8Fault } from './faults.ts';
import { fitsUtf8, type Limits } from './limits.ts';
import { Problem } from './problems.ts';

/** A request's media type and charset, in lower case. */
export interface ContentType {
  readonly type: string;
  readonly charset: string | undefined;
}

/** The value of a JSON request. */
export interface JsonIntake {
  readonly type: 'json';
  readonly value: unknown;
  readonly bytes: number;
}

/** What a request holds before it is checked. */
export type Intake =
  | JsonIntake
  | { readonly type: 'text'; readonly text: string; readonly bytes: number }
  | { readonly type: 'markdown'; readonly markdown: string; readonly bytes: number }
  | { readonly type: 'html'; readonly html: string; readonly bytes: number }
  | { readonly type: 'xml'; readonly xml: string; readonly bytes: number }
  | { readonly type: 'ninjs'; readonly ninjs: unknown; readonly bytes: number }
  | { readonly type: 'mail'; readonly mail: Uint8Array; readonly bytes: number };

/** Media types of NITF, NewsML-G2, RSS and Atom. Which of them a document is, its root says. */
const XML_TYPES: ReadonlySet<string> = new Set([
  'application/xml',
  'text/xml',
  'application/rss+xml',
  'application/atom+xml',
]);
const NINJS = 'application/vnd.iptc.ninjs+json';
const MAIL = 'message/rfc822';
const UTF8_ONLY: ReadonlySet<string> = new Set([
  'application/json',
  'text/plain',
  'text/markdown',
  NINJS,
]);

/** Reads a request by its content type. Throws a `Problem` (400, 413, 415). */
export async function takeIn(request: Request, limits: Limits): Promise<Intake> {
  const { type, charset } = contentType(request.headers.get('content-type'));
  if (type === 'text/html') {
    const bytes = await readBody(request, limits.htmlBytes);
    const html = decodeHtml(bytes, charset);
    if (html === null) throw unsupportedType();
    return { type: 'html', html, bytes: bytes.length };
  }
  if (XML_TYPES.has(type)) return readXml(request, limits, charset);
  // Each of its parts names a charset.
  if (type === MAIL) {
    const mail = await readBody(request, limits.htmlBytes);
    return { type: 'mail', mail, bytes: mail.length };
  }
  if (!isUtf8(charset)) throw UTF8_ONLY.has(type) ? unsupportedCharset() : unsupportedType();
  if (type === NINJS) {
    const bytes = await readBody(request, limits.htmlBytes);
    return { type: 'ninjs', ninjs: parseJson(decodeUtf8(bytes)), bytes: bytes.length };
  }
  if (type === 'application/json') return readJson(request, limits);
  if (type !== 'text/plain' && type !== 'text/markdown') throw unsupportedType();
  const body = await readBody(request, limits.textBytes);
  const text = decodeUtf8(body);
  const bytes = body.length;
  return type === 'text/plain'
    ? { type: 'text', text, bytes }
    : { type: 'markdown', markdown: text, bytes };
}

/** The same for a route that takes nothing but JSON. */
export async function takeInJson(request: Request, limits: Limits): Promise<JsonIntake> {
  const { type, charset } = contentType(request.headers.get('content-type'));
  if (type === 'application/json' && isUtf8(charset)) return readJson(request, limits);
  const accept = 'application/json';
  throw new Problem('unsupported-type', `This route takes ${accept}, in UTF-8.`, {
    headers: { accept },
  });
}

async function readXml(
  request: Request,
  limits: Limits,
  charset: string | undefined,
): Promise<Intake> {
  if (charset !== undefined && !isCharset(charset)) throw unsupportedType();
  const bytes = await readBody(request, limits.htmlBytes);
  const xml = decodeXml(bytes, charset);
  if (xml !== null) return { type: 'xml', xml, bytes: bytes.length };
  throw new Problem(
    'malformed-xml',
    'The XML is not in the encoding that it or the Content-Type names, which is UTF-8 if none is named.',
  );
}

async function readJson(request: Request, limits: Limits): Promise<JsonIntake> {
  const bytes = await readBody(request, limits.jsonBytes);
  return { type: 'json', value: parseJson(decodeUtf8(bytes)), bytes: bytes.length };
}

/** Throws 413 for a text over the limit: in JSON its size shows only once it is parsed. */
export function checkTextSize(text: string, limits: Limits): void {
  if (!fitsUtf8(text, limits.textBytes)) throw tooLarge(limits.textBytes, 'text');
}

/**
 * Reads a Content-Type by the grammar of RFC 9110, in one pass over the header. If a parameter is repeated, the first one
 * counts (as in the MIME Sniffing Standard). The type is empty for a missing header, and for one that breaks the grammar
 * anywhere: no route takes it then. To pass over a malformed charset would be to guess at the encoding.
 */
export function contentType(header: string | null | undefined): ContentType {
  const { type, parameters } = safeParse(header ?? '');
  return { type, charset: parameters['charset']?.trim().toLowerCase() };
}

/** Also for a charset that is not named. */
export function isUtf8(charset: string | undefined): boolean {
  return charset === undefined || charset === 'utf-8' || charset === 'utf8';
}

const ACCEPTED = [
  ...['application/json', 'text/plain', 'text/markdown', 'text/html'],
  ...['application/xml', 'application/rss+xml', 'application/atom+xml', NINJS, MAIL],
].join(', ');

function unsupportedType(): Problem {
  return new Problem(
    'unsupported-type',
    `A text is sent as text/plain (in curl: -H 'content-type: text/plain'). All content types of this route are: ${ACCEPTED}. HTML, XML and the parts of a mail are in any charset that browsers know, the others in UTF-8.`,
    { headers: { accept: ACCEPTED } },
  );
}

function unsupportedCharset(): Problem {
  return new Problem(
    'unsupported-type',
    'This content type is read in UTF-8 only. Send the text in UTF-8, and name no charset, or utf-8. HTML, XML and the parts of a mail may be in any charset that browsers know.',
    { headers: { accept: ACCEPTED } },
  );
}

/** What bytes are of: a whole request, or one line of many. A message about a line names no line in it. */
type Unit = 'body' | 'line';

const PLACES = { body: placeIn, line: placeInLine } as const;

/** A byte-order mark stays: it is a character of the text, and every offset counts it. */
export function decodeUtf8(bytes: Uint8Array, unit: Unit = 'body'): string {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    const at = utf8Fault(bytes);
    const before = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(
      bytes.subarray(0, at),
    );
    const place = PLACES[unit](before, before.length);
    throw new Problem('not-utf8', `The ${unit} is not valid UTF-8: it breaks at ${place}.`);
  }
}

/** A byte-order mark in front of the document is passed over (RFC 8259, 8.1 allows it); inside strings it stays. */
export function parseJson(json: string, unit: Unit = 'body'): unknown {
  try {
    return JSON.parse(withoutMark(json));
  } catch {
    // The parser's message quotes the text around the mistake.
    const mark = json.length - withoutMark(json).length;
    const place = PLACES[unit](json, mark + jsonFault(withoutMark(json)));
    throw new Problem('malformed-json', `The ${unit} is not valid JSON: it breaks at ${place}.`);
  }
}
