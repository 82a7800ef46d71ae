/**
 * What the parts of answers share: spans, labels, probabilities and evidence.
 * @module
 */
import * as v from 'valibot';
import { KINDS, LABELS } from '../labels.ts';
import type { Kind, Label } from '../labels.ts';

export const offset = v.pipe(v.number(), v.integer(), v.minValue(0));
export const probability = v.pipe(v.number(), v.minValue(0), v.maxValue(1));
export const label = v.pipe(
  v.picklist(LABELS as readonly Label[]),
  v.description('What a newsroom does with it.'),
);
export const kind = v.pipe(
  v.picklist(Object.values(KINDS).flat() as readonly Kind[]),
  v.description('What it is.'),
);
export const article = v.pipe(
  v.nullable(v.string()),
  v.description('The article that it belongs to or follows.'),
);

export const OffsetUnitSchema = v.picklist(['utf16', 'codepoint']);

export const spanEntries = { start: offset, end: offset };
export const textEntries = {
  ...spanEntries,
  text: v.pipe(v.string(), v.description('The verbatim slice.')),
};

export const SpanSchema = v.pipe(
  v.object(spanEntries),
  v.description('Half-open, in offsetUnit, into the text as it was sent.'),
);

export const TextSpanSchema = v.pipe(
  v.object(textEntries),
  v.description('A span with the text it covers.'),
);

export const EvidenceSchema = v.pipe(
  v.object({
    rule: v.pipe(v.string(), v.description('Id of a rule, or name of a feature.')),
    weight: v.pipe(v.number(), v.description('In log-odds against the runner-up.')),
  }),
  v.description('One reason for a decision.'),
);

export const evidence = v.exactOptional(
  v.pipe(v.array(EvidenceSchema), v.description('With explain: the strongest reasons first.')),
);
