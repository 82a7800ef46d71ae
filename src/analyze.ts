/**
 * The one function that runs the stages in order. Pure: the same text, rules and options give the same answer.
 * @module
 */
import { writeQuotes, writeSpeakers } from './answer.ts';
import { asSent } from './as-sent.ts';
import { inUnit } from './unit.ts';
import { findQuotes } from './quotes/find.ts';
import { quoteModelOf } from './quotes/model.ts';
import { buildScene } from './quotes/scene.ts';
import { readHtml, type HtmlPage } from './html/reader.ts';
import { readText } from './reading/read.ts';
import type { MarkdownText, Reading } from './reading/reading.ts';
import { guessLanguage, UNDETERMINED } from './rules/language.ts';
import type { Rules } from './rules/rules.ts';
import { markerOf, siteOf } from './rules/sites.ts';
import { findPhrases, type Hits } from './rules/trie.ts';
import { segmentDocument } from './segments/segment.ts';
import { findSpeakers } from './speakers/speakers.ts';
import { readDocument, type Document } from './text/document.ts';
import type { Label } from './labels.ts';
import type { Analysis, AnalyzeOptions, Part, Quote, Segment, Span, Speaker } from './types.ts';

export const ENGINE_VERSION = '0.1.0';

const ALL_PARTS: readonly Part[] = ['segments', 'articles', 'quotes', 'speakers'];

/**
 * Reads a page of HTML for {@link analyze}.
 * @param most UTF-16 units of text after which reading stops; the page's text is then longer than this
 * @param url where the page comes from, as in the options of {@link analyze}: its publisher's rules may look at elements
 */
export function readPage(html: string, rules: Rules, most?: number, url?: string): HtmlPage {
  const site = siteOf(rules, url);
  return readHtml(html, {
    hintsOf: rules.hints.reader(),
    ...(site ? { marker: markerOf(rules, site) } : {}),
    ...(most === undefined ? {} : { most }),
  });
}

/** What is analysed: plain text, Markdown, or a page of HTML that {@link readPage} has read. */
export type Source = string | MarkdownText | HtmlPage;

/**
 * Segments a text and finds its quotes and who said them.
 * @param source any string, Markdown, or a page of HTML: then the answer has its `text`. Offsets of the answer point into the
 * text, in `options.offsetUnit` (UTF-16 units by default)
 */
export function analyze(source: Source, rules: Rules, options: AnalyzeOptions = {}): Analysis {
  const { offsetUnit = 'utf16' } = options;
  if (typeof source !== 'string' && 'outline' in source) {
    const input = { format: 'html', wrapped: null } as const;
    return inUnit(analyzePage(source.text, source, input, rules, options), source.text, offsetUnit);
  }
  const { text: sent, format } = typeof source === 'string' ? { text: source } : source;
  const reading = readText(sent, format);
  const { copy, wrapped } = reading;
  const input = { format: reading.format, wrapped };
  const answer = analyzePage(copy.text, pageOf(reading), input, rules, options);
  return inUnit(asSent(answer, reading, sent), sent, offsetUnit);
}

/** A text whose marks show its structure is as good as a page of HTML. */
function pageOf({ copy, outline }: Reading): HtmlPage | null {
  if (!outline) return null;
  const { text } = copy;
  return { text, outline, isText: true, titles: [], language: undefined, marks: null };
}

/** The stages in order. Offsets of the answer are UTF-16 units into `text`. */
function analyzePage(
  text: string,
  page: HtmlPage | null,
  input: Analysis['input'],
  rules: Rules,
  options: AnalyzeOptions,
): Analysis {
  const {
    include = ALL_PARTS,
    quotesIn = ['body'],
    offsetUnit = 'utf16',
    explain = false,
  } = options;
  const doc = readDocument(text, rules.vocabulary);
  const hits = findPhrases(rules.trie, doc.words);
  const given = primarySubtag(options.language);
  const site = siteOf(rules, options.url);
  const known = { language: given, site, html: page };
  const { segments, articles } = segmentDocument(doc, rules, hits, { explain, ...known });
  const guess = (): string => guessLanguage(text, rules, doc.words, hits, mainText(text, segments));
  const language = given ?? orNamed(guess(), page?.language);
  const wantsQuotes = include.includes('quotes') || include.includes('speakers');
  const paragraphs = wantsQuotes ? paragraphsOf(doc, segments, quotesIn) : [];
  const ground = { doc, rules, hits, language, segments, paragraphs };
  const found = quotesAndSpeakers(ground, { explain, minConfidence: options.minConfidence ?? 0 });
  const parts = { segments, articles, ...found };
  return {
    ...(options.id === undefined ? {} : { id: options.id }),
    language: options.language ?? language,
    input,
    offsetUnit,
    length: text.length,
    engine: ENGINE_VERSION,
    rulesVersion: rules.version,
    ...(input.format === 'html' ? { text } : {}),
    ...Object.fromEntries(
      ALL_PARTS.filter((part) => include.includes(part)).map((part) => [part, parts[part]]),
    ),
  };
}

function primarySubtag(tag: string | undefined): string | undefined {
  return tag?.split('-')[0]?.toLowerCase();
}

/** The language guessed; where the words do not tell it, the one that the page names. Pages name the wrong one too often to be asked first. */
function orNamed(guess: string, named: string | undefined): string {
  const tag = primarySubtag(named?.trim());
  return guess === UNDETERMINED && tag !== undefined && /^[a-z]{2,3}$/.test(tag) ? tag : guess;
}

/** The body; the whole text where there is none. */
function mainText(text: string, segments: readonly Segment[]): readonly Span[] {
  const body = segments.filter((segment) => segment.label === 'body');
  return body.length > 0 ? body : [{ start: 0, end: text.length }];
}

/** What quotes are looked for in. */
export interface QuoteGround {
  readonly doc: Document;
  readonly rules: Rules;
  readonly hits: Hits;
  /** Primary subtag: whose cues and word lists count. */
  readonly language: string;
  readonly segments: readonly Segment[];
  /** Spans to look at (UTF-16, half-open), in order. */
  readonly paragraphs: readonly Span[];
}

/** The later half of the stages: marks, cues, quotes and their speakers. */
export function quotesAndSpeakers(
  { doc, rules, hits, language, segments, paragraphs }: QuoteGround,
  options: { readonly explain: boolean; readonly minConfidence: number },
): { readonly quotes: readonly Quote[]; readonly speakers: readonly Speaker[] } {
  if (paragraphs.length === 0) return { quotes: [], speakers: [] };
  const scene = buildScene(doc, rules, hits, language, paragraphs, options.explain);
  const model = quoteModelOf(rules, language);
  const raw = findQuotes(scene, model).filter((quote) => quote.confidence >= options.minConfidence);
  const { speakers, attributions } = findSpeakers(scene, raw);
  const quotes = writeQuotes(scene, raw, attributions, segments, model, options.explain);
  return { quotes, speakers: writeSpeakers(scene, speakers, quotes) };
}

/** The lines, or parts of lines, of the segments with the labels asked for. */
function paragraphsOf(
  doc: Document,
  segments: readonly Segment[],
  labels: readonly Label[],
): readonly Span[] {
  const paragraphs: Span[] = [];
  let line = 0;
  for (const segment of segments) {
    while (line < doc.lines.length && (doc.lines[line]?.end ?? 0) <= segment.start) line++;
    if (!labels.includes(segment.label)) continue;
    for (let i = line; i < doc.lines.length; i++) {
      const { start, end } = doc.lines[i] as Span;
      if (start >= segment.end) break;
      paragraphs.push({ start: Math.max(start, segment.start), end: Math.min(end, segment.end) });
    }
  }
  return paragraphs;
}
