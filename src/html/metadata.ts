/**
 * What a page says of its story in its markup: JSON-LD, `<meta>` (Open Graph and older names), microdata and `<time>`.
 * @module
 */
import type { Attributes } from './attributes.ts';
import { storyInJsonLd } from './json-ld.ts';
import { firstOf, valueOf, type Told } from './told.ts';

type Field = keyof Told;

/** Names of `<meta>`, the surest of a field first. */
const META: Readonly<Record<Field, readonly string[]>> = {
  title: ['og:title', 'twitter:title', 'dc.title', 'parsely-title'],
  authors: ['author', 'article:author', 'dc.creator', 'parsely-author', 'sailthru.author'],
  published: [
    'article:published_time',
    'og:article:published_time',
    'datepublished',
    'date',
    'dc.date',
    'dc.date.issued',
    'parsely-pub-date',
    'pubdate',
  ],
  updated: [
    'article:modified_time',
    'og:article:modified_time',
    'datemodified',
    'dc.date.modified',
    'last-modified',
    'og:updated_time',
  ],
  site: ['og:site_name', 'application-name'],
  section: ['article:section', 'og:article:section', 'parsely-section'],
};
const FIELDS = Object.keys(META) as readonly Field[];
const KNOWN: ReadonlySet<string> = new Set(FIELDS.flatMap((field) => META[field]));

/** UTF-16 units of JSON-LD kept; what is longer is cut, and so not read. */
const MOST_JSON = 200_000;
/** Values kept of a name, and different times. */
const MOST_VALUES = 20;

export class Metadata {
  readonly #meta = new Map<string, string[]>();
  readonly #blocks: string[] = [];
  readonly #times = new Set<string>();
  #timed: { readonly [Name in 'published' | 'updated']?: string } = {};
  #block: string[] | null = null;
  #length = 0;

  /** Whether text is that of JSON-LD now. */
  get isJson(): boolean {
    return this.#block !== null;
  }

  start(name: string, attributes: Attributes): void {
    if (name === 'meta') this.#addMeta(attributes);
    else if (name === 'time') this.#addTime(attributes);
    else if (
      name === 'script' &&
      attributes.get('type')?.trim().toLowerCase() === 'application/ld+json'
    )
      this.#block = [];
  }

  text(data: string): void {
    this.#length += data.length;
    if (this.#length <= MOST_JSON) this.#block?.push(data);
  }

  /** An element ends. */
  end(name: string): void {
    if (name !== 'script' || !this.#block) return;
    this.#blocks.push(this.#block.join(''));
    this.#block = null;
  }

  #addMeta(attributes: Attributes): void {
    const names = [attributes.get('property'), attributes.get('name'), attributes.get('itemprop')];
    const value = valueOf(attributes.get('content'));
    if (value === undefined) return;
    for (const name of names.flatMap((one) => one?.toLowerCase() ?? [])) {
      if (!KNOWN.has(name)) continue;
      const values = this.#meta.get(name) ?? [];
      if (values.length < MOST_VALUES) values.push(value);
      this.#meta.set(name, values);
    }
  }

  #addTime(attributes: Attributes): void {
    const value = valueOf(attributes.get('datetime'));
    if (value === undefined) return;
    const property = attributes.get('itemprop')?.toLowerCase() ?? '';
    if (property === 'datemodified') this.#timed = { updated: value, ...this.#timed };
    else if (property === 'datepublished' || attributes.get('pubdate') !== undefined)
      this.#timed = { published: value, ...this.#timed };
    else if (this.#times.size < MOST_VALUES) this.#times.add(value);
  }

  done(): Told {
    const meta: Record<string, unknown> = {};
    for (const field of FIELDS) {
      const values = META[field]
        .map((name) => this.#meta.get(name))
        .find((one) => one !== undefined);
      meta[field] = field === 'authors' ? values?.filter(isName) : values?.[0];
    }
    // One time on the whole page is its story's; of several, nobody knows which.
    const [only] = this.#times.size === 1 ? this.#times : [];
    const told = [storyInJsonLd(this.#blocks), meta as Told, this.#timed];
    return firstOf(...told, { published: only });
  }
}

/** Facebook wants an address here, others a handle. */
function isName(value: string): boolean {
  return !/^(?:https?:|www\.|@|\/)|\.(?:com|org|net)\b/i.test(value);
}
