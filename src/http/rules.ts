/**
 * `GET /v1/rules`, `GET /v1/rules/{id}`: the bundled rules, read from the files that the build lays beside the Worker.
 * @module
 */
import type { Context, MiddlewareHandler } from 'hono';
import { Hono } from 'hono/tiny';
import * as v from 'valibot';
import { tagSchema } from '../schema/options.ts';
import type { Rule, RuleIndex, RuleList } from '../schema/rule.ts';
import { fold } from '../text/fold.ts';
import { jsonAsset, RULE_INDEX, RULE_WORDS, shardPath, textAsset } from './assets.ts';
import type { AppEnv, Service } from './env.ts';
import { Problem } from './problems.ts';
import { queryOptions } from './query.ts';
import { requestObject, validate } from './validate.ts';

const MOST = 200;
const PAGE = 50;

function filter(description: string) {
  const text = v.pipe(
    v.string('must be a string'),
    v.maxLength(64, 'must have at most 64 characters'),
  );
  return v.exactOptional(v.pipe(text, v.description(description)));
}

function count(least: number, most: number, description: string) {
  const message = `must be a whole number from ${least} to ${most}`;
  const number = v.pipe(
    v.number(message),
    v.integer(message),
    v.minValue(least, message),
    v.maxValue(most, message),
  );
  return v.pipe(number, v.description(description));
}

/** Which rules to list. */
export const RuleQuerySchema = requestObject({
  q: filter('Only rules with all of these words in their description, phrases, verbs or examples.'),
  language: v.exactOptional(
    v.pipe(
      tagSchema,
      v.description(
        'Only rules that are made for pages in this language, by its BCP-47 tag; und for those of no language.',
      ),
    ),
  ),
  kind: filter('Only rules of this kind (ads/house), or of all that begin so (ads, lexicon, cue).'),
  limit: v.optional(count(1, MOST, 'Rules a page.'), PAGE),
  offset: v.optional(count(0, 1_000_000, 'Rules to pass over.'), 0),
});

type RuleQuery = v.InferOutput<typeof RuleQuerySchema>;

/** What typed clients send: a query string holds strings only. */
interface ListInput {
  in: { query: { [Name in keyof RuleQuery]?: string } };
  out: { query: RuleQuery };
}

export function rulesRoute(service: Service) {
  const { rulesVersion } = service;
  // Weak: the same rules may be written in other bytes.
  const etag = `W/"${rulesVersion}"`;
  return new Hono<AppEnv>()
    .get('/v1/rules', listQuery, async (c) => {
      if (isKnown(c, etag)) return notModified(c, etag);
      const query = c.req.valid('query');
      const found = await searched(c, query.q);
      const index = await indexOf(c);
      const language = languageIn(index, query.language, service);
      const ids = index
        .filter((entry, i) => isWanted(entry, language, query.kind) && found(i))
        .map(([id]) => id);
      const page = ids.slice(query.offset, query.offset + query.limit);
      const list: RuleList = {
        rulesVersion,
        total: ids.length,
        offset: query.offset,
        rules: await rulesOf(c, page),
      };
      return c.json(list, 200, caching(etag));
    })
    .get('/v1/rules/:id{.+}', async (c) => {
      const [rule] = await rulesOf(c, [c.req.param('id')]);
      if (rule === undefined) throw new Problem('not-found', 'There is no rule of this id.');
      return isKnown(c, etag) ? notModified(c, etag) : c.json(rule, 200, caching(etag));
    });
}

const listQuery: MiddlewareHandler<AppEnv, '/v1/rules', ListInput> = async (c, next) => {
  const { values, errors } = queryOptions(new URL(c.req.url).searchParams);
  c.req.addValidatedData('query', validate(RuleQuerySchema, values, errors));
  await next();
};

async function indexOf(c: Context<AppEnv>): Promise<RuleIndex> {
  return (await jsonAsset<RuleIndex>(c.env, RULE_INDEX)) ?? [];
}

/** Tells of a rule by its place in the index whether it has all words of a search. */
async function searched(c: Context<AppEnv>, q = ''): Promise<(rule: number) => boolean> {
  const wanted = fold(q)
    .split(/\s+/)
    .filter((word) => word !== '');
  if (wanted.length === 0) return () => true;
  const words = (await textAsset(c.env, RULE_WORDS)).split('\n');
  return (rule) => wanted.every((word) => words[rule]?.includes(word) ?? false);
}

/** What the index calls the language of a tag: its primary subtag, or `no` for `nb`, which has no rules of its own. */
function languageIn(
  index: RuleIndex,
  tag: string | undefined,
  service: Service,
): string | undefined {
  const [language] = tag?.split('-') ?? [];
  if (language === undefined || index.some(([, known]) => known === language)) return language;
  return service.ruledAs(language);
}

function isWanted(
  [, ofRule, kindOfRule]: RuleIndex[number],
  language: string | undefined,
  kind: string | undefined,
): boolean {
  return (
    (language === undefined || language === ofRule) &&
    (kind === undefined || kindOfRule === kind || kindOfRule.startsWith(`${kind}/`))
  );
}

/** The form of ids. Anything else, `..` among them, must not become part of a path. */
const ID = /^[a-z0-9][a-z0-9.-]*(?:\/[a-z0-9][a-z0-9.-]*)+$/;

/** The rules of these ids, in this order; unknown ones are left out. */
async function rulesOf(c: Context<AppEnv>, ids: readonly string[]): Promise<Rule[]> {
  const known = ids.filter((id) => ID.test(id));
  const paths = [...new Set(known.map(shardPath))];
  const shards = await Promise.all(
    paths.map(async (path) => jsonAsset<Readonly<Record<string, Rule>>>(c.env, path)),
  );
  const rules = new Map(shards.flatMap((shard) => Object.entries(shard ?? {})));
  return known.flatMap((id) => rules.get(id) ?? []);
}

function caching(etag: string): Record<string, string> {
  return { etag, 'cache-control': 'no-cache' };
}

/** Whether the client has this version already (RFC 9110, 13.1.2). */
function isKnown(c: Context<AppEnv>, etag: string): boolean {
  const tags = (c.req.header('if-none-match') ?? '').split(',').map((tag) => tag.trim());
  return tags.some((tag) => tag === '*' || tag.replace(/^W\//, '') === etag.slice(2));
}

function notModified(c: Context<AppEnv>, etag: string) {
  return c.body(null, 304, caching(etag));
}
