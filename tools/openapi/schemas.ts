/**
 * The schemas of the API as JSON Schema, under the names that openapi.json refers to them by.
 * @module
 */
import {
  toJsonSchema,
  toJsonSchemaDefs,
  type ConversionConfig,
  type JsonSchema,
} from '@valibot/to-json-schema';
import * as v from 'valibot';
import { AnalyzeSchema } from '../../src/http/analyze.ts';
import * as analysis from '../../src/schema/analysis.ts';
import { BatchLineSchema, BatchProblemSchema } from '../../src/schema/batch.ts';
import { HealthSchema } from '../../src/schema/health.ts';
import { FieldErrorSchema, ProblemSchema } from '../../src/schema/problem.ts';
import { RuleListSchema, RuleSchema } from '../../src/schema/rule.ts';

/** Every payload of the API. A schema that others hold is referred to by its name. */
const DEFINITIONS = {
  AnalyzeRequest: AnalyzeSchema,
  Analysis: analysis.AnalysisSchema,
  Segment: analysis.SegmentSchema,
  Article: analysis.ArticleSchema,
  Quote: analysis.QuoteSchema,
  Speaker: analysis.SpeakerSchema,
  Span: analysis.SpanSchema,
  TextSpan: analysis.TextSpanSchema,
  Evidence: analysis.EvidenceSchema,
  BatchLine: BatchLineSchema,
  BatchProblem: BatchProblemSchema,
  Rule: RuleSchema,
  RuleList: RuleListSchema,
  Health: HealthSchema,
  Problem: ProblemSchema,
  FieldError: FieldErrorSchema,
} as const;

export type SchemaName = keyof typeof DEFINITIONS;

const CONFIG: ConversionConfig = {
  target: 'draft-2020-12',
  // Lists are checked in two steps, which the library objects to and merges well. The test looks for what it dropped.
  errorMode: 'ignore',
  overrideRef: ({ referenceId }) => refTo(referenceId as SchemaName).$ref,
};

export function refTo(name: SchemaName): { $ref: string } {
  return { $ref: `#/components/schemas/${name}` };
}

/** `components.schemas`. */
export function componentSchemas(): Record<string, JsonSchema> {
  const schemas: Record<string, JsonSchema> = toJsonSchemaDefs(DEFINITIONS, CONFIG);
  return { ...schemas, AnalyzeRequest: withExactlyOneInput(schemas['AnalyzeRequest'] ?? {}) };
}

/** A schema that is nobody's payload, such as the options in a query string. */
export function inlineSchema(schema: v.GenericSchema): JsonSchema {
  const { $schema: _, ...schemaOnly } = toJsonSchema(schema, CONFIG);
  return schemaOnly;
}

const INPUTS = ['text', 'html'];

/** What the check of `AnalyzeSchema` says: one of its inputs, and not two. An input that takes nothing is left out. */
function withExactlyOneInput(schema: JsonSchema): JsonSchema {
  const properties = { ...schema.properties };
  for (const name of INPUTS) if (isNever(properties[name])) delete properties[name];
  const inputs = INPUTS.filter((name) => name in properties);
  const choice =
    inputs.length === 1
      ? { required: inputs }
      : { oneOf: inputs.map((name) => ({ required: [name] })) };
  return { ...schema, properties, ...choice } as JsonSchema;
}

function isNever(schema: unknown): boolean {
  return typeof schema === 'object' && schema !== null && 'not' in schema;
}
