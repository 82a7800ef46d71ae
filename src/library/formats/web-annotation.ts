/**
 * `import { toWebAnnotation } from 'copydesk/formats/web-annotation'`.
 * @module
 */
import { writeWebAnnotation } from '../../formats/web-annotation.ts';
import { locateInDom } from '../../html/dom-text.ts';
import type { Analysis } from '../../schema/types.ts';
import { inputOf, type FormatOptions } from './formatter.ts';

export interface AnnotationOptions extends FormatOptions {
  /** The page that the text was read from: selectors are then found on that page. */
  readonly html?: string;
}

/** Annotations of the Web Annotation Data Model, as JSON-LD. */
export function toWebAnnotation(
  text: string,
  analysis: Analysis,
  { html, ...options }: AnnotationOptions = {},
): string {
  const page = html === undefined ? undefined : locateInDom(html);
  return writeWebAnnotation(inputOf(text, analysis, options, page));
}
