/**
 * A document of BBC Citron with the quotes that were found in it (docs/data_format.md of github.com/bbc/citron).
 * @module
 */
import * as v from 'valibot';

const offset = v.pipe(v.number(), v.integer(), v.minValue(0));

export const CitronSpanSchema = v.pipe(
  v.object({ start: offset, end: offset, text: v.string() }),
  v.description('Half-open, in code points whatever offsetUnit says.'),
);

const spans = v.array(CitronSpanSchema);

export const CitronSchema = v.pipe(
  v.object({
    text: v.string(),
    quotes: v.array(
      v.object({
        id: v.string(),
        cue: CitronSpanSchema,
        sources: spans,
        contents: spans,
        coreferences: spans,
        confidence: v.number(),
      }),
    ),
    coreference_groups: v.pipe(v.array(spans), v.description('All mentions of each speaker.')),
  }),
  v.description('The quotes in the JSON of BBC Citron.'),
);

export type Citron = v.InferOutput<typeof CitronSchema>;
