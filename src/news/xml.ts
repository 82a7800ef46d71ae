/**
 * XML into a tree of elements. Linear in the document's length; depth and number of elements are bounded.
 *
 * Names are read with their namespaces, so prefixes do not matter. Entity definitions are passed over and never expanded, and
 * nothing outside of the document is read. Feeds often break rules that do not touch their structure (a bare `&`, HTML's
 * entities): these are forgiven, but elements must nest.
 * @module
 */
import { Tokenizer } from 'htmlparser2';
import { NewsError } from './error.ts';
import { prologEnd } from './prolog.ts';

type Callbacks = ConstructorParameters<typeof Tokenizer>[1];

export interface XmlElement {
  /** Without its prefix. */
  readonly name: string;
  /** URI of its namespace, empty for none. */
  readonly space: string;
  /** Names and values in turn, of those in {@link KEPT}. Elements are many: a map for each would take too much memory. */
  readonly attributes: readonly string[];
  /** Elements, and text as HTML would have it: `<`, `>` and `&` are escaped. */
  readonly children: readonly XmlNode[];
}

export type XmlNode = XmlElement | string;

/** Attributes that some format is read by; others are not kept. */
const KEPT: ReadonlySet<string> = new Set([
  'type',
  'contenttype',
  'role',
  'tag',
  'href',
  'class',
  'lang',
  'xml:lang',
  'id',
  'style',
  'hidden',
  'aria-hidden',
  'norm',
  'name',
  'position.section',
]);

/** Deeper documents are no news. Also bounds the recursion of whoever walks the tree. */
const MOST_OPEN = 128;
/** News in five megabytes has some tens of thousands; a tree of more would not fit in a Worker's memory. */
const MOST_ELEMENTS = 100_000;
/** Declarations of namespaces in force at one place: looking up a prefix goes through them. */
const MOST_SPACES = 64;
/** UTF-16 units kept of an attribute's value. */
const MOST_UNITS = 1024;

/**
 * The root of a document.
 * @throws {NewsError} for what is not well-formed, and what is too deep or has too many elements
 */
export function parseXml(source: string): XmlElement {
  const from = prologEnd(source);
  const reader = new Reader(source, from);
  const tokenizer = new Tokenizer({ xmlMode: true }, reader);
  tokenizer.write(from === 0 ? source : source.slice(from));
  tokenizer.end();
  return reader.done();
}

interface Space {
  readonly prefix: string;
  readonly uri: string;
  readonly outer: Space | null;
  readonly depth: number;
}

/** An element that is being read. */
interface Open extends Omit<XmlElement, 'children'> {
  /** Its name as it was written, prefix included. */
  readonly written: string;
  readonly spaces: Space | null;
  readonly children: XmlNode[];
}

/** Most elements have none, and there are many elements. */
const NO_ATTRIBUTES: readonly string[] = [];

class Reader implements Callbacks {
  readonly #source: string;
  readonly #from: number;
  readonly #open: Open[] = [];
  #root: XmlElement | null = null;
  #count = 0;
  #text = '';
  #name = '';
  #attribute = '';
  #value = '';
  #attributes: string[] | null = null;
  /** Every name once. */
  readonly #names = new Map<string, string>();
  #spaces: Space | null = null;

  constructor(source: string, from: number) {
    this.#source = source;
    this.#from = from;
  }

  #slice(start: number, end: number): string {
    return this.#source.slice(this.#from + start, this.#from + end);
  }

  #malformed(what: string, at: number): NewsError {
    return NewsError.malformed(what, this.#source, this.#from + at);
  }

  ontext(start: number, end: number): void {
    const text = this.#slice(start, end);
    if (this.#open.length > 0) this.#text += escapeText(text);
    else if (/[^\s\uFEFF]/.test(text)) throw this.#malformed('text outside of the root', start);
  }

  ontextentity(codepoint: number): void {
    if (this.#open.length > 0) this.#text += escapeAll(String.fromCodePoint(codepoint));
  }

  oncdata(start: number, end: number, offset: number): void {
    if (this.#open.length > 0) this.#text += escapeAll(this.#slice(start, end - offset));
  }

  onopentagname(start: number, end: number): void {
    if (this.#root && this.#open.length === 0) throw this.#malformed('a second root', start);
    this.#name = this.#slice(start, end);
    this.#attributes = null;
    this.#spaces = this.#open.at(-1)?.spaces ?? null;
  }

  onattribname(start: number, end: number): void {
    this.#attribute = this.#slice(start, end);
    this.#value = '';
  }

  onattribdata(start: number, end: number): void {
    if (this.#value.length < MOST_UNITS)
      this.#value += this.#slice(start, Math.min(end, start + MOST_UNITS));
  }

  onattribentity(codepoint: number): void {
    if (this.#value.length < MOST_UNITS) this.#value += String.fromCodePoint(codepoint);
  }

  onattribend(): void {
    const name = this.#attribute;
    if (name === 'xmlns' || name.startsWith('xmlns:')) this.#declare(name.slice(6), this.#value);
    else if (KEPT.has(name)) (this.#attributes ??= []).push(this.#known(name), this.#value);
  }

  #declare(prefix: string, uri: string): void {
    const depth = (this.#spaces?.depth ?? 0) + 1;
    if (depth > MOST_SPACES) throw NewsError.refused('It declares too many namespaces.');
    this.#spaces = { prefix, uri, outer: this.#spaces, depth };
  }

  onopentagend(end: number): void {
    this.#start(end);
  }

  onselfclosingtag(end: number): void {
    this.#start(end);
    this.#end();
  }

  #start(at: number): void {
    if (this.#open.length === MOST_OPEN) throw NewsError.refused('Its elements nest too deeply.');
    if (++this.#count > MOST_ELEMENTS) throw NewsError.refused('It has too many elements.');
    this.#flush();
    const written = this.#name;
    const colon = written.indexOf(':');
    const prefix = written.slice(0, Math.max(0, colon));
    const space = uriOf(prefix, this.#spaces);
    if (space === null && prefix !== 'xml') throw this.#malformed('an undeclared prefix', at);
    this.#open.push({
      written,
      spaces: this.#spaces,
      name: this.#known(written.slice(colon + 1)),
      space: space ?? '',
      attributes: this.#attributes ?? NO_ATTRIBUTES,
      children: [],
    });
  }

  #known(name: string): string {
    const known = this.#names.get(name) ?? name;
    this.#names.set(known, known);
    return known;
  }

  onclosetag(start: number, end: number): void {
    const { written } = this.#open.at(-1) ?? {};
    if (written !== this.#slice(start, end)) throw this.#malformed('an end tag astray', start);
    this.#end();
  }

  #end(): void {
    this.#flush();
    const ended = this.#open.pop();
    if (!ended) return;
    const { name, space } = ended;
    // Copies of lists take no more room than they need.
    const attributes = ended.attributes.length === 0 ? NO_ATTRIBUTES : ended.attributes.slice();
    const element = { name, space, attributes, children: ended.children.slice() };
    const parent = this.#open.at(-1);
    if (parent) parent.children.push(element);
    else this.#root = element;
  }

  #flush(): void {
    if (this.#text !== '') this.#open.at(-1)?.children.push(this.#text);
    this.#text = '';
  }

  // Comments and instructions are no content; a declaration behind the prolog defines nothing.
  oncomment(): void {}
  ondeclaration(): void {}
  onprocessinginstruction(): void {}
  onend(): void {}

  done(): XmlElement {
    if (this.#root && this.#open.length === 0) return this.#root;
    const end = this.#source.length - this.#from;
    throw this.#malformed(this.#open.length > 0 ? 'the end is missing' : 'no element', end);
  }
}

/** The namespace of a prefix; null for one that is not declared. */
function uriOf(prefix: string, spaces: Space | null): string | null {
  for (let space = spaces; space; space = space.outer) {
    if (space.prefix === prefix) return space.uri;
  }
  return prefix === '' ? '' : null;
}

const ESCAPES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };

/** Escapes a text for HTML. */
export function escapeAll(text: string): string {
  return text.replace(/[&<>]/g, (sign) => ESCAPES[sign] as string);
}

/** The same, but references to entities stay: those of HTML are then read, and no others. */
function escapeText(text: string): string {
  return text.replace(/[<>]|&(?![A-Za-z][A-Za-z0-9]{1,31};)/g, (sign) => ESCAPES[sign] as string);
}

/** The way back from {@link escapeAll}. */
export function unescapeAll(text: string): string {
  return text.replace(/&(amp|lt|gt);/g, (_, name: string) =>
    name === 'amp' ? '&' : name === 'lt' ? '<' : '>',
  );
}
