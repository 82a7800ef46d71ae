/**
 * Answers for a model: what it needs of an analysis or a verification, in as few words as possible.
 * @module
 */
import type { ArticleBrief, AttributionBrief, VerdictsBrief } from '../../schema/assistant.ts';
import type { Analysis, Quote, Segment, Speaker, TextSpan, Warning } from '../../schema/types.ts';
import type { Match, Verification } from '../../verify/types.ts';

/** Of each list. Longer ones fill a model's context and are better asked for by an API. */
const MOST = 100;
/** Passages of one quote. */
const MOST_FOUND = 3;
/** UTF-16 units of a quote that are told: all of nearly every one. */
const MOST_TEXT = 1000;
/** And of the beginning of a part: enough to recognise it. */
const MOST_BEGINS = 60;

/** A list that may have had more. */
interface Cut<Item> {
  readonly kept: readonly Item[];
  readonly left: number;
}

function cut<Item>(items: readonly Item[], most = MOST): Cut<Item> {
  return { kept: items.slice(0, most), left: Math.max(0, items.length - most) };
}

/** What is left out of which list; nothing where all is told. */
function leftOut(lists: Readonly<Record<string, Cut<unknown>>>): {
  leftOut?: Record<string, number>;
} {
  const more = Object.entries(lists).filter(([, { left }]) => left > 0);
  return more.length === 0
    ? {}
    : { leftOut: Object.fromEntries(more.map(([name, { left }]) => [name, left])) };
}

interface Head {
  readonly language: string;
  readonly warnings: readonly Warning[];
}

function head({ language, warnings }: Head): { language: string; warnings?: string[] } {
  if (warnings.length === 0) return { language };
  return { language, warnings: warnings.map(({ code, detail }) => `${code}: ${detail}`) };
}

/** Never between the halves of a surrogate pair. */
function shortened(text: string, most: number): string {
  if (text.length <= most) return text;
  const isHalf = /[\uD800-\uDBFF]/.test(text.charAt(most - 1));
  return `${text.slice(0, isHalf ? most - 1 : most)}…`;
}

/** The content of a quote as one span. */
function wholeOf({ content }: Quote): { text: string; start: number; end: number } {
  const text = content.map((span) => span.text).join(' … ');
  const [first, last] = [content[0] as TextSpan, content.at(-1) as TextSpan];
  return { text: shortened(text, MOST_TEXT), start: first.start, end: last.end };
}

/** Segments of one label that follow each other. */
function partsOf(segments: readonly Segment[]): ArticleBrief['parts'] {
  const parts: {
    label: Segment['label'];
    kinds: Set<string>;
    start: number;
    end: number;
    begins: string;
  }[] = [];
  for (const { label, kind, start, end, text } of segments) {
    const last = parts.at(-1);
    if (last?.label === label) {
      last.end = end;
      last.kinds.add(kind);
      continue;
    }
    const begins = shortened(
      text
        .trim()
        .split(/[\r\n]/, 1)[0]
        ?.trimEnd() ?? '',
      MOST_BEGINS,
    );
    parts.push({ label, kinds: new Set([kind]), start, end, begins });
  }
  return parts.map((part) => ({ ...part, kinds: [...part.kinds] }));
}

/** @param analysis with all parts */
export function briefArticle(analysis: Analysis): ArticleBrief {
  const { segments = [], articles = [], quotes = [], speakers = [] } = analysis;
  const names = namesOf(speakers);
  const lists = {
    stories: cut(articles),
    parts: cut(partsOf(segments)),
    quotes: cut(quotes),
    speakers: cut(speakers),
  };
  return {
    ...head(analysis),
    stories: lists.stories.kept.map(({ start, end, title, authors, published, site }) => ({
      start,
      end,
      title: title?.trim() ?? null,
      authors: authors.map(({ name }) => name),
      published,
      site,
    })),
    parts: lists.parts.kept,
    quotes: lists.quotes.kept.map((quote) => ({
      speaker: names.get(quote.speaker ?? '') ?? null,
      source: quote.source?.text ?? null,
      type: quote.type,
      ...wholeOf(quote),
      confidence: quote.confidence,
    })),
    speakers: lists.speakers.kept.map(({ name, type, role, quotes: ids }) => ({
      name,
      type,
      role,
      quotes: ids.length,
    })),
    ...leftOut(lists),
  };
}

function namesOf(speakers: readonly Speaker[]): ReadonlyMap<string, string> {
  return new Map(speakers.map(({ id, name }) => [id, name]));
}

export function briefVerdicts(verification: Verification): VerdictsBrief {
  return {
    ...head(verification),
    quotes: verification.quotes.map(({ quote, status, total, matches }) => ({
      quote,
      status,
      total,
      found: cut(matches, MOST_FOUND).kept.map(briefMatch),
    })),
  };
}

function briefMatch(match: Match): VerdictsBrief['quotes'][number]['found'][number] {
  const { status, start, end, label, attributions, similarity } = match;
  const [attribution] = attributions;
  const changes = [...new Set(match.changes.map(({ kind }) => kind))];
  const differences = match.differences.map(({ quote, text }) => ({
    quote: quote?.text ?? null,
    text: text?.text ?? null,
  }));
  return {
    status,
    ...(status === 'verbatim' ? {} : { text: match.text }),
    start,
    end,
    speaker: attribution?.name ?? null,
    source: attribution?.source?.text ?? null,
    label,
    ...(changes.length === 0 ? {} : { changes }),
    ...(differences.length === 0 ? {} : { differences, similarity }),
  };
}

/**
 * Who says the only quote of a verification.
 * @param analysis the one that the verification was made with, in UTF-16 units
 */
export function briefAttribution(
  { quotes: [verdict], ...rest }: Verification,
  { quotes = [], speakers = [] }: Analysis,
): AttributionBrief {
  const ids = (verdict?.matches ?? []).flatMap(({ attributions }) =>
    attributions.map(({ quote }) => quote),
  );
  const known = new Map(speakers.map((speaker) => [speaker.id, speaker]));
  const wanted = new Set(ids);
  const match = verdict?.matches.find(({ status }) => status === verdict.status);
  const said = cut(quotes.filter(({ id }) => wanted.has(id)));
  return {
    ...head(rest),
    status: verdict?.status ?? 'absent',
    ...(verdict === undefined || match === undefined || verdict.status === 'verbatim'
      ? {}
      : { found: match.text }),
    said: said.kept.map((quote) => {
      const speaker = known.get(quote.speaker ?? '');
      return {
        speaker: speaker?.name ?? null,
        role: speaker?.role ?? null,
        source: quote.source?.text ?? null,
        cue: quote.cue?.text ?? null,
        type: quote.type,
        ...wholeOf(quote),
        label: quote.label,
        confidence: quote.confidence,
        speakerConfidence: quote.speakerConfidence,
      };
    }),
    ...leftOut({ said }),
  };
}
