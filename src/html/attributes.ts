/**
 * The attributes of a tag, as far as they say something about its text: read piece by piece, kept in bounds.
 * @module
 */

/** What elements are called by those who made them. */
const NAMES: ReadonlySet<string> = new Set([
  'class',
  'id',
  'role',
  'itemprop',
  'itemtype',
  'aria-label',
  'data-testid',
  'data-component',
  'data-module',
  'rel',
]);
const OTHERS: ReadonlySet<string> = new Set([
  'hidden',
  'aria-hidden',
  'style',
  'href',
  'open',
  'lang',
  'property',
  'name',
  'content',
  'type',
  'datetime',
  'pubdate',
]);

/** UTF-16 units kept of a value: longer ones are data, not names. */
const MOST_UNITS = 1024;

export class Attributes {
  readonly #values = new Map<string, string>();
  #name = '';
  #isKept = false;
  #value = '';

  clear(): void {
    this.#values.clear();
  }

  /** An attribute starts. Of two with one name the first counts. */
  start(name: string): void {
    this.#name = name;
    this.#value = '';
    this.#isKept = (NAMES.has(name) || OTHERS.has(name)) && !this.#values.has(name);
  }

  get isKept(): boolean {
    return this.#isKept && this.#value.length < MOST_UNITS;
  }

  add(piece: string): void {
    if (this.isKept) this.#value += piece.slice(0, MOST_UNITS);
  }

  end(): void {
    if (this.#isKept) this.#values.set(this.#name, this.#value);
  }

  get(name: string): string | undefined {
    return this.#values.get(name);
  }

  /** The values of all attributes that hold names, a space between them. */
  get names(): string {
    let names = '';
    for (const [name, value] of this.#values) if (NAMES.has(name)) names += ` ${value}`;
    return names;
  }

  /** Whether they take the element off the screen, or away from those who have the page read to them. */
  get hides(): boolean {
    return this.isHidden || this.get('aria-hidden')?.toLowerCase() === 'true';
  }

  /** The same, but what is only hidden from readers aloud counts as seen: an open dialog does that to all of its page. */
  get isHidden(): boolean {
    const hidden = this.get('hidden');
    // What is "until-found" is there for those who look for it.
    if (hidden !== undefined && hidden.toLowerCase() !== 'until-found') return true;
    const style = this.get('style');
    return style !== undefined && HIDING.test(style.replace(/\s+/g, '').toLowerCase());
  }
}

const HIDING = /(?:^|;)(?:display:none|visibility:hidden)/;
