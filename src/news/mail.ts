/**
 * Mail (RFC 5322) as subject, sender, date and the text of the message. Attachments are left out, and so are mails in the mail.
 * @module
 */
import { NewsError } from './error.ts';
import { unflow } from './flowed.ts';
import { decodeCharset, decodeTransfer, decodeWords } from './mime-decode.ts';
import { readParts, type Part } from './mime.ts';
import { paragraphsOf } from './markup.ts';
import { escapeAll } from './xml.ts';

/** A message, decoded. */
export interface Mail {
  readonly subject: string;
  /** The sender's name, or address where there is no name. */
  readonly from: string;
  /** As the mail has it. */
  readonly date: string;
  /** Its text; HTML where it has no text, or not for all of it. */
  readonly body: { readonly text: string } | { readonly html: string };
}

/** A mail as it was received, or as characters: then what is not encoded needs no charset. */
export type MailSource = Uint8Array | string;

/** A text with none of these in front is no mail. */
const HEADERS = [
  'from',
  'date',
  'subject',
  'message-id',
  'received',
  'mime-version',
  'content-type',
];

/**
 * Reads a mail, in time linear in its length.
 * @param most UTF-16 units of text in a part after which reading stops; the text is then longer than this
 * @throws {NewsError} for what is no mail, and for one with too many parts
 */
export function readMail(source: MailSource, most = Infinity): Mail {
  const isText = typeof source === 'string';
  const bytes = isText ? new TextEncoder().encode(source) : source;
  const root = readParts(charsOf(bytes));
  if (!HEADERS.some((name) => root.headers.has(name)))
    throw NewsError.refused('It is no mail: its header has neither From nor Date nor Subject.');
  const field = (name: string): string => decodeWords(bytesOf(root.headers.get(name) ?? ''));
  const pieces = piecesOf(root, { bytes, isText, most });
  return {
    subject: field('subject'),
    from: nameIn(field('from')),
    date: field('date'),
    body: pieces.some(({ text }) => text === undefined)
      ? { html: pieces.map(htmlOf).join('\n') }
      : { text: pieces.map(({ text }) => text).join('\n\n') },
  };
}

/** A character for each byte. */
function charsOf(bytes: Uint8Array): string {
  const parts: string[] = [];
  for (let at = 0; at < bytes.length; at += CHUNK)
    parts.push(String.fromCharCode(...bytes.subarray(at, at + CHUNK)));
  return parts.join('');
}

const CHUNK = 8192;

/** The way back. */
function bytesOf(chars: string): Uint8Array {
  return Uint8Array.from(chars, (char) => char.charCodeAt(0));
}

/** The name of the first of a list of addresses, or the address. */
function nameIn(field: string): string {
  const [, quoted, plain = '', address = ''] = MAILBOX.exec(field) ?? [];
  const name = quoted?.replace(/\\([^])/g, '$1') ?? plain;
  if (name.trim() !== '' || address.trim() !== '') return name.trim() || address.trim();
  // An old form: ada@elsing.example (Ada Brandt)
  const [first = ''] = field.split(',');
  return /\(([^()]+)\)/.exec(first)?.[1]?.trim() ?? first.trim();
}

const MAILBOX = /^(?:"((?:[^"\\]|\\[^])*)"\s*|([^<>",;]*))<([^<>]*)>/;

/** A part of the message in one form or two. */
interface Piece {
  readonly text?: string | undefined;
  readonly html?: string | undefined;
}

/** What the parts are read from. */
interface Ground {
  readonly bytes: Uint8Array;
  readonly isText: boolean;
  readonly most: number;
}

/** Depth is bounded by that of the parts. */
function piecesOf(part: Part, ground: Ground): readonly Piece[] {
  if (/^\s*attachment\b/i.test(part.headers.get('content-disposition') ?? '')) return [];
  const inside = part.parts.map((one) => piecesOf(one, ground));
  if (part.type === 'multipart/alternative') return [alternativeOf(inside)].filter(isFull);
  if (part.parts.length > 0) return inside.flat();
  if (part.type === 'text/html') return [{ html: contentOf(part, ground) }].filter(isFull);
  const isPlain = part.type === 'text/plain' || part.type.startsWith('multipart/');
  return isPlain ? [{ text: plainOf(part, ground) }].filter(isFull) : [];
}

function isFull({ text, html }: Piece): boolean {
  return `${text ?? ''}${html ?? ''}`.trim() !== '';
}

/** The first that is text throughout, and the last that has HTML: the richest form stands last. */
function alternativeOf(forms: readonly (readonly Piece[])[]): Piece {
  const full = forms.filter((pieces) => pieces.length > 0);
  const text = full.find((pieces) => pieces.every((piece) => piece.text !== undefined));
  const html = full.findLast((pieces) => pieces.some((piece) => piece.html !== undefined));
  return {
    text: text?.map((piece) => piece.text).join('\n\n'),
    html: html?.map(htmlOf).join('\n'),
  };
}

/** Of a part that has no HTML, its text: lists of mail add such parts to messages of HTML. */
function htmlOf({ text = '', html }: Piece): string {
  return html === undefined ? paragraphsOf(escapeAll(text)) : bodyIn(html);
}

/** What stands in front of the body of a page is not shown. */
function bodyIn(html: string): string {
  const found = /<body\b[^<>]*>/i.exec(html);
  return found ? html.slice(found.index + found[0].length) : html;
}

function plainOf(part: Part, ground: Ground): string {
  const sent = contentOf(part, ground).slice(0, ground.most + 1);
  const text = sent.replace(/\r\n?/g, '\n');
  const { parameters } = part;
  const is = (name: string, value: string): boolean =>
    parameters.get(name)?.toLowerCase() === value;
  return is('format', 'flowed') ? unflow(text, is('delsp', 'yes')) : text;
}

const ENCODED = /^(?:base64|quoted-printable)\b/i;

function contentOf({ headers, parameters, start, end }: Part, ground: Ground): string {
  const encoding = (headers.get('content-transfer-encoding') ?? '').trim();
  const bytes = decodeTransfer(ground.bytes.subarray(start, end), encoding);
  const isKnown = ground.isText && !ENCODED.test(encoding);
  return decodeCharset(bytes, isKnown ? 'utf-8' : parameters.get('charset'));
}
