/**
 * The lines of a batch's answer.
 * @module
 */
import * as v from 'valibot';
import { AnalysisSchema } from './analysis.ts';
import { problemEntries } from './problem.ts';
import type { DeepReadonly } from './types.ts';

export const BatchProblemSchema = v.pipe(
  v.object({
    line: v.pipe(v.number(), v.integer(), v.description('The line of the request, from 1.')),
    id: v.exactOptional(
      v.pipe(v.string(), v.description('As sent, if the line could be read and its id is valid.')),
    ),
    ...problemEntries,
  }),
  v.description('Stands where the answer to a bad line would.'),
);

export const BatchLineSchema = v.pipe(
  v.union([AnalysisSchema, BatchProblemSchema]),
  v.description('What /v1/analyze answers to the same request, or a problem.'),
);

export type BatchProblem = DeepReadonly<v.InferOutput<typeof BatchProblemSchema>>;
