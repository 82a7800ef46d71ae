/**
 * The stage that reads how a text was made: it makes a copy as a browser would show the page, for all stages behind it.
 * @module
 */
import { findAddresses } from './addresses.ts';
import { Copy } from './copy.ts';
import { findEmphasis } from './emphasis.ts';
import { findEnvelope } from './envelope.ts';
import { findFragments } from './fragments.ts';
import { unglue } from './glued.ts';
import { kindsOf, LUMP, ROW, type LineKinds } from './line-kinds.ts';
import { rawLines } from './lines.ts';
import { findLinks, type FoundLinks, type Stretch } from './links.ts';
import { restoreMarks } from './lost-marks.ts';
import { emptiedLines, inOrder, lumpsOfLines } from './lumps.ts';
import { looksLikeMarkdown } from './markdown.ts';
import { findMargin, measureWidths } from './margin.ts';
import { outlineOf } from './outline.ts';
import type { Lump, Reading, TextFormat } from './reading.ts';
import { findFurniture, findPages, findRunOvers } from './pages.ts';
import { findPlaceholders } from './placeholders.ts';
import { findReferences, type References } from './references.ts';
import { Removals } from './removals.ts';
import { findUnderscores } from './underscores.ts';
import { findScripts } from './scripts.ts';
import { unwrap } from './unwrap.ts';

/** Reads a text. Linear in its length; any string is accepted. */
export function readText(sent: string, format?: TextFormat): Reading {
  const isMarkdown = format === 'markdown' || looksLikeMarkdown(sent);
  const lines = rawLines(sent);
  const references = findReferences(sent, lines);
  const kinds = kindsOf(sent, lines, isMarkdown);
  setApart(kinds, references.isListed);
  setApart(kinds, findScripts(sent, lines));
  const envelope = findEnvelope(sent, lines);
  setApart(kinds, envelope?.isApart ?? null);
  // Lines that go on in no other, as those of a table do not.
  setKind(kinds, envelope?.isMarked ?? null, ROW);
  const pages = findPages(sent, lines);
  if (pages) setApart(kinds, findFurniture(sent, lines, pages));
  const widths = measureWidths(sent, lines, kinds);
  const margin = findMargin(sent, lines, kinds, widths);
  const isMarked = isMarkdown || margin !== null;
  const fragments = isMarked ? null : findFragments(sent, lines, kinds);
  const ground = { text: sent, lines, kinds, widths, margin };
  const runOvers = pages && findRunOvers(ground, pages);
  const layout = { ...ground, fragments, runOvers, isMarked };
  const { edits, at, tag } = unwrap(layout);
  const joined = new Copy(sent).with(edits);
  const starts = at.map((offset) => joined.after(offset));
  const whole = joined.with(restoreMarks(joined.text));
  const inline = readInline(whole, references, {
    isMarkdown,
    isMarked,
    marks: envelope?.marks.map((offset) => whole.fromSent(offset)) ?? [],
  });
  const moved = starts.map((offset) =>
    inline.after(whole === joined ? offset : whole.after(offset)),
  );
  const lumps = inOrder(sent, [...lumpsOfLines(sent, lines, kinds), ...inline.lumps]);
  const isMapped = isMarkdown || inline.links.count >= LEAST_LINKS;
  return {
    copy: isMarked ? inline.copy : inline.copy.with(unglue(inline.copy.text)),
    format: isMarkdown ? 'markdown' : 'plain',
    wrapped: margin?.width ?? null,
    lumps,
    fields: envelope?.fields ?? null,
    outline: isMapped ? outlineOf(inline.copy.text, moved, tag, inline.linked) : null,
  };
}

/** So many links tell which lines are links. */
const LEAST_LINKS = 8;

function setApart(kinds: LineKinds, isApart: Uint8Array | null): void {
  setKind(kinds, isApart, LUMP);
}

function setKind({ kind }: LineKinds, lines: Uint8Array | null, to: number): void {
  lines?.forEach((is, i) => {
    if (is) kind[i] = to;
  });
}

interface Inline {
  readonly copy: Copy;
  readonly links: FoundLinks;
  /** In the copy. */
  readonly linked: readonly Stretch[];
  /** In the text as sent. */
  readonly lumps: readonly Lump[];
  after(offset: number): number;
}

interface InlineManner {
  readonly isMarkdown: boolean;
  readonly isMarked: boolean;
  /** Offsets of single marks to take out. */
  readonly marks: readonly number[];
}

/** Takes out what stands in the middle of lines. */
function readInline(
  whole: Copy,
  references: References,
  { isMarkdown, isMarked, marks }: InlineManner,
): Inline {
  const { text } = whole;
  const removals = new Removals();
  for (const at of marks) removals.add(at, at + 1);
  const links = findLinks(text, { ...references, isMarkdown }, removals);
  if (isMarked) findAddresses(text, removals);
  if (isMarkdown) findEmphasis(text, removals);
  else findUnderscores(text, removals);
  const placeholders = isMarkdown ? [] : findPlaceholders(text, removals);
  const pictures = [...links.pictures, ...placeholders].sort((a, b) => a.start - b.start);
  const edits = removals.toEdits();
  const { lumps, edits: all } = emptiedLines(whole, edits, pictures);
  const copy = whole.with(all);
  const after = (offset: number): number => (copy === whole ? offset : copy.after(offset));
  const linked = links.linked.map(({ start, end }) => ({ start: after(start), end: after(end) }));
  return { copy, links, linked, lumps, after };
}
