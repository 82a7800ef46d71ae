/**
 * What is marked inside the text of a page: contents, sources and cues of quotes, as pieces that do not overlap.
 * @module
 */
import type { Analysis, Quote } from '../schema/types.ts';
import type { Span } from '../text/spans.ts';

/** An element around a piece of text. */
export interface Wrapper extends Span {
  readonly element: 'mark' | 'span';
  readonly data: Readonly<Record<string, string | number>>;
}

/** A piece of text with all elements around it, the outermost first. */
export interface Mark extends Span {
  readonly wrappers: readonly Wrapper[];
}

/** The pieces in order. Where elements overlap both are cut, so that any overlap nests. */
export function marksOf({ quotes = [], speakers = [] }: Analysis): readonly Mark[] {
  const names = new Map(speakers.map(({ id, name }) => [id, name]));
  const wrappers = [
    ...quotes.flatMap((quote) => contents(quote, names.get(quote.speaker ?? ''))),
    ...named(quotes, 'source'),
    ...named(quotes, 'cue'),
  ].sort((a, b) => a.start - b.start);
  const borders = new Set(wrappers.flatMap(({ start, end }) => [start, end]));
  return pieces(wrappers, Int32Array.from(borders).sort());
}

function contents(quote: Quote, speaker: string | undefined): readonly Wrapper[] {
  const { id, type, confidence } = quote;
  const data = { type, ...(speaker === undefined ? {} : { speaker }), confidence };
  return quote.content.map(({ start, end }, i) => ({
    start,
    end,
    element: 'mark',
    data: { ...(i === 0 ? { id } : {}), class: 'quote', 'data-quote': id, ...prefixed(data) },
  }));
}

function prefixed<Value>(data: Readonly<Record<string, Value>>): Record<string, Value> {
  return Object.fromEntries(Object.entries(data).map(([name, value]) => [`data-${name}`, value]));
}

/** Sources or cues. One that serves many quotes is one element that names them all. */
function named(quotes: readonly Quote[], part: 'source' | 'cue'): readonly Wrapper[] {
  const spans = new Map<string, { readonly span: Span; readonly ids: string[] }>();
  for (const quote of quotes) {
    const span = quote[part];
    if (span === null) continue;
    const key = `${span.start} ${span.end}`;
    const known = spans.get(key);
    if (known) known.ids.push(quote.id);
    else spans.set(key, { span, ids: [quote.id] });
  }
  return [...spans.values()].map(({ span, ids }) => ({
    start: span.start,
    end: span.end,
    element: 'span',
    data: { class: part, 'data-quote': ids.join(' ') },
  }));
}

function pieces(wrappers: readonly Wrapper[], borders: Int32Array): readonly Mark[] {
  const found: Mark[] = [];
  let open: readonly Wrapper[] = [];
  let next = 0;
  borders.forEach((start, i) => {
    open = open.filter(({ end }) => end > start);
    const from = next;
    while (wrappers[next]?.start === start) next++;
    if (next > from) open = [...open, ...wrappers.slice(from, next)];
    if (open.length > 0) found.push({ start, end: borders[i + 1] as number, wrappers: open });
  });
  return found;
}
