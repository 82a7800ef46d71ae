/**
 * ninjs, the IPTC's news in JSON: versions 1 (`headline`, `body_html`) and 2 to 3 (lists of `headlines`, `bodies`).
 * @module
 */
import { NewsError } from './error.ts';
import { blocksOf, itemOf, type Contents, type Item, type NewsDocument } from './item.ts';
import type { Told } from '../html/told.ts';
import { paragraphsOf } from './markup.ts';
import { escapeAll } from './xml.ts';

type Value = Readonly<Record<string, unknown>>;

/** A text of some type, as versions 2 and 3 list them. */
interface Text {
  readonly value: string;
  readonly type: string;
}

/**
 * Reads a document that was parsed. Items associated with it are read too if they have a body: those of a package do.
 * @throws {NewsError} for what has neither a headline nor a body
 */
export function readNinjs(value: unknown): NewsDocument {
  if (!isObject(value)) throw NewsError.refused('ninjs is a JSON object.');
  const associated = Object.values(objectOf(value['associations'])).filter(isObject);
  const others = associated.filter((one) => contentsOf(one).body?.length);
  const items = [value, ...others]
    .map((one) => ({ blocks: itemOf(contentsOf(one)), told: toldBy(one) }))
    .filter(({ blocks }) => isText(blocks));
  if (items.length === 0)
    throw NewsError.refused('It is no ninjs: it has no headline and no body.');
  const { language } = value;
  return { format: 'ninjs', items, language: typeof language === 'string' ? language : undefined };
}

/** Dates; the rest is in its fields. */
function toldBy(value: Value): Told {
  const [first] = ['firstcreated', 'contentcreated', 'versioncreated'].flatMap((name) =>
    strings(value[name]),
  );
  const [last] = ['contentmodified', 'versioncreated'].flatMap((name) => strings(value[name]));
  const authors = [...strings(value['byline']), ...strings(value['by'])];
  return { authors, published: first, updated: last === first ? undefined : last };
}

function isText(item: Item): boolean {
  return item.some(({ field }) => field === 'headline' || field === 'body');
}

function contentsOf(value: Value): Contents {
  const line = (name: string): readonly string[] => strings(value[name]).map(escapeAll);
  const listed = (name: string): readonly string[] =>
    textsOf(value[name]).map(({ value: text }) => escapeAll(text));
  const [headline, ...others] = [...line('headline'), ...listed('headlines')];
  return {
    headline: headline === undefined ? [] : [headline],
    standfirst: [...others, ...listed('subheadlines')],
    byline: [...line('byline'), ...line('by')],
    dateline: line('dateline'),
    body: blocksOf('body', bodyOf(value)),
    source: line('creditline'),
    copyright: [...line('copyrightnotice'), ...line('usageterms')],
    note: line('ednote'),
  };
}

/** The body once: as HTML if there is one, else as text. */
function bodyOf(value: Value): readonly string[] {
  const html = ['body_html', 'body_xhtml'].flatMap((name) => strings(value[name]));
  const text = strings(value['body_text']);
  const bodies = textsOf(value['bodies']);
  html.push(...bodies.filter(({ type }) => /html/i.test(type)).map((body) => body.value));
  const plain = bodies.filter(({ type }) => type === '' || /^text\/plain/i.test(type));
  if (html[0] !== undefined) return [html[0]];
  const [first] = [...text, ...plain.map((body) => body.value)];
  return first === undefined ? [] : [paragraphsOf(escapeAll(first))];
}

function textsOf(list: unknown): readonly Text[] {
  if (!Array.isArray(list)) return [];
  return list.filter(isObject).flatMap(({ value, contenttype }): readonly Text[] => {
    const type = typeof contenttype === 'string' ? contenttype : '';
    return strings(value).map((text) => ({ value: text, type }));
  });
}

function strings(value: unknown): string[] {
  return typeof value === 'string' && value.trim() !== '' ? [value] : [];
}

function objectOf(value: unknown): object {
  return typeof value === 'object' && value !== null ? value : {};
}

function isObject(value: unknown): value is Value {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
