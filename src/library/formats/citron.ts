/**
 * `import { toCitron } from 'copydesk/formats/citron'`.
 * @module
 */
import { writeCitron } from '../../formats/citron.ts';
import { formatter, type Formatter } from './formatter.ts';

export type { FormatOptions } from './formatter.ts';

/** The JSON of BBC Citron. */
export const toCitron: Formatter = /* @__PURE__ */ formatter(writeCitron);
