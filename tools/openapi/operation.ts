/**
 * What is said of an operation of the API, and what many of them have in common.
 * @module
 */
import type * as v from 'valibot';
import type { ProblemName } from '../../src/http/problems.ts';
import { refTo, type Bodies, type SchemaName } from './schemas.ts';

export interface Operation {
  readonly id: string;
  readonly method: 'get' | 'post' | 'put' | 'delete';
  /** In the words of OpenAPI: `/v1/rules/{id}`. */
  readonly path: string;
  readonly tag: 'Analysis' | 'Assistants' | 'Jobs' | 'Rules' | 'Service';
  readonly summary: string;
  readonly description: string;
  /** Options in the query string. */
  readonly query?: v.GenericSchema;
  readonly parameters?: readonly object[];
  readonly request?: Bodies;
  /** Whether the request may come without a body. */
  readonly isBodyOptional?: true;
  readonly response: {
    readonly description: string;
    readonly bodies: Bodies;
    /** What successes other than 200 say. Without 200 among them, that is none. */
    readonly statuses?: Readonly<Record<number, string>>;
  };
  /** Whether the answer has an ETag, and the operation a 304. */
  readonly tagged?: true;
  readonly problems: readonly ProblemName[];
}

export const BODY_PROBLEMS: readonly ProblemName[] = [
  'not-utf8',
  'malformed-xml',
  'broken-encoding',
  'broken-body',
  'too-large',
  'unsupported-type',
  'unsupported-encoding',
];

export const NDJSON = 'application/x-ndjson';

/** Lines are values of their own, which JSON Schema can only say of a text's content. */
export function linesOf(name: SchemaName, description: string): object {
  return {
    type: 'string',
    contentMediaType: NDJSON,
    contentSchema: refTo(name),
    description,
  };
}

export const GZIP =
  'The body may be compressed with `Content-Encoding: gzip`, in one member or in several.';
