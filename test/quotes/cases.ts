/**
 * The styles of quotation that must work, as small texts with the quotes that are in them.
 * @module
 */
import { globSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { analyze } from '../../src/analyze.ts';
import { LABELS } from '../../src/labels.ts';
import { rules } from '../../src/rules/load.ts';

/** What is expected of a quote; a field that is left out is not looked at. */
export interface ExpectedQuote {
  readonly content?: readonly string[];
  readonly source?: string | null;
  readonly cue?: string | null;
  /** The speaker's name. */
  readonly speaker?: string | null;
  readonly addressee?: string | null;
  readonly venue?: string | null;
  /** Who passed the words on. */
  readonly via?: string | null;
}

export interface Case {
  readonly name: string;
  readonly text: string;
  /** Primary subtag, where it is another one than the style's. */
  readonly language?: string;
  /** In order of their content. */
  readonly quotes: readonly ExpectedQuote[];
  /** Known not to work yet. */
  todo?: boolean;
}

export interface Style {
  readonly title: string;
  /** Primary subtag; English where it is left out. */
  readonly language?: string;
  readonly cases: readonly Case[];
}

const FOLDER = fileURLToPath(new URL('../fixtures/quotes/', import.meta.url));

/** Paths of all style files, in order. */
export const stylePaths = (): readonly string[] => globSync(`${FOLDER}*.json`).sort();

export const readStyle = (path: string): Style => JSON.parse(readFileSync(path, 'utf8')) as Style;

/** The quotes of a text whatever its segments, as far as `expected` looks at them. */
export function quotesIn(
  text: string,
  expected: readonly ExpectedQuote[],
  language = 'en',
): readonly ExpectedQuote[] {
  const { quotes = [], speakers = [] } = analyze(text, rules, { language, quotesIn: LABELS });
  return quotes.map((quote, i) => {
    const found = {
      content: quote.content.map((span) => span.text),
      source: quote.source?.text ?? null,
      cue: quote.cue?.text ?? null,
      addressee: quote.addressee?.text ?? null,
      venue: quote.venue?.text ?? null,
      via: quote.via?.source.text ?? null,
      speaker: speakers.find(({ id }) => id === quote.speaker)?.name ?? null,
    };
    const wanted = expected[i];
    if (!wanted) return found;
    return Object.fromEntries(Object.entries(found).filter(([field]) => field in wanted));
  });
}
