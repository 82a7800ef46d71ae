/**
 * Words of denial in a text: a quote that leaves one out says the opposite, however well it shows that something is missing.
 * @module
 */
import { fold } from '../text/fold.ts';
import type { Span } from '../text/spans.ts';

/** The denials (UTF-16, half-open) in a stretch of text. */
export type Denials = (text: string) => readonly Span[];

/** Of texts in a language whose denials nobody has listed. */
export const NO_DENIALS: Denials = () => [];

/** @param expression finds denials in folded text, and is global; undefined finds none */
export function denialsBy(expression: RegExp | undefined): Denials {
  if (!expression) return NO_DENIALS;
  return (text) =>
    [...fold(text).matchAll(expression)].map(({ 0: found, index }) => ({
      start: index,
      end: index + found.length,
    }));
}
