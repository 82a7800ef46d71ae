/**
 * The one function that runs the stages in order. Pure: the same text, rules and options give the same answer.
 * @module
 */
import { written, type Answer } from './answer/answer.ts';
import { asSent } from './answer/as-sent.ts';
import { inUnit } from './answer/offset-unit.ts';
import { warningsOf } from './answer/warnings.ts';
import type { Fields } from './html/fields.ts';
import type { Told } from './html/told.ts';
import { readHtml, type HtmlPage } from './html/reader.ts';
import type { Label } from './labels.ts';
import type { NewsPage } from './news/compose.ts';
import { composeMail, type MailText } from './news/mail-text.ts';
import { readMail, type MailSource } from './news/mail.ts';
import { readNewsJson, readNewsXml } from './news/read.ts';
import { quotesAndSpeakers } from './quoting.ts';
import { readText } from './reading/read.ts';
import type { MarkdownText, Reading } from './reading/reading.ts';
import { guessLanguage, ruledAs, supportOf, UNDETERMINED } from './rules/language.ts';
import { markerOf, siteOf } from './rules/publishers.ts';
import type { Rules } from './rules/rules.ts';
import type { Analysis, AnalyzeOptions, Part, Segment } from './schema/types.ts';
import { segmentDocument } from './segments/segment.ts';
import { parseText, runPlainly, type RunStage } from './stages.ts';
import { tellStories, toldBy } from './story/story.ts';
import type { Document } from './text/document.ts';
import type { Span } from './text/spans.ts';

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

/** A document in one of the formats of news: XML as it was written, ninjs parsed, or a mail. */
export type News =
  | { readonly xml: string }
  | { readonly ninjs: unknown }
  | { readonly mail: MailSource };

/**
 * Reads a news document for {@link analyze}.
 * @param most as in {@link readPage}
 * @throws {NewsError} for a document that is malformed, or in no format that is known
 */
export function readNews(news: News, rules: Rules, most = Infinity): NewsPage | MailText {
  const options = { hintsOf: rules.hints.reader(), most };
  if ('mail' in news) return composeMail(readMail(news.mail, most), options.hintsOf, most);
  return 'xml' in news ? readNewsXml(news.xml, options) : readNewsJson(news.ninjs, options);
}

/** What is analysed: plain text, Markdown, or a page that {@link readPage} or {@link readNews} has read. */
export type Source = string | MarkdownText | HtmlPage | NewsPage | MailText;

/**
 * Segments a text and finds its quotes and who said them.
 * @param source any string, Markdown, or a page of HTML or news: then the answer has its `text`. Offsets of the answer point into the
 * text, in `options.offsetUnit` (UTF-16 units by default)
 * @param runStage runs each stage, for whoever wants to know how long it takes
 */
export function analyze(
  source: Source,
  rules: Rules,
  options: AnalyzeOptions = {},
  runStage: RunStage = runPlainly,
): Analysis {
  return written(answerTo(source, rules, options, runStage));
}

/** As {@link analyze}, but quotes are written when somebody walks them. */
export function answerTo(
  source: Source,
  rules: Rules,
  options: AnalyzeOptions = {},
  runStage: RunStage = runPlainly,
): Answer {
  const { offsetUnit = 'utf16' } = options;
  if (typeof source !== 'string' && 'outline' in source) {
    const format = 'format' in source ? source.format : 'html';
    const input = { format, wrapped: null } as const;
    const answer = analyzeCopy(
      { text: source.text, page: source, input, told: source.told },
      rules,
      options,
      runStage,
    );
    return inUnit(answer, source.text, offsetUnit);
  }
  const { text: sent } = typeof source === 'string' ? { text: source } : source;
  const mail = typeof source !== 'string' && source.format === 'mail' ? source : null;
  const isMarkdown = typeof source !== 'string' && source.format === 'markdown';
  const reading = runStage('readText', () => readText(sent, isMarkdown ? 'markdown' : undefined));
  const input = { format: mail?.format ?? reading.format, wrapped: reading.wrapped };
  const given = mail?.fields ?? reading.fields;
  const fields = given && movedInto(reading, given);
  const copy = {
    text: reading.copy.text,
    page: outlinedPage(reading),
    fields,
    input,
    sent,
    told: mail?.told,
  };
  const answer = asSent(analyzeCopy(copy, rules, options, runStage), reading, sent);
  return inUnit(mail ? { ...answer, text: sent } : answer, sent, offsetUnit);
}

/** Fields of a text, by offsets of its copy. */
function movedInto({ copy }: Reading, fields: Fields): Fields {
  return { ...fields, start: fields.start.map((offset) => copy.fromSent(offset)) };
}

/** A text whose marks show its structure is as good as a page of HTML; null for any other text. */
export function outlinedPage({ copy, outline }: Reading): HtmlPage | null {
  if (!outline) return null;
  const { text } = copy;
  return { text, outline, isText: true, titles: [], told: [], language: undefined, marks: null };
}

/** What the stages behind `readText` or {@link readPage} see. */
interface ReadSource {
  readonly text: string;
  /** The structure of the text, where that is known. */
  readonly page: HtmlPage | null;
  /** Its fields, where it came as text with fields. */
  readonly fields?: Fields | null;
  readonly input: Analysis['input'];
  /** What its document says of its stories, by number of the item. */
  readonly told?: readonly Told[] | undefined;
  /** The text as it was sent, where `text` is a copy of it. */
  readonly sent?: string;
}

/** The stages in order. Offsets of the answer are UTF-16 units into the copy's text. */
function analyzeCopy(
  { text, page, fields, input, sent, told = [] }: ReadSource,
  rules: Rules,
  options: AnalyzeOptions,
  runStage: RunStage,
): Answer {
  const {
    include = ALL_PARTS,
    quotesIn = ['body'],
    offsetUnit = 'utf16',
    explain = false,
  } = options;
  const parsed = parseText(text, rules, runStage);
  const { doc, hits } = parsed;
  const asked = primarySubtag(options.language);
  const given = asked === undefined ? undefined : ruledAs(rules, asked);
  const known = {
    language: given,
    site: siteOf(rules, options.url),
    html: page,
    ...(fields ? { fields } : {}),
  };
  const { segments, articles: stories } = runStage('segmentDocument', () =>
    segmentDocument(doc, rules, hits, { explain, ...known }),
  );
  const guessed = guessLanguage(text, rules, doc.words, hits, mainText(text, segments));
  const named = orNamed(guessed, page?.language);
  const language = given ?? ruledAs(rules, named);
  const support = supportOf(rules, language);
  const ground = { text, language, segments, toldAt: toldBy(told, page?.fields ?? fields) };
  const articles = tellStories(stories, ground, rules.bylines);
  const wantsQuotes = include.includes('quotes') || include.includes('speakers');
  const paragraphs = wantsQuotes ? paragraphsOf(doc, segments, quotesIn) : [];
  const minConfidence = options.minConfidence ?? 0;
  const found = quotesAndSpeakers(
    { parsed, rules, language, segments, paragraphs },
    { explain, minConfidence },
    runStage,
  );
  const parts = { segments, articles, ...found };
  return {
    ...(options.id === undefined ? {} : { id: options.id }),
    language: options.language ?? named,
    languageSupport: support,
    warnings: warningsOf({
      text: sent ?? text,
      format: input.format,
      words: doc.words.count,
      support,
      ...(given === undefined ? {} : { languages: { sent: given, guessed } }),
    }),
    input,
    offsetUnit,
    length: text.length,
    engine: ENGINE_VERSION,
    rulesVersion: rules.version,
    // The client has a text, but of a page only its source.
    ...(page && !page.isText ? { text } : {}),
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

/**
 * A text of more lines than this has hardly more than a word in each: the shortest are not looked at for quotes, or half
 * a million of them would take a hundred megabytes.
 */
const MANY_LINES = 65_536;
const FEW_CHARACTERS = 6;

/** The lines, or parts of lines, of the segments with the labels asked for. */
function paragraphsOf(
  doc: Document,
  segments: readonly Segment[],
  labels: readonly Label[],
): readonly Span[] {
  const paragraphs: Span[] = [];
  let line = 0;
  const isLong = doc.lines.length > MANY_LINES;
  for (const segment of segments) {
    while (line < doc.lines.length && (doc.lines[line]?.end ?? 0) <= segment.start) line++;
    if (!labels.includes(segment.label)) continue;
    for (let i = line; i < doc.lines.length; i++) {
      const whole = doc.lines[i] as Span;
      if (whole.start >= segment.end) break;
      const start = Math.max(whole.start, segment.start);
      const end = Math.min(whole.end, segment.end);
      if (isLong && end - start < FEW_CHARACTERS) continue;
      // Nearly all lines lie in one segment, and there may be half a million of them.
      paragraphs.push(start === whole.start && end === whole.end ? whole : { start, end });
    }
  }
  return paragraphs;
}
