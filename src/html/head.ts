/**
 * What a page says of itself outside of its text: its titles and its language.
 * @module
 */
import type { Attributes } from './attributes.ts';

/** Titles are cut at this many UTF-16 units: a headline is shorter. */
const MOST_TITLE = 500;

export class Head {
  #isTitle = false;
  #title: string | undefined;
  #otherTitle: string | undefined;
  #language: string | undefined;

  /** Whether text is that of a title now. */
  get isTitle(): boolean {
    return this.#isTitle;
  }

  /** An element starts. Of several titles the first one counts; those of drawings are none. */
  start(name: string, attributes: Attributes, isForeign: boolean): void {
    if (name === 'html') this.#language ??= attributes.get('lang');
    else if (name === 'title' && !isForeign) this.#isTitle = this.#title === undefined;
    else if (name === 'meta') this.#meta(attributes);
  }

  /** An element ends. */
  end(name: string): void {
    if (name === 'title') this.#isTitle = false;
  }

  /** Text of a title. */
  text(data: string): void {
    const title = this.#title ?? '';
    if (title.length < MOST_TITLE) this.#title = title + data.slice(0, MOST_TITLE);
  }

  #meta(attributes: Attributes): void {
    const name = attributes.get('property') ?? attributes.get('name') ?? '';
    if (name.toLowerCase() === 'og:title')
      this.#otherTitle ??= attributes.get('content')?.slice(0, MOST_TITLE);
  }

  done(): { readonly titles: readonly string[]; readonly language: string | undefined } {
    return {
      titles: [this.#title, this.#otherTitle].flatMap((title) => title ?? []),
      language: this.#language,
    };
  }
}
