/**
 * `citron`: the JSON of BBC Citron (docs/data_format.md of github.com/bbc/citron), which its tools for reading,
 * annotating and evaluating take as it is. Offsets are Python's, so code points whatever the client asked for.
 * @module
 */
import type { Citron } from '../schema/citron.ts';
import type { Quote, Speaker, TextSpan } from '../schema/types.ts';
import type { Span } from '../text/spans.ts';
import type { FormatInput } from './types.ts';

/** What stands between a source and its content where nothing else reports it: `Reed: “…”`, `“…” – Reed`. */
const ONLY_MARKS = /^[^\p{L}:：—–-]*([:：—–-])\P{L}*$/u;
const MAX_BETWEEN = 12;
const OPENS = /^[\p{Pi}\p{Pf}"'„‚「『]/u;

/** The document with its quotes, and the mentions of each speaker as a coreference group. */
export function writeCitron({ text, analysis, codePoint }: FormatInput): string {
  const point = ({ start, end }: Span): TextSpan => ({
    start: codePoint(start),
    end: codePoint(end),
    text: text.slice(start, end),
  });
  const speakers = analysis.speakers ?? [];
  const named = new Map(speakers.map((speaker) => [speaker.id, namedMention(speaker)]));
  const quotes = (analysis.quotes ?? []).flatMap((quote) => {
    const cue = cueOf(text, quote);
    const name = quote.speaker === null ? undefined : named.get(quote.speaker);
    return cue === null
      ? []
      : {
          id: quote.id,
          cue: point(cue),
          sources: quote.source ? [point(quote.source)] : [],
          contents: quote.content.map(point),
          coreferences: name && !within(name, quote.source) ? [point(name)] : [],
          confidence: quote.confidence,
        };
  });
  const coreference_groups = speakers.map((speaker) => speaker.mentions.map(point));
  return JSON.stringify({ text, quotes, coreference_groups } satisfies Citron);
}

/** The first mention with the speaker's whole name, which says what "he" stands for. */
function namedMention({ name, mentions }: Speaker): Span | undefined {
  return mentions.find(({ text }) => text.includes(name)) ?? mentions[0];
}

function within(inner: Span, outer: Span | null): boolean {
  return outer !== null && inner.start < outer.end && outer.start < inner.end;
}

/**
 * The format wants a cue in every quote, and its readers fail without one. Where no word reports, punctuation does: the
 * colon or dash between source and content, or else the mark that opens the content.
 */
function cueOf(text: string, { cue, source, content }: Quote): Span | null {
  if (cue) return cue;
  const first = content[0] as Span;
  if (source) {
    const [from, to] =
      source.end <= first.start ? [source.end, first.start] : [first.end, source.start];
    const between = text.slice(from, Math.min(to, from + MAX_BETWEEN + 1));
    const mark = between.length > MAX_BETWEEN ? undefined : ONLY_MARKS.exec(between)?.[1];
    if (mark !== undefined) {
      const start = from + between.indexOf(mark);
      return { start, end: start + 1 };
    }
  }
  return OPENS.test(text.slice(first.start, first.end))
    ? { start: first.start, end: first.start + 1 }
    : null;
}
