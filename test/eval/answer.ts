/**
 * Hand-made answers for the tests of measures.
 * @module
 */
import type { LabelledKind } from '../../src/labels.ts';
import { splitKind } from '../../src/labels.ts';
import type { Quote, Segment, Speaker } from '../../src/schema/types.ts';
import type { Answer } from '../../tools/eval/answer.ts';
import type { Pair } from '../../tools/eval/gold.ts';

/** Where a passage stands in a text. Throws where it does not. */
export function spanOf(text: string, passage: string): Pair {
  const start = text.indexOf(passage);
  if (start < 0) throw new Error(`the text does not hold: ${passage}`);
  return [start, start + passage.length];
}

/** Segments by their text, in order; white space between them belongs to the one before. */
export function segmentsOf(
  text: string,
  parts: readonly (readonly [LabelledKind, string])[],
): readonly Segment[] {
  const starts = parts.map(([, passage], i) => (i === 0 ? 0 : spanOf(text, passage)[0]));
  return parts.map(([kind], i) => {
    const start = starts[i] as number;
    const end = starts[i + 1] ?? text.length;
    const slice = text.slice(start, end);
    return { start, end, text: slice, ...splitKind(kind), confidence: 1, article: null };
  });
}

export interface QuoteParts {
  readonly content: readonly string[];
  readonly source?: string;
  readonly cue?: string;
  readonly speaker?: string;
  readonly type?: Quote['type'];
}

/** A quote by the text of its parts. */
export function quoteOf(text: string, id: string, parts: QuoteParts): Quote {
  const textSpan = (passage: string) => {
    const [start, end] = spanOf(text, passage);
    return { start, end, text: passage };
  };
  return {
    id,
    type: parts.type ?? 'direct',
    content: parts.content.map(textSpan),
    source: parts.source === undefined ? null : textSpan(parts.source),
    cue: parts.cue === undefined ? null : textSpan(parts.cue),
    cueClass: parts.cue === undefined ? null : 'neutral',
    via: null,
    speaker: parts.speaker ?? null,
    speakerConfidence: 1,
    addressee: null,
    venue: null,
    repeats: null,
    context: { start: 0, end: text.length },
    article: null,
    label: 'body',
    kind: 'paragraph',
    confidence: 1,
  };
}

export function speakerOf(id: string, name: string): Speaker {
  return {
    id,
    name,
    type: 'person',
    role: null,
    aliases: [],
    mentions: [],
    quotes: [],
    words: 0,
  };
}

export function answerOf(parts: Partial<Answer>): Answer {
  return { segments: [], articles: [], quotes: [], speakers: [], ...parts };
}
