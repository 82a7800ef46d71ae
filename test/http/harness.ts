/**
 * The app over a stand-in for the analysis, so that these tests judge HTTP alone.
 * @module
 */
import { LazyList } from '../../src/answer/lazy-list.ts';
import type { Answer } from '../../src/answer/answer.ts';
import type { Source } from '../../src/analyze.ts';
import { readHtml } from '../../src/html/reader.ts';
import { composeMail } from '../../src/news/mail-text.ts';
import { readMail } from '../../src/news/mail.ts';
import { readNewsJson, readNewsXml } from '../../src/news/read.ts';
import { createApp, type AppType } from '../../src/http/app.ts';
import type { Env, Service } from '../../src/http/env.ts';
import type { ProblemDetails } from '../../src/http/problems.ts';
import type { Analysis, AnalyzeOptions } from '../../src/schema/types.ts';
import { rules } from '../../src/rules/load.ts';
import { verifyAgainst } from '../../src/verify/verify.ts';

/** What can be sent. */
export type Sendable = NonNullable<RequestInit['body']>;

/** What the stand-in was asked. */
export interface Asked {
  text: string;
  /** There if it came as HTML. */
  isHtml?: true;
  /** There if it came as Markdown. */
  isMarkdown?: true;
  /** The format of news that it came in. */
  news?: string;
  options: AnalyzeOptions;
}

export interface Harness {
  readonly app: AppType;
  /** What stands behind the routes. */
  readonly service: Service;
  readonly asked: Asked[];
  request(path: string, init?: RequestInit, env?: Env): Promise<Response>;
  /** Posts to `/v1/analyze`. */
  post(
    body: Sendable,
    headers?: Record<string, string>,
    query?: string,
    env?: Env,
  ): Promise<Response>;
  /** Posts JSON to `/v1/analyze`. */
  json(value: unknown, headers?: Record<string, string>, query?: string): Promise<Response>;
}

/** An analysis as if its quotes were still to be written. */
function unwritten(analysis: Analysis): Answer {
  const { quotes, ...rest } = analysis;
  if (quotes === undefined) return rest;
  return { ...analysis, quotes: new LazyList(quotes.length, quotes) };
}

/** A fresh app. `analyze` replaces the stand-in's own, which finds nothing. */
export function harness(analyze: Service['analyze'] = nothingFound): Harness {
  const asked: Asked[] = [];
  const service: Service = {
    engine: '9.9.9',
    rulesVersion: 'test',
    readHtml: (html, most) => readHtml(html, { hintsOf: () => 0, most }),
    readNews(news, most) {
      if ('mail' in news) return composeMail(readMail(news.mail, most), () => 0, most);
      return 'xml' in news
        ? readNewsXml(news.xml, { hintsOf: () => 0, most })
        : readNewsJson(news.ninjs, { hintsOf: () => 0, most });
    },
    ruledAs: (language) => (language === 'nb' ? 'no' : language),
    verify: (text, quotes, analysis, unit) => verifyAgainst(text, quotes, analysis, rules, unit),
    answer: (source, options) => unwritten(service.analyze(source, options)),
    analyze(source, options) {
      asked.push(
        typeof source === 'string'
          ? { text: source, options }
          : {
              text: source.text,
              ...formatOf(source),
              options,
            },
      );
      return analyze(source, options);
    },
  };
  const app = createApp(service);
  const request: Harness['request'] = async (path, init, env = {}) => app.request(path, init, env);
  const post: Harness['post'] = (body, headers = {}, query = '', env = {}) =>
    request(
      `/v1/analyze${query}`,
      { method: 'POST', body, headers: { 'content-type': 'text/plain', ...headers } },
      env,
    );
  const json: Harness['json'] = (value, headers = {}, query = '') =>
    post(JSON.stringify(value), { 'content-type': 'application/json', ...headers }, query);
  return { app, service, asked, request, post, json };
}

/** A problem answer's body, after checking that it is one. */
export async function problemOf(response: Response): Promise<ProblemDetails> {
  const type = response.headers.get('content-type');
  if (type !== 'application/problem+json')
    throw new Error(`not a problem: ${response.status} ${type}`);
  const problem = (await response.json()) as ProblemDetails;
  if (problem.status !== response.status) throw new Error('the status in the body differs');
  if (problem.requestId !== response.headers.get('x-request-id'))
    throw new Error('two request ids');
  return problem;
}

/** The bad fields of a 422. */
export async function pointersOf(response: Response): Promise<readonly string[]> {
  return ((await problemOf(response)).errors ?? []).map((error) => error.pointer);
}

/** Compressed as a client would. */
export async function gzip(
  bytes: Uint8Array<ArrayBuffer> | string,
): Promise<Uint8Array<ArrayBuffer>> {
  const stream = new Response(bytes).body as unknown as ReadableStream<Uint8Array<ArrayBuffer>>;
  const zipped = stream.pipeThrough(
    new CompressionStream('gzip') as unknown as TransformStream<
      Uint8Array<ArrayBuffer>,
      Uint8Array<ArrayBuffer>
    >,
  );
  return new Uint8Array(await new Response(zipped as unknown as Sendable).arrayBuffer());
}

function formatOf(source: Exclude<Source, string>): Partial<Asked> {
  if ('fields' in source && 'format' in source) return { news: source.format };
  return isMarkdown(source) ? { isMarkdown: true } : { isHtml: true };
}

function nothingFound(source: Source, options: AnalyzeOptions): Analysis {
  const text = typeof source === 'string' ? source : source.text;
  return {
    ...(options.id === undefined ? {} : { id: options.id }),
    language: 'en',
    languageSupport: 'full',
    warnings: [],
    input: { format: 'plain', wrapped: null },
    offsetUnit: options.offsetUnit ?? 'utf16',
    length: text.length,
    engine: '9.9.9',
    rulesVersion: 'test',
    ...(typeof source === 'string' || isMarkdown(source) ? {} : { text }),
    segments: [],
    articles: [],
    quotes: [],
    speakers: [],
  };
}

function isMarkdown(source: Exclude<Source, string>): boolean {
  return !('outline' in source) && source.format === 'markdown';
}
