/**
 * A mail as a text with fields: what stands in its header comes first.
 * @module
 */
import { FIELDS, type Field, type Fields } from '../html/fields.ts';
import type { Told } from '../html/told.ts';
import type { HintReader } from '../html/reader.ts';
import { composePage, type NewsPage } from './compose.ts';
import { blocksOf, itemOf } from './item.ts';
import type { Mail } from './mail.ts';
import { escapeAll } from './xml.ts';

/** The text of a mail, which is read as any plain text is: its lines may be wrapped. */
export interface MailText {
  readonly format: 'mail';
  readonly text: string;
  readonly fields: Fields;
  readonly told: readonly Told[];
}

/**
 * The text that an answer about a mail points into.
 * @param most as in {@link composePage}
 */
export function composeMail(
  { subject, from, date, body }: Mail,
  hintsOf: HintReader,
  most: number,
): NewsPage | MailText {
  if ('text' in body) {
    return textWith({ published: date }, [
      ['headline', subject],
      ['byline', from],
      ['dateline', date],
      ['body', body.text.replace(/^(?:[ \t]*\r?\n)+/, '').trimEnd()],
    ]);
  }
  const item = itemOf({
    headline: [escapeAll(subject)],
    byline: [escapeAll(from)],
    dateline: [escapeAll(date)],
    body: blocksOf('body', [body.html]),
  });
  const told = { published: date };
  const items = [{ blocks: item, told }];
  return composePage({ format: 'mail', items, language: undefined }, hintsOf, most);
}

/** Fields are apart as paragraphs are; empty ones are left out. */
function textWith(
  told: Told,
  contents: readonly (readonly [field: Field, text: string])[],
): MailText {
  const parts: string[] = [];
  const starts: number[] = [];
  const fields: number[] = [];
  let length = 0;
  for (const [field, text] of contents) {
    if (text.trim() === '') continue;
    starts.push(length);
    fields.push(FIELDS.indexOf(field));
    parts.push(text);
    length += text.length + BETWEEN.length;
  }
  const start = Int32Array.from(starts);
  const item = new Int32Array(starts.length);
  const text = parts.join(BETWEEN);
  return {
    format: 'mail',
    text,
    told: [told],
    fields: { start, field: Uint8Array.from(fields), item },
  };
}

const BETWEEN = '\n\n';
