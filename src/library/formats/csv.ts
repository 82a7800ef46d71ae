/**
 * `import { toCsv } from 'copydesk/formats/csv'`.
 * @module
 */
import { writeCsv } from '../../formats/csv.ts';
import { formatter, type Formatter } from './formatter.ts';

export type { FormatOptions } from './formatter.ts';

/** A row a quote, with a header. */
export const toCsv: Formatter = /* @__PURE__ */ formatter(writeCsv);
