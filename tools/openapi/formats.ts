/**
 * The bodies that an analysis may be answered with, by media type.
 * @module
 */
import { FORMATS, type FormatName } from '../../src/formats/formats.ts';
import { refTo, type Bodies } from './schemas.ts';

/** Formats that have a media type of their own. JSON Schema has no words for what is not JSON. */
const OTHERS: Readonly<Record<Exclude<FormatName, 'citron'>, object>> = {
  text: { type: 'string', description: '`text`: the clean story alone.' },
  'web-annotation': {
    type: 'object',
    description:
      '`web-annotation`: the quotes as W3C Web Annotations, in an AnnotationCollection. Of HTML, the selectors are about the DOM’s text.',
    externalDocs: { url: 'https://www.w3.org/TR/annotation-model/' },
  },
  'schema-org': {
    type: 'object',
    description: '`schema-org`: the articles and their quotes as a graph of schema.org.',
    externalDocs: { url: 'https://schema.org/Quotation' },
  },
  csv: { type: 'string', description: '`csv`: a row a quote, below a header.' },
  html: { type: 'string', description: '`html`: a page that shows the text with marks.' },
};

export const ANALYSIS_BODIES: Bodies = {
  'application/json': {
    anyOf: [refTo('Analysis'), refTo('CitronDocument')],
    description: '`json`, or `citron` where that was asked for by name.',
  },
  ...Object.fromEntries(
    Object.entries(OTHERS).map(([name, schema]) => [FORMATS[name as FormatName].type, schema]),
  ),
};
