/**
 * What annotation tools find in a document, each by its own means.
 * @module
 */
import {
  createTextPositionSelectorMatcher,
  createTextQuoteSelectorMatcher,
} from '@apache-annotator/dom';
import type { TextPositionSelector, TextQuoteSelector } from '@apache-annotator/selector';
import search from 'approx-string-match';
// @ts-expect-error: it has no types
import * as hypothesis from 'dom-anchor-text-quote';

interface Hypothesis {
  toRange(root: Node, selector: TextQuoteSelector, options: { hint: number }): Range;
}

export interface Target {
  readonly selector: readonly [TextQuoteSelector, TextPositionSelector];
}

/** The targets of an answer in the format. */
export function targetsOf(json: string): readonly Target[] {
  const { first } = JSON.parse(json) as {
    first: { items: readonly { target: readonly Target[] }[] };
  };
  return first.items.flatMap(({ target }) => target);
}

/** Ranges that Apache Annotator finds by words and their surroundings, and by position. */
export async function byApacheAnnotator(
  body: HTMLElement,
  { selector: [quote, position] }: Target,
): Promise<{ readonly byQuote: readonly Range[]; readonly byPosition: readonly Range[] }> {
  return {
    byQuote: await ranges(createTextQuoteSelectorMatcher(quote)(body)),
    byPosition: await ranges(createTextPositionSelectorMatcher(position)(body)),
  };
}

async function ranges(found: AsyncGenerator<Range, void>): Promise<readonly Range[]> {
  const all: Range[] = [];
  for await (const range of found) all.push(range);
  return all;
}

/** The range that Hypothesis's library finds, which looks near the position first. */
export function byHypothesis(body: HTMLElement, { selector: [quote, position] }: Target): Range {
  return (hypothesis as Hypothesis).toRange(body, quote, { hint: position.start });
}

/** How many letters the best match of Hypothesis's client differs in: it searches `textContent` for what is most alike. */
export function errorsOfBestMatch(body: HTMLElement, { selector: [quote] }: Target): number {
  const { prefix = '', exact, suffix = '' } = quote;
  const matches = search(body.textContent ?? '', prefix + exact + suffix, 20);
  return Math.min(...matches.map(({ errors }) => errors));
}
