/**
 * The output formats by name. Another one is a file beside this one and a line here.
 * @module
 */
import type { Analysis, AnalyzeOptions } from '../schema/types.ts';
import { offsetMap } from '../text/offsets.ts';
import { writeCitron } from './citron.ts';
import { writeCsv } from './csv.ts';
import { writeHtml } from './html.ts';
import { writeSchemaOrg } from './schema-org.ts';
import { writeText } from './text.ts';
import type { Format, PageText } from './types.ts';
import { ANNOTATION_CONTEXT, writeWebAnnotation } from './web-annotation.ts';

interface Entry {
  /** The media type, with the parameters that tell it from others. */
  readonly type: string;
  readonly write: Format;
}

/** All formats beside `json`. */
export const FORMATS = {
  text: { type: 'text/plain; charset=utf-8', write: writeText },
  'web-annotation': {
    type: `application/ld+json; profile="${ANNOTATION_CONTEXT}"`,
    write: writeWebAnnotation,
  },
  'schema-org': {
    type: 'application/ld+json; profile="https://schema.org/"',
    write: writeSchemaOrg,
  },
  csv: { type: 'text/csv; charset=utf-8; header=present', write: writeCsv },
  html: { type: 'text/html; charset=utf-8', write: writeHtml },
  // JSON like any other to a client that asks by media type: to be asked for by name.
  citron: { type: 'application/json', write: writeCitron },
} as const satisfies Record<string, Entry>;

export type FormatName = keyof typeof FORMATS;

/**
 * The options of an analysis that is to be rendered: formats take all parts, convert offsets themselves, and show no
 * evidence.
 */
export function optionsForRendering(options: AnalyzeOptions): AnalyzeOptions {
  const { include: _, offsetUnit: __, explain: ___, ...rest } = options;
  return rest;
}

/** Formats that are about the page itself where the text was read from one: {@link render} then wants to know it. */
export function isAboutPage(name: string): boolean {
  return name === 'web-annotation';
}

/**
 * An answer in another format than JSON.
 * @param text the text that was analysed
 * @param analysis made with {@link optionsForRendering}
 * @param options as the client gave them: `url` and `offsetUnit` matter
 * @param page what the text was read from, if {@link isAboutPage}
 */
export function render(
  name: FormatName,
  text: string,
  analysis: Analysis,
  { url, offsetUnit = 'utf16' }: AnalyzeOptions = {},
  page?: PageText,
): string {
  const codePoint = offsetMap(text, 'codepoint');
  const offset = offsetUnit === 'codepoint' ? codePoint : offsetMap(text, offsetUnit);
  return FORMATS[name].write({ text, analysis, url, page, offset, codePoint });
}
