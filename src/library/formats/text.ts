/**
 * `import { toText } from 'copydesk/formats/text'`.
 * @module
 */
import { writeText } from '../../formats/text.ts';
import { formatter, type Formatter } from './formatter.ts';

export type { FormatOptions } from './formatter.ts';

/** The clean story alone. */
export const toText: Formatter = /* @__PURE__ */ formatter(writeText);
