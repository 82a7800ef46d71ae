/**
 * `import { toSchemaOrg } from 'copydesk/formats/schema-org'`.
 * @module
 */
import { writeSchemaOrg } from '../../formats/schema-org.ts';
import { formatter, type Formatter } from './formatter.ts';

export type { FormatOptions } from './formatter.ts';

/** `Quotation` of schema.org, as JSON-LD. */
export const toSchemaOrg: Formatter = /* @__PURE__ */ formatter(writeSchemaOrg);
