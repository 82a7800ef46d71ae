/**
 * `import { toHtml } from 'copydesk/formats/html'`.
 * @module
 */
import { writeHtml } from '../../formats/html.ts';
import { formatter, type Formatter } from './formatter.ts';

export type { FormatOptions } from './formatter.ts';

/** A page of the text with its segments, quotes and speakers marked. */
export const toHtml: Formatter = /* @__PURE__ */ formatter(writeHtml);
