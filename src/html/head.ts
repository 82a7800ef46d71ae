/**
 * What a page says of itself outside of its text: its titles, its language, and what it tells of its story.
 * @module
 */
import type { Attributes } from './attributes.ts';
import { Metadata } from './metadata.ts';
import type { Told } from './told.ts';

/** Titles are cut at this many UTF-16 units: a headline is shorter. */
const MOST_TITLE = 500;

export class Head {
  readonly #metadata = new Metadata();
  #isTitle = false;
  #title: string | undefined;
  #otherTitle: string | undefined;
  #language: string | undefined;

  /** Whether text belongs to the head now: to a title, or to data about the page. */
  get takesText(): boolean {
    return this.#isTitle || this.#metadata.isJson;
  }

  /** An element starts. Of several titles the first one counts; those of drawings are none. */
  start(name: string, attributes: Attributes, isForeign: boolean): void {
    if (name === 'html') this.#language ??= attributes.get('lang');
    else if (name === 'title' && !isForeign) this.#isTitle = this.#title === undefined;
    else if (name === 'meta') this.#meta(attributes);
    if (name === 'meta' || name === 'time' || name === 'script')
      this.#metadata.start(name, attributes);
  }

  /** An element ends. */
  end(name: string): void {
    if (name === 'title') this.#isTitle = false;
    else if (name === 'script') this.#metadata.end(name);
  }

  /** Text that {@link takesText} asks for. */
  text(data: string): void {
    if (!this.#isTitle) {
      this.#metadata.text(data);
      return;
    }
    const title = this.#title ?? '';
    if (title.length < MOST_TITLE) this.#title = title + data.slice(0, MOST_TITLE);
  }

  #meta(attributes: Attributes): void {
    const name = attributes.get('property') ?? attributes.get('name') ?? '';
    if (name.toLowerCase() === 'og:title')
      this.#otherTitle ??= attributes.get('content')?.slice(0, MOST_TITLE);
  }

  done(): {
    readonly titles: readonly string[];
    readonly language: string | undefined;
    readonly told: readonly Told[];
  } {
    return {
      titles: [this.#title, this.#otherTitle].flatMap((title) => title ?? []),
      language: this.#language,
      told: [this.#metadata.done()],
    };
  }
}
