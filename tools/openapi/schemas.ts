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
import { JobPageSchema } from '../../src/http/jobs/page.ts';
import { JobOptionsSchema } from '../../src/http/jobs/routes.ts';
import { FORMAT_NAMES } from '../../src/http/negotiate.ts';
import { INPUTS } from '../../src/http/source.ts';
import { VerifySchema } from '../../src/http/verify.ts';
import * as analysis from '../../src/schema/analysis.ts';
import { BatchLineSchema, BatchProblemSchema } from '../../src/schema/batch.ts';
import { CitronSchema, CitronSpanSchema } from '../../src/schema/citron.ts';
import { HealthSchema } from '../../src/schema/health.ts';
import * as job from '../../src/schema/job.ts';
import { FieldErrorSchema, ProblemSchema } from '../../src/schema/problem.ts';
import { QuoteSchema, SpeakerSchema, ViaSchema } from '../../src/schema/quote.ts';
import { RuleListSchema, RuleSchema } from '../../src/schema/rule.ts';
import { EvidenceSchema, SpanSchema, TextSpanSchema } from '../../src/schema/span.ts';
import * as verification from '../../src/schema/verification.ts';

/** Every payload of the API. A schema that others hold is referred to by its name. */
const DEFINITIONS = {
  AnalyzeRequest: AnalyzeSchema,
  Analysis: analysis.AnalysisSchema,
  Segment: analysis.SegmentSchema,
  Article: analysis.ArticleSchema,
  Quote: QuoteSchema,
  Speaker: SpeakerSchema,
  Author: analysis.AuthorSchema,
  Via: ViaSchema,
  Warning: analysis.WarningSchema,
  Span: SpanSchema,
  TextSpan: TextSpanSchema,
  Evidence: EvidenceSchema,
  CitronDocument: CitronSchema,
  CitronSpan: CitronSpanSchema,
  BatchLine: BatchLineSchema,
  BatchProblem: BatchProblemSchema,
  VerifyRequest: VerifySchema,
  Verification: verification.VerificationSchema,
  VerifiedQuote: verification.VerifiedQuoteSchema,
  Match: verification.MatchSchema,
  Change: verification.ChangeSchema,
  Difference: verification.DifferenceSchema,
  Attribution: verification.AttributionSchema,
  JobOptions: JobOptionsSchema,
  Job: job.JobSchema,
  JobPage: JobPageSchema,
  JobTaken: job.TakenSchema,
  JobResult: job.JobResultSchema,
  JobQuote: job.JobQuoteSchema,
  JobError: job.JobErrorSchema,
  Rule: RuleSchema,
  RuleList: RuleListSchema,
  Health: HealthSchema,
  Problem: ProblemSchema,
  FieldError: FieldErrorSchema,
} as const;

export type SchemaName = keyof typeof DEFINITIONS;

/** A body by media type: one of the named schemas, or a JSON Schema of its own. */
export type Bodies = Readonly<Record<string, SchemaName | object>>;

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
  const requests = [
    'AnalyzeRequest',
    'JobPage',
    'VerifyRequest',
  ] as const satisfies readonly SchemaName[];
  for (const name of requests) {
    schemas[name] = { ...withFormats(schemas[name] ?? {}), oneOf: ONE_INPUT };
  }
  return schemas;
}

/** A schema that is nobody's payload, such as the options in a query string. */
export function inlineSchema(schema: v.GenericSchema): JsonSchema {
  const { $schema: _, ...schemaOnly } = toJsonSchema(schema, CONFIG);
  return withFormats(schemaOnly);
}

/** What the checks of requests say: a text or a page, and not both. */
const ONE_INPUT = INPUTS.map((required) => ({ required: [...required] }));

/** The names of formats, which no schema knows, since another one is a 406 and no 422. */
function withFormats(schema: JsonSchema): JsonSchema {
  const format = schema.properties?.['format'];
  if (typeof format !== 'object') return schema;
  const named = { ...format, enum: [...FORMAT_NAMES] };
  return { ...schema, properties: { ...schema.properties, format: named } };
}
