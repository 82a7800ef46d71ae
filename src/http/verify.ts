/**
 * `POST /v1/verify`: whether quotes stand in a text, how, where, and who says them there.
 * @module
 */
import { Hono, type MiddlewareHandler } from 'hono';
import * as v from 'valibot';
import { verifyAgainst, type VerifyOptions } from '../verify/verify.ts';
import type { AppEnv, Service } from './env.ts';
import { checkTextSize, takeIn } from './intake.ts';
import { limitsOf } from './limits.ts';
import { negotiate } from './negotiate.ts';
import { optionEntries } from './options.ts';
import { Problem } from './problems.ts';
import { queryOptions } from './query.ts';
import { requestObject, validate } from './validate.ts';

const MAX_QUOTES = 50;
/** UTF-16 units of one quote, and of all together: comparing takes time in line with the text for each of them. */
const MAX_QUOTE = 4000;
const MAX_ALL = 20_000;

const NOT_STRINGS = 'must be a list of strings';

const quotesSchema = v.pipe(
  v.array(v.unknown(), NOT_STRINGS),
  v.minLength(1, 'must have at least one item'),
  v.maxLength(MAX_QUOTES, `must have at most ${MAX_QUOTES} items`),
  v.array(
    v.pipe(
      v.string('must be a string'),
      v.maxLength(MAX_QUOTE, `must have at most ${MAX_QUOTE} characters`),
    ),
    NOT_STRINGS,
  ),
  v.check(
    (quotes) => quotes.reduce((sum, quote) => sum + quote.length, 0) <= MAX_ALL,
    `must have at most ${MAX_ALL} characters together`,
  ),
);

const { id, url, language, quotesIn, minConfidence, offsetUnit } = optionEntries;

/** The body of a request. */
export const VerifySchema = requestObject({
  text: v.string('must be a string'),
  quotes: quotesSchema,
  ...{ id, url, language, quotesIn, minConfidence, offsetUnit },
});

export type VerifyRequest = v.InferInput<typeof VerifySchema>;

interface Checked {
  readonly text: string;
  readonly quotes: readonly string[];
  readonly options: VerifyOptions;
}

interface VerifyInput {
  in: { json: VerifyRequest };
  out: { json: Checked };
}

/** The route. Its answer is JSON alone. */
export function verifyRoute(service: Service) {
  return new Hono<AppEnv>().post('/v1/verify', intake, (c) => {
    const { text, quotes, options } = c.req.valid('json');
    const { offsetUnit: unit, ...rest } = options;
    const verification = verifyAgainst(text, quotes, service.analyze(text, rest), unit);
    c.set('sizes', { ...c.get('sizes'), quotes: quotes.length });
    return c.json(verification, 200);
  });
}

const NoOptions = requestObject({});

const intake: MiddlewareHandler<AppEnv, '/v1/verify', VerifyInput> = async (c, next) => {
  negotiate(undefined, c.req.header('accept'), ['json']);
  const limits = limitsOf(c.env);
  const taken = await takeIn(c.req.raw, limits);
  if (taken.type !== 'json') throw notJson();
  const query = queryOptions(new URL(c.req.url).searchParams);
  validate(NoOptions, query.values, query.errors);
  const { text, quotes, ...options } = validate(VerifySchema, taken.value);
  c.set('sizes', { bytes: taken.bytes, text: text.length });
  checkTextSize(text, limits);
  c.req.addValidatedData('json', { text, quotes, options });
  await next();
};

function notJson(): Problem {
  return new Problem('unsupported-type', 'The content type of this route is application/json.', {
    headers: { accept: 'application/json' },
  });
}
