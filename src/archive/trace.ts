/**
 * Where a quote ran: first, and then word for word, cut, or changed.
 * @module
 */
import { fingerprintOf, readFingerprint } from '../verify/fingerprint.ts';
import { likenessOf, type Likeness } from '../verify/verify.ts';
import { rowsIn, type Read } from './read.ts';

/**
 * How a quote differs from the first one: `typographic` in the same words; `cut` where dots or brackets stand for words, `left-out` where
 * nothing does; `shortened` at its beginning or end; `longer` where the first one is the shorter; `added` and `altered` words; `part`
 * where the two are different parts of what was said.
 */
export const TRACE_KINDS = [
  'verbatim',
  'typographic',
  'cut',
  'left-out',
  'shortened',
  'longer',
  'added',
  'altered',
  'part',
] as const;
export type TraceKind = (typeof TRACE_KINDS)[number];

/** A quote of the archive with these words. */
export interface Trace {
  readonly page_id: number;
  readonly quote_id: string;
  readonly id: string | null;
  readonly url: string | null;
  readonly file: string;
  /** When the page was published or, where nobody says, captured. */
  readonly date: string | null;
  readonly headline: string | null;
  readonly speaker: string | null;
  readonly content: string;
  /** `['first']` for the first one. */
  readonly kinds: readonly (TraceKind | 'first')[];
  /** What this one has, and what the first has in its place; null is nothing. */
  readonly differences: readonly { readonly here: string | null; readonly first: string | null }[];
}

/** All quotes with the words of `quote`, the earliest first. @throws {FileError} */
export async function traceQuote(quote: string, folder: string): Promise<readonly Trace[]> {
  const wanted = new Set(fingerprintOf(quote));
  const found: Read[] = [];
  for await (const row of rowsIn(folder, 'quotes')) {
    const hashes = readFingerprint(String(row['fingerprint'] ?? ''));
    if (!hashes.some((hash) => wanted.has(hash))) continue;
    if (relationOf(quote, String(row['content'])) !== null) found.push(row);
  }
  const ids = new Set(found.map((row) => row['page_id']));
  const pages = new Map<unknown, Read>();
  if (ids.size > 0)
    for await (const row of rowsIn(folder, 'pages'))
      if (ids.has(row['page_id'] as number)) pages.set(row['page_id'], row);
  const dated = found.map((row) => traceOf(row, pages.get(row['page_id']) ?? {}));
  // Sorting is stable: pages without a date, and those of one day, stay in the order of the archive.
  const sorted = dated.toSorted((a, b) => timeOf(a) - timeOf(b) || 0);
  const [first] = sorted;
  return sorted.map((trace) => ({
    ...trace,
    ...(trace === first ? { kinds: ['first'] as const } : relationTo(first as Trace, trace)),
  }));
}

type Undecided = Omit<Trace, 'kinds' | 'differences'> & Pick<Trace, 'differences' | 'kinds'>;

function traceOf(row: Read, page: Read): Undecided {
  const text = (value: unknown): string | null => (typeof value === 'string' ? value : null);
  return {
    page_id: Number(row['page_id']),
    quote_id: String(row['quote_id']),
    id: text(page['id']),
    url: text(page['url']),
    file: String(page['file']),
    date: text(page['published']) ?? text(page['captured']),
    headline: text(page['headline']),
    speaker: text(row['speaker']),
    content: String(row['content']),
    kinds: [],
    differences: [],
  };
}

/** Largest where nobody knows. */
function timeOf({ date }: Pick<Trace, 'date'>): number {
  const time = Date.parse(date ?? '');
  return Number.isNaN(time) ? Number.MAX_VALUE : time;
}

function relationTo(first: Trace, { content }: Trace): Pick<Trace, 'kinds' | 'differences'> {
  return relationOf(first.content, content) ?? { kinds: ['part'], differences: [] };
}

/** How a quote differs from an earlier one, or null for one of other words. */
export function relationOf(
  first: string,
  here: string,
): { kinds: readonly TraceKind[]; differences: Trace['differences'] } | null {
  const isLonger = wordsIn(here) > wordsIn(first);
  const likeness = isLonger ? likenessOf(here, first) : likenessOf(first, here);
  if (likeness === null) return null;
  const differences = likeness.differences.map(({ quote, text }) => ({
    here: (isLonger ? text : quote)?.text ?? null,
    first: (isLonger ? quote : text)?.text ?? null,
  }));
  const kinds = new Set<TraceKind>();
  if (likeness.changes.some(({ kind }) => kind === 'ellipsis' || kind === 'brackets'))
    kinds.add('cut');
  if (isPart(likeness, isLonger ? here : first)) kinds.add(isLonger ? 'longer' : 'shortened');
  for (const difference of differences) kinds.add(kindOf(difference));
  if (kinds.size === 0) kinds.add(likeness.changes.length > 0 ? 'typographic' : 'verbatim');
  return { kinds: TRACE_KINDS.filter((kind) => kinds.has(kind)), differences };
}

function kindOf({ here, first }: { here: string | null; first: string | null }): TraceKind {
  if (here === null) return 'left-out';
  return first === null ? 'added' : 'altered';
}

/** Whether the longer one goes on, with words, in front of the passage or behind it. */
function isPart({ start, end }: Likeness, longer: string): boolean {
  return wordsIn(longer.slice(0, start)) > 0 || wordsIn(longer.slice(end)) > 0;
}

function wordsIn(text: string): number {
  return text.match(/[\p{L}\p{N}]+(?:['’][\p{L}\p{N}]+)*/gu)?.length ?? 0;
}
