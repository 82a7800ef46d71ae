/**
 * What every answer looks like that is not a success (RFC 9457).
 * @module
 */
import * as v from 'valibot';

export const FieldErrorSchema = v.object({
  pointer: v.pipe(
    v.string(),
    v.description(
      'JSON Pointer (RFC 6901) into the body; for an option of the query string the one it has in JSON.',
    ),
  ),
  detail: v.string(),
});

export const problemEntries = {
  type: v.pipe(v.string(), v.description('Stable; compare this.')),
  title: v.string(),
  status: v.pipe(v.number(), v.integer()),
  detail: v.pipe(
    v.string(),
    v.description('A fixed sentence that repeats nothing of the request.'),
  ),
  requestId: v.pipe(v.string(), v.description('The same as the header X-Request-Id.')),
  errors: v.exactOptional(
    v.pipe(v.array(FieldErrorSchema), v.description('The fields that are not valid.')),
  ),
};

export const ProblemSchema = v.object(problemEntries);

export type FieldErrorData = v.InferOutput<typeof FieldErrorSchema>;
export type ProblemData = v.InferOutput<typeof ProblemSchema>;
