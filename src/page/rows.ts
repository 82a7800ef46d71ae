/**
 * Quotes as rows of a table: who said what, with which verb, where, and how sure that is.
 * @module
 */
import type { Analysis, Quote } from '../schema/types.ts';
import { excerpt, LABEL_NAMES, TYPE_NAMES } from './words.ts';

export const COLUMNS = ['who', 'what', 'verb', 'where', 'sure'] as const;
export type Column = (typeof COLUMNS)[number];

export interface Row {
  /** Of the quote in the answer. */
  readonly index: number;
  readonly who: string;
  readonly role: string;
  readonly what: string;
  readonly verb: string;
  readonly where: string;
  readonly sure: number;
  readonly type: Quote['type'];
}

/** Where a copied quote comes from. */
export interface Origin {
  readonly title: string;
  readonly url: string;
}

export function rowsOf({ quotes = [], speakers = [] }: Analysis): readonly Row[] {
  const byId = new Map(speakers.map((speaker) => [speaker.id, speaker]));
  return quotes.map((quote, index) => {
    const speaker = byId.get(quote.speaker ?? '');
    const venue = quote.venue ? ` · ${excerpt(quote.venue.text, 60)}` : '';
    return {
      index,
      who: speaker?.name ?? (quote.source === null ? '' : excerpt(quote.source.text, 120)),
      role: speaker?.role ?? '',
      what: quote.content.map(({ text }) => text.replace(/\s+/g, ' ').trim()).join(' … '),
      verb: quote.cue === null ? '' : excerpt(quote.cue.text, 60),
      where: `${LABEL_NAMES[quote.label]}, ${quote.kind}${venue}`,
      sure: quote.confidence,
      type: quote.type,
    };
  });
}

/** The rows that hold all of these words, in whatever column. */
export function filterRows(rows: readonly Row[], words: string): readonly Row[] {
  const wanted = words.toLowerCase().split(/\s+/).filter(Boolean);
  if (wanted.length === 0) return rows;
  return rows.filter(({ who, role, what, verb, where }) => {
    const all = [who, role, what, verb, where].join('\n').toLowerCase();
    // Of a few words that somebody typed.
    return wanted.every((word) => all.includes(word));
  });
}

/** Where a quote stands is the order of the text; what is alike stays in it. */
export function sortRows(rows: readonly Row[], by: Column, descending: boolean): readonly Row[] {
  const compare = (a: Row, b: Row): number => {
    if (by === 'where') return a.index - b.index;
    if (by === 'sure') return a.sure - b.sure;
    return a[by].localeCompare(b[by]);
  };
  return [...rows].sort(
    (a, b) => (descending ? compare(b, a) : compare(a, b)) || a.index - b.index,
  );
}

/** A quote with its source, as plain text. */
export function asText(row: Row, { title, url }: Origin): string {
  const from = [title, url].filter(Boolean).join(', ');
  return `${row.what} — ${sourceOf(row)}${from === '' ? '' : `\n${from}`}`;
}

/** A quote with its source, as a block quote of Markdown. */
export function asMarkdown(row: Row, { title, url }: Origin): string {
  const name = escaped(title === '' ? url : title);
  const link = /^https?:\/\/\S+$/i.test(url) ? `[${name}](<${url.replaceAll('>', '%3E')}>)` : name;
  return `> ${escaped(row.what)}\n>\n> — ${escaped(sourceOf(row))}${link === '' ? '' : `, ${link}`}\n`;
}

function sourceOf({ who, role, type }: Row): string {
  const name = [who === '' ? 'not known' : who, role].filter(Boolean).join(', ');
  return type === 'direct' ? name : `${name} (${TYPE_NAMES[type].toLowerCase()})`;
}

/** What Markdown would take for its own, taken literally. */
function escaped(text: string): string {
  return text.replace(/[\\`*_[\]<>#|~]/g, '\\$&');
}
