/**
 * The formats of labelled documents: JSON Lines, one document a line. Offsets are UTF-16 units into `text`, half-open.
 * @module
 */
import { readFileSync } from 'node:fs';
import { readPage } from '../../src/analyze.ts';
import type { Label } from '../../src/labels.ts';
import { rules } from '../../src/rules/load.ts';

/** `[start, end]`. */
export type Pair = readonly [number, number];

export interface GoldDocument {
  readonly id: string;
  readonly text: string;
  /** The page, where it is to be analysed as HTML; `text` is then the program's own. */
  readonly html?: string;
}

/** Stretches with their label and kind. What no stretch covers, or has no label, is not judged. */
export interface SegmentDocument extends GoldDocument {
  readonly segments: readonly GoldSegment[];
}

export interface GoldSegment {
  readonly start: number;
  readonly end: number;
  readonly label: Label | null;
  readonly kind: string;
}

/** The text of the story as somebody cut it out. */
export interface BodyDocument extends GoldDocument {
  readonly gold_body: string | null;
}

/** Passages that must stand in the body, must not, and are readers' comments. */
export interface SnippetDocument extends GoldDocument {
  readonly with?: readonly string[];
  readonly without?: readonly string[];
  readonly comment_snippets?: readonly string[];
}

/** Who said what. An attribution may have several spans of content, and no source or cue. */
export interface QuoteDocument extends GoldDocument {
  readonly quotes: readonly GoldQuote[];
}

export interface GoldQuote {
  readonly quote_spans: readonly Pair[];
  readonly speaker_spans?: readonly Pair[];
  readonly cue_spans?: readonly Pair[];
}

/** The same, and who the source is by name. */
export interface SpeakerDocument extends GoldDocument {
  readonly quotes: readonly GoldSpeech[];
}

export interface GoldSpeech extends GoldQuote {
  readonly speaker: { readonly name: string | null; readonly accept: readonly string[] };
  /** How the source is written where the quote stands. */
  readonly mention: 'pronoun' | 'one-word' | 'longer';
}

/** A document labelled in full: every quote, and the marked stretches that are none. */
export interface SeedDocument extends SegmentDocument {
  readonly articles: readonly { readonly start: number; readonly end: number }[];
  readonly quotes: readonly SeedQuote[];
  readonly notQuotes: readonly Pair[];
}

export interface SeedQuote {
  readonly content: readonly Pair[];
  readonly source: Pair | null;
  readonly speaker: string;
  readonly accept: readonly string[];
  /** Others may be found or not. */
  readonly required: boolean;
}

/** Reads a file of labelled documents; the first `limit` of them. */
export function readGold<Doc extends GoldDocument>(path: string, limit = Infinity): readonly Doc[] {
  const docs = readJsonLines<Doc>(path).slice(0, limit).map(withText);
  const odd = docs.find((doc) => typeof doc.text !== 'string');
  if (odd) throw new Error(`${path}: ${odd.id} has neither "text" nor "html" to analyse`);
  return docs;
}

function withText<Doc extends GoldDocument>(doc: Doc): Doc {
  return doc.html === undefined ? doc : { ...doc, text: readPage(doc.html, rules).text };
}

/** The values of a file with one JSON value a line; empty lines are passed over. */
export function readJsonLines<Value>(path: string): readonly Value[] {
  return readFileSync(path, 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as Value);
}
