/**
 * `POST /v1/analyze`: a text or a page of HTML in; its segments, stories, quotes and speakers out.
 * @module
 */
import { Hono, type Context, type MiddlewareHandler } from 'hono';
import * as v from 'valibot';
import type { AnalyzeOptions } from '../types.ts';
import type { HtmlPage } from '../html/reader.ts';
import type { AppEnv, Service } from './env.ts';
import { takeIn, type Intake } from './intake.ts';
import { limitsOf } from './limits.ts';
import { negotiate, type FormatName } from './negotiate.ts';
import { optionEntries } from './options.ts';
import { queryOptions } from './query.ts';
import { sourceOf, type Given } from './source.ts';
import { requestObject, validate } from './validate.ts';

/** The options of a text/plain or text/html request, from its query string. */
const OptionsSchema = requestObject(optionEntries);

/** The body of a JSON request. */
export const AnalyzeSchema = v.pipe(
  requestObject({
    text: v.exactOptional(v.string('must be a string')),
    html: v.exactOptional(v.string('must be a string')),
    ...optionEntries,
  }),
  v.forward(
    v.check(({ text, html }) => text !== undefined || html !== undefined, 'is required, or html'),
    ['text'],
  ),
  v.forward(
    v.check(
      ({ text, html }) => text === undefined || html === undefined,
      'must not stand beside text',
    ),
    ['html'],
  ),
);

/** `format` may stand in the query string of any request, since it says nothing about the text. */
const JsonQuerySchema = v.strictObject(
  { format: optionEntries.format },
  'stands in the body of a JSON request, if it is an option',
);

export type AnalyzeRequest = v.InferInput<typeof AnalyzeSchema>;

/** A request that has passed every check. */
interface Checked {
  readonly source: string | HtmlPage;
  readonly options: AnalyzeOptions;
  readonly format: FormatName;
}

/** What typed clients send, and what the handler gets. */
interface AnalyzeInput {
  in: { json: AnalyzeRequest };
  out: { json: Checked };
}

/** The route, with its own intake: a stock validator would read the body before it is decompressed. */
export function analyzeRoute(service: Service) {
  return new Hono<AppEnv>().post('/v1/analyze', intakeFor(service), (c) => {
    const { source, options } = c.req.valid('json');
    const analysis = service.analyze(source, options);
    c.set('sizes', {
      ...c.get('sizes'),
      segments: analysis.segments?.length ?? 0,
      quotes: analysis.quotes?.length ?? 0,
    });
    return c.json(analysis, 200);
  });
}

function intakeFor(service: Service): MiddlewareHandler<AppEnv, '/v1/analyze', AnalyzeInput> {
  return async (c, next) => {
    const limits = limitsOf(c.env);
    const taken = await takeIn(c.req.raw, limits);
    c.set('sizes', { bytes: taken.bytes });
    const { given, ...rest } = check(c, taken);
    const source = sourceOf(given, service, limits);
    const { length } = typeof source === 'string' ? source : source.text;
    c.set('sizes', { bytes: taken.bytes, text: length });
    c.req.addValidatedData('json', { source, ...rest });
    await next();
  };
}

type Request = Omit<Checked, 'source'> & { readonly given: Given };

/** What the request wants analysed, its options and format. Throws 406 or 422. */
function check(c: Context<AppEnv>, taken: Intake): Request {
  const query = queryOptions(new URL(c.req.url).searchParams);
  const accept = c.req.header('accept');
  if (taken.type !== 'json') {
    const { format, ...options } = validate(OptionsSchema, query.values, query.errors);
    return { given: taken, options, format: negotiate(format, accept) };
  }
  const inQuery = validate(JsonQuerySchema, query.values, query.errors);
  const { text, html, format, ...options } = validate(AnalyzeSchema, taken.value);
  const given = html === undefined ? { text: text ?? '' } : { html };
  return { given, options, format: negotiate(inQuery.format ?? format, accept) };
}
