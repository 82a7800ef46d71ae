/**
 * What all output formats have in common, as functions of the library.
 * @module
 */
import type { Format, FormatInput, PageText } from '../../formats/types.ts';
import type { Analysis } from '../../schema/types.ts';
import { offsetMap, type OffsetUnit } from '../../text/offsets.ts';

export interface FormatOptions {
  /** Where the text comes from. */
  readonly url?: string;
  /** What offsets in the output count, where it has any; `utf16` if absent. */
  readonly offsetUnit?: OffsetUnit;
}

/**
 * Writes an answer in another format than JSON.
 * @param text the text that was analysed; the answer's own `text` for a page or a news document
 * @param analysis with all parts, and offsets in UTF-16 units (both are what `analyze` does by default)
 */
export type Formatter = (text: string, analysis: Analysis, options?: FormatOptions) => string;

export function formatter(write: Format): Formatter {
  return (text, analysis, options) => write(inputOf(text, analysis, options));
}

/** @throws {TypeError} for an analysis in another unit, of another text, or without some of its parts. */
export function inputOf(
  text: string,
  analysis: Analysis,
  { url, offsetUnit = 'utf16' }: FormatOptions = {},
  page?: PageText,
): FormatInput {
  if (analysis.offsetUnit !== 'utf16')
    throw new TypeError('analysis must be made with offsetUnit utf16; the format has an option');
  if (analysis.length !== text.length) throw new TypeError('analysis must be that of text');
  const { segments, articles, quotes, speakers } = analysis;
  if (!segments || !articles || !quotes || !speakers)
    throw new TypeError('analysis must have all parts: make it without include');
  const codePoint = offsetMap(text, 'codepoint');
  const offset = offsetUnit === 'codepoint' ? codePoint : offsetMap(text, offsetUnit);
  return { text, analysis, url, page, offset, codePoint };
}
