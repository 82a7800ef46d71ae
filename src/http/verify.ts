/**
 * `POST /v1/verify`: whether quotes stand in a text, how, where, and who says them there.
 * @module
 */
import type { MiddlewareHandler } from 'hono';
import { Hono } from 'hono/tiny';
import * as v from 'valibot';
import { optionEntries } from '../schema/options.ts';
import type { Verification } from '../verify/types.ts';
import type { VerifyOptions } from '../verify/verify.ts';
import type { AppEnv, Service } from './env.ts';
import { takeInJson } from './intake.ts';
import { limitsOf, type Limits } from './limits.ts';
import { negotiate } from './negotiate.ts';
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
import type { Source } from './source.ts';
import { requestObject, validate } from './validate.ts';

const MAX_QUOTES = 50;
/** UTF-16 units of one quote, and of all together: comparing takes time in line with the text for each of them. */
const MAX_QUOTE = 4000;
const MAX_ALL = 20_000;

const NOT_STRINGS = 'must be a list of strings';

/** One quote. */
export const quoteSchema = v.pipe(
  v.string('must be a string'),
  v.maxLength(MAX_QUOTE, `must have at most ${MAX_QUOTE} characters`),
  v.regex(/\S/, 'must not be empty'),
);

/** The quotes of a request. */
export const quotesSchema = v.pipe(
  v.array(v.unknown(), NOT_STRINGS),
  v.minLength(1, 'must have at least one item'),
  v.maxLength(MAX_QUOTES, `must have at most ${MAX_QUOTES} items`),
  v.array(quoteSchema, NOT_STRINGS),
  v.check(
    (quotes) => quotes.reduce((sum, quote) => sum + quote.length, 0) <= MAX_ALL,
    `must have at most ${MAX_ALL} characters together`,
  ),
  v.description('What may stand in the text; `[…]` and brackets in it may stand for words of it.'),
);

const { id, url, language, quotesIn, minConfidence, offsetUnit } = optionEntries;

/** The body of a request. */
export const VerifySchema = v.pipe(
  requestObject({
    ...inputEntries,
    quotes: quotesSchema,
    ...{ id, url, language, quotesIn, minConfidence, offsetUnit },
  }),
  v.forward(v.partialCheck(INPUTS, hasInput, MISSING), ['text']),
  v.forward(v.partialCheck(INPUTS, isAlone, BESIDE), ['html']),
);

export type VerifyRequest = v.InferInput<typeof VerifySchema>;

/** What a valid request asks for. */
interface Asked {
  readonly source: Source;
  readonly quotes: readonly string[];
  readonly options: VerifyOptions;
}

interface VerifyInput {
  in: { json: VerifyRequest };
  out: { json: Asked };
}

/** The route. Its answer is JSON alone. */
export function verifyRoute(service: Service) {
  return new Hono<AppEnv>().post('/v1/verify', intakeFor(service), (c) =>
    c.json(verification(service, c.req.valid('json')), 200),
  );
}

/** The one way to a verification, for the route and other Workers. */
export function verification(service: Service, { source, quotes, options }: Asked): Verification {
  const { offsetUnit: unit, ...rest } = options;
  return service.verify(textOf(source), quotes, service.analyze(source, rest), unit);
}

/** What the value of a request asks for. Throws 413 or 422. */
export function askedToVerify(value: unknown, service: Service, limits: Limits): Asked {
  const { given, rest } = splitGiven(validate(VerifySchema, value));
  const { quotes, ...options } = rest;
  const source = sourceOf(given, service, limits, options.url);
  return { source, quotes, options };
}

const NoOptions = requestObject({});

function intakeFor(service: Service): MiddlewareHandler<AppEnv, '/v1/verify', VerifyInput> {
  return async (c, next) => {
    negotiate(undefined, c.req.header('accept'), ['json']);
    const limits = limitsOf(c.env);
    const taken = await takeInJson(c.req.raw, limits);
    c.set('sizes', { bytes: taken.bytes });
    const query = queryOptions(new URL(c.req.url).searchParams);
    validate(NoOptions, query.values, query.errors);
    const asked = askedToVerify(taken.value, service, limits);
    const sizes = { text: textOf(asked.source).length, quotes: asked.quotes.length };
    c.set('sizes', { bytes: taken.bytes, ...sizes });
    c.req.addValidatedData('json', asked);
    await next();
  };
}
