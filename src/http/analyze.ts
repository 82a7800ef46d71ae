/**
 * `POST /v1/analyze`: a text or a page of HTML in; its segments, stories, quotes and speakers out.
 * @module
 */
import type { Context, MiddlewareHandler } from 'hono';
import { Hono } from 'hono/tiny';
import * as v from 'valibot';
import { jsonOf, written } from '../answer/answer.ts';
import { FORMATS, isAboutPage, optionsForRendering, render } from '../formats/formats.ts';
import { locateInDom } from '../html/dom-text.ts';
import { optionEntries } from '../schema/options.ts';
import type { Analysis, AnalyzeOptions } from '../schema/types.ts';
import type { AppEnv, Service } from './env.ts';
import { takeIn, type Intake } from './intake.ts';
import { limitsOf, type Limits } from './limits.ts';
import { negotiate, type FormatName } from './negotiate.ts';
import { Problem } from './problems.ts';
import { queryOptions } from './query.ts';
import {
  BESIDE,
  hasInput,
  INPUTS,
  inputEntries,
  isAlone,
  MISSING,
  sourceOf,
  splitGiven,
  textOf,
} from './source.ts';
import type { Given, Source } from './source.ts';
import { streamOf } from './streams.ts';
import { requestObject, validate } from './validate.ts';

/** The options of a request that is the text or page itself, from its query string. */
export const OptionsSchema = requestObject(optionEntries);

/** The body of a JSON request. */
export const AnalyzeSchema = v.pipe(
  requestObject({ ...inputEntries, ...optionEntries }),
  v.forward(v.partialCheck(INPUTS, hasInput, MISSING), ['text']),
  v.forward(v.partialCheck(INPUTS, isAlone, BESIDE), ['html']),
);

/** `format` may stand in the query string of any request, since it says nothing about the text. */
const JsonQuerySchema = v.strictObject(
  { format: optionEntries.format },
  'stands in the body of a JSON request, if it is an option',
);

export type AnalyzeRequest = v.InferInput<typeof AnalyzeSchema>;

/** What a valid request asks for. */
export interface Asked {
  readonly source: Source;
  readonly options: AnalyzeOptions;
}

/** A request that has passed every check. */
interface Checked extends Asked {
  readonly format: FormatName;
  /** The page itself, where the format is about it. */
  readonly html: string | undefined;
}

/** What typed clients send, and what the handler gets. */
interface AnalyzeInput {
  in: { json: AnalyzeRequest };
  out: { json: Checked };
}

/** The route, with its own intake: a stock validator would read the body before it is decompressed. */
export function analyzeRoute(service: Service) {
  return new Hono<AppEnv>().post('/v1/analyze', intakeFor(service), (c) => {
    const { source, options, format, html } = c.req.valid('json');
    const asked = format === 'json' ? options : optionsForRendering(options);
    const found = service.answer(source, asked);
    const quotes = found.quotes?.length ?? 0;
    c.set('sizes', { ...c.get('sizes'), segments: found.segments?.length ?? 0, quotes });
    c.header('vary', 'Accept', { append: true });
    // Of no type below: typed clients ask for JSON that is whole, and know its shape.
    if (format === 'json' && quotes > MANY_QUOTES)
      return c.body(streamOf(jsonOf(found)), 200, { 'content-type': JSON_TYPE }) as never;
    const analysis = written(found);
    if (format === 'json') return c.json(analysis, 200);
    if (format === 'html') c.header('content-security-policy', PAGE_POLICY);
    const page = html === undefined ? undefined : locateInDom(html);
    const body = render(format, textOf(source), analysis, options, page);
    return c.body(body, 200, { 'content-type': FORMATS[format].type }) as never;
  });
}

/** With more quotes an answer is sent while it is written: it need never be in memory as a whole. */
const MANY_QUOTES = 2000;
const JSON_TYPE = 'application/json';

/** All is escaped; should it ever not be, nothing runs and nothing is fetched. */
const PAGE_POLICY = "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'";

/** The analysis as a whole, for batches, jobs and other Workers. */
export function answer(service: Service, { source, options }: Asked): Analysis {
  return service.analyze(source, options);
}

function intakeFor(service: Service): MiddlewareHandler<AppEnv, '/v1/analyze', AnalyzeInput> {
  return async (c, next) => {
    const limits = limitsOf(c.env);
    const taken = await takeIn(c.req.raw, limits);
    c.set('sizes', { bytes: taken.bytes });
    const { given, ...rest } = check(c, taken);
    const source = sourceOf(given, service, limits, rest.options.url);
    c.set('sizes', { bytes: taken.bytes, text: textOf(source).length });
    const html = isAboutPage(rest.format) ? given.html : undefined;
    c.req.addValidatedData('json', { source, html, ...rest });
    await next();
  };
}

/** A request that is well-formed, its text or page not looked at yet. */
interface Wanted {
  readonly given: Given;
  readonly options: AnalyzeOptions;
}

/** What the request wants analysed, its options and format. Throws 406 or 422. */
function check(c: Context<AppEnv>, taken: Intake): Wanted & { readonly format: FormatName } {
  const query = queryOptions(new URL(c.req.url).searchParams);
  const accept = c.req.header('accept');
  if (taken.type !== 'json') {
    const { format, ...options } = validate(OptionsSchema, query.values, query.errors);
    return { given: taken, options, format: negotiate(format, accept) };
  }
  const inQuery = validate(JsonQuerySchema, query.values, query.errors);
  const { format, ...wanted } = askedBy(taken.value);
  return { ...wanted, format: negotiate(inQuery.format ?? format, accept) };
}

/** What the value of a JSON request asks for. Throws 422. */
function askedBy(value: unknown): Wanted & { readonly format: string | undefined } {
  const { given, rest } = splitGiven(validate(AnalyzeSchema, value));
  const { format, ...options } = rest;
  return { given, options, format };
}

/** What a line of a batch or another Worker asks for: answered as JSON only. Throws 406, 413 or 422. */
export function askedAlone(value: unknown, service: Service, limits: Limits): Asked {
  const { format, given, options } = askedBy(value);
  if (negotiate(format, undefined) !== 'json')
    throw new Problem('unknown-format', 'Here the format is json.');
  return { source: sourceOf(given, service, limits, options.url), options };
}
