/**
 * The formats of labelled documents: JSON Lines, one document per line. Offsets are UTF-16 units into `text`, half-open.
 * @module
 */
import { readFileSync } from 'node:fs';
import type { Label } from '../../src/labels.ts';

/** `[start, end]`. */
export type Pair = readonly [number, number];

export interface GoldDocument {
  readonly id: string;
  /** The text to analyse. For a page of HTML it is empty until the answer says which text the offsets point into. */
  readonly text: string;
  /** The page, if it is to be analysed as HTML. */
  readonly html?: string;
  /** Where the page comes from. */
  readonly url?: string | null;
}

/** Stretches with their label and kind. Text outside of them, or in one without a label, is not judged. */
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
  /** How gold was made. `trees`: read off syntax trees and therefore incomplete, so that only recall means something. */
  readonly gold?: string;
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

/** A document labelled in full: every quote, and the marked stretches that are not quotes. */
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
  /** A quote that is not required may be found or missed. */
  readonly required: boolean;
}

/**
 * A small text written for one fault, with the right answer. It is a case of segments if `expect` has lines, and of quotes
 * otherwise. Everything is given by its text, not by offsets.
 */
export interface CaseDocument extends GoldDocument {
  /** What the case is about. */
  readonly kind?: string;
  readonly language?: string;
  /** `html` if `text` is a page of HTML. */
  readonly input?: 'text' | 'html';
  readonly expect: readonly ExpectedLine[] | readonly ExpectedQuote[];
  /** Stretches that nobody said: none of them may be taken for a quote. */
  readonly not?: readonly string[];
}

/** A line of the text, or its beginning. Lines are looked for in their order. */
export interface ExpectedLine {
  readonly line: string;
  readonly label: Label;
  readonly kind?: string;
  /** Other right answers: labels, or `label/kind`. */
  readonly also?: readonly string[];
  /** People may disagree: not counted. */
  readonly debatable?: boolean;
}

export interface ExpectedQuote {
  readonly content: readonly string[];
  /** Other right contents. */
  readonly acceptContent?: readonly (string | readonly string[])[];
  /** null: the quote has no source, or no speaker can be named. */
  readonly source: string | null;
  readonly speaker: string | null;
  /** Other right sources and speakers. */
  readonly accept?: {
    readonly source?: readonly (string | null)[];
    readonly speaker?: readonly (string | null)[];
  };
  /** May be found or missed. */
  readonly optional?: boolean;
  readonly debatable?: boolean;
}

/** Reads a file of labelled documents; the first `limit` of them. Throws if one has nothing to analyse. */
export function readGold<Doc extends GoldDocument>(path: string, limit = Infinity): readonly Doc[] {
  const docs = readJsonLines<Doc & Pick<CaseDocument, 'input'>>(path).slice(0, limit);
  return docs.map((doc) => {
    const html = doc.html ?? (doc.input === 'html' ? doc.text : undefined);
    if (html !== undefined) return { ...doc, html, text: '' };
    if (typeof doc.text === 'string') return doc;
    throw new Error(`${path}: ${doc.id} has neither "text" nor "html" to analyse`);
  });
}

/** Reads a file with one JSON value per line; empty lines are skipped. */
export function readJsonLines<Value>(path: string): readonly Value[] {
  return readFileSync(path, 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => JSON.parse(line) as Value);
}
