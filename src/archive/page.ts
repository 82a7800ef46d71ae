/**
 * A page of an archive, read and analysed.
 * @module
 */
import { readFile } from 'node:fs/promises';
import * as v from 'valibot';
import { analyze, readNews, readPage, type News, type Source } from '../analyze.ts';
import { decodeHtml } from '../html/charset.ts';
import { decodeXml } from '../html/xml-charset.ts';
import { NewsError } from '../news/error.ts';
import type { Rules } from '../rules/rules.ts';
import { optionEntries } from '../schema/options.ts';
import type { AnalyzeOptions } from '../schema/types.ts';
import type { PageType } from './files.ts';
import type { Content } from './records.ts';
import { rowsOf, type PageFacts, type Rows } from './tables.ts';

/** A page that cannot be analysed, and why; nothing of it is repeated. */
export class PageError extends Error {
  override readonly name = 'PageError';
}

/** Where a page stands in the run. */
export interface Place {
  readonly pageId: number;
  readonly file: string;
  readonly record: number;
}

export interface PageSettings {
  readonly options: AnalyzeOptions;
  /** Whether segments have their text. */
  readonly text: boolean;
}

/** What a page is, whatever it came in. */
interface Given {
  readonly source: Source;
  readonly id: string | null;
  readonly url: string | null;
  readonly published: string | null;
  readonly captured: string | null;
  readonly options: AnalyzeOptions;
}

/** The rows of a page. @throws {PageError} */
export async function rowsOfPage(
  place: Place,
  content: Content,
  { options, text }: PageSettings,
  rules: Rules,
): Promise<Rows> {
  const {
    source,
    id,
    url,
    published,
    captured,
    options: own,
  } = await readContent(content, options, rules);
  const facts: PageFacts = { ...place, id, url, published, captured };
  const all = { ...options, ...own, ...(url === null || !isHttp(url) ? {} : { url }) };
  return rowsOf(facts, analyze(source, rules, all), rules, text);
}

const isHttp = (url: string): boolean => /^https?:\/\//i.test(url) && URL.canParse(url);

async function readContent(
  content: Content,
  options: AnalyzeOptions,
  rules: Rules,
): Promise<Given> {
  switch (content.kind) {
    case 'fault':
      throw new PageError(content.reason);
    case 'file': {
      const bytes = await readFile(content.path).catch((error: NodeJS.ErrnoException) => {
        throw new PageError(`cannot be read (${error.code})`);
      });
      const url = options.url ?? null;
      const { source, published } = sourceOf(bytes, content.type, undefined, url, rules);
      return { source, id: content.path, url, published, captured: null, options: {} };
    }
    case 'record': {
      const { bytes, type, charset, id, url, captured } = content;
      const { source, published } = sourceOf(bytes, type, charset, url, rules);
      return { source, id, url, published, captured, options: {} };
    }
    case 'line':
      return readLine(content.bytes, rules);
  }
}

interface Sourced {
  readonly source: Source;
  readonly published: string | null;
}

function sourceOf(
  bytes: Uint8Array,
  type: PageType,
  charset: string | undefined,
  url: string | null,
  rules: Rules,
): Sourced {
  const plain = (source: Source): Sourced => ({ source, published: null });
  if (type === 'html') {
    const html = decodeHtml(bytes, charset) ?? (decodeHtml(bytes, undefined) as string);
    return plain(readPage(html, rules, undefined, url ?? undefined));
  }
  if (type === 'xml') {
    const xml = decodeXml(bytes, charset);
    if (xml === null) throw new PageError('is not in the encoding that it names');
    return plain(newsOf({ xml }, rules));
  }
  if (type === 'mail') return plain(newsOf({ mail: bytes }, rules));
  const text = utf8(bytes, type === 'text' ? charset : undefined);
  if (type === 'markdown') return plain({ format: 'markdown', text });
  if (type === 'text') return plain(text);
  const ninjs = parsed(text);
  return { source: newsOf({ ninjs }, rules), published: publishedIn(ninjs) };
}

/** When a document of ninjs says it was published first. */
function publishedIn(ninjs: unknown): string | null {
  const fields = (ninjs ?? {}) as Record<string, unknown>;
  const dates = ['contentcreated', 'firstcreated', 'versioncreated'].map((name) => fields[name]);
  return dates.find((date): date is string => typeof date === 'string') ?? null;
}

function utf8(bytes: Uint8Array, charset = 'utf-8'): string {
  try {
    return new TextDecoder(charset, { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    throw new PageError(
      charset.toLowerCase() === 'utf-8' ? 'is not UTF-8' : 'is not in its charset',
    );
  }
}

function parsed(json: string): unknown {
  try {
    return JSON.parse(json.replace(/^\uFEFF/, ''));
  } catch {
    throw new PageError('is not JSON');
  }
}

function newsOf(news: News, rules: Rules): Source {
  try {
    return readNews(news, rules);
  } catch (error) {
    throw error instanceof NewsError ? new PageError(error.message) : error;
  }
}

const text = v.exactOptional(v.string('must be a string'));
const INPUTS = ['text', 'markdown', 'html', 'xml', 'ninjs', 'mail'] as const;

/** A line is a request of the batch, with `published`; what else it has is the archive's own business. */
const LineSchema = v.object(
  {
    ...{
      text,
      markdown: text,
      html: text,
      xml: text,
      mail: text,
      published: v.exactOptional(v.nullable(v.string('must be a string'))),
    },
    ninjs: v.exactOptional(v.record(v.string(), v.unknown(), 'must be an object')),
    id: v.exactOptional(v.string('must be a string')),
    url: v.exactOptional(v.nullable(v.string('must be a string'))),
    language: optionEntries.language,
    quotesIn: optionEntries.quotesIn,
    minConfidence: optionEntries.minConfidence,
  },
  'must be an object',
);

function readLine(bytes: Uint8Array, rules: Rules): Given {
  const value = parsed(utf8(bytes));
  if (Array.isArray(value)) throw new PageError('must be an object');
  const result = v.safeParse(LineSchema, value);
  if (!result.success) {
    const [issue] = result.issues;
    const at = issue.path?.map(({ key }) => String(key)).join('.');
    throw new PageError(at === undefined ? issue.message : `${at} ${issue.message}`);
  }
  const {
    id = null,
    url = null,
    published = null,
    language,
    quotesIn,
    minConfidence,
  } = result.output;
  const given = INPUTS.filter((name) => result.output[name] !== undefined);
  if (given.length !== 1) throw new PageError(`must have one of ${INPUTS.join(', ')}`);
  const { text: plain, markdown, html, xml, ninjs, mail } = result.output;
  const source =
    plain ??
    (markdown !== undefined
      ? ({ format: 'markdown', text: markdown } as const)
      : html !== undefined
        ? readPage(html, rules, undefined, url ?? undefined)
        : newsOf(
            xml !== undefined ? { xml } : ninjs ? { ninjs } : { mail: mail as string },
            rules,
          ));
  const options: AnalyzeOptions = {
    ...(language === undefined ? {} : { language }),
    ...(quotesIn === undefined ? {} : { quotesIn }),
    ...(minConfidence === undefined ? {} : { minConfidence }),
  };
  return { source, id, url, published: published ?? publishedIn(ninjs), captured: null, options };
}
