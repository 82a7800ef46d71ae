/**
 * `text`: the clean story alone.
 * @module
 */
import type { Segment } from '../schema/types.ts';
import type { FormatInput } from './types.ts';

const LINE_BREAK = /[\n\r\u2028\u2029\u0085]/;

/**
 * The body of every article, character for character, in order; a blank line between articles, a line break at the end. Lone
 * surrogates, which UTF-8 does not have, are written as U+FFFD.
 * Empty where there is no story.
 */
export function writeText({ analysis }: FormatInput): string {
  const body = (analysis.segments ?? []).filter((segment) => segment.label === 'body');
  const story = body.map((segment, i) => piece(segment, body[i + 1])).join('');
  return story === '' ? '' : `${story.trimStart()}\n`.toWellFormed();
}

/** A piece of the story with what stands between it and the next one. */
function piece(segment: Segment, next: Segment | undefined): string {
  const words = segment.text.trimEnd();
  if (next === undefined) return words;
  if (next.article !== segment.article) return `${words}\n\n`;
  const space = segment.text.slice(words.length);
  // What was cut out may have stood on the same line.
  const cut = segment.end < next.start;
  return words + (cut && !LINE_BREAK.test(space) ? '\n' : space);
}
