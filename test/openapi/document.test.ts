import * as v from 'valibot';
import { beforeAll, describe, expect, test } from 'vitest';
import { FORMATS } from '../../src/formats/formats.ts';
import { FORMAT_NAMES } from '../../src/http/negotiate.ts';
import { PAGE_PATHS } from '../../src/http/page.ts';
import { KINDS } from '../../src/http/problems.ts';
import { AnalysisSchema } from '../../src/schema/analysis.ts';
import { BatchLineSchema } from '../../src/schema/batch.ts';
import { CitronSchema } from '../../src/schema/citron.ts';
import { HealthSchema } from '../../src/schema/health.ts';
import { JobSchema } from '../../src/schema/job.ts';
import { ProblemSchema } from '../../src/schema/problem.ts';
import { RuleListSchema, RuleSchema } from '../../src/schema/rule.ts';
import { VerificationSchema } from '../../src/schema/verification.ts';
import { EXAMPLES } from '../../tools/openapi/examples.ts';
import { currentDocument } from '../../tools/openapi/main.ts';
import { OPERATIONS } from '../../tools/openapi/operations.ts';
import { harness } from '../http/harness.ts';

interface Media {
  readonly examples?: Readonly<Record<string, { readonly value: unknown }>>;
}

interface Body {
  readonly content: Readonly<Record<string, Media>>;
}

interface Described {
  readonly operationId: string;
  readonly requestBody?: Body | { readonly $ref: string };
  readonly responses: Readonly<
    Record<string, { readonly content?: Readonly<Record<string, Media>> }>
  >;
}

interface Document {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Described>>>>;
  readonly components: {
    readonly schemas: Readonly<Record<string, object>>;
    readonly requestBodies: Readonly<Record<string, Body>>;
  };
}

/** Routes for people, not for programs. */
const PAGES = PAGE_PATHS.map((path) => `GET ${path}`);

let document: Document;
beforeAll(async () => {
  document = JSON.parse(await currentDocument()) as Document;
});

const operations = (): readonly Described[] =>
  Object.values(document.paths).flatMap((path) => Object.values(path));

function bodyOf(body: Described['requestBody']): Body | undefined {
  if (body === undefined || !('$ref' in body)) return body;
  const [, name = ''] = /^#\/components\/requestBodies\/(\w+)$/.exec(body.$ref) ?? [];
  return document.components.requestBodies[name];
}

test('a body of several types is a component that has JSON first', () => {
  const [analyze] = operations();
  expect(analyze?.requestBody).toEqual({ $ref: '#/components/requestBodies/Analyze' });
  const types = Object.keys(bodyOf(analyze?.requestBody)?.content ?? {});
  expect(types).toEqual([
    'application/json',
    'text/plain',
    'text/markdown',
    'text/html',
    'application/xml',
    'application/rss+xml',
    'application/atom+xml',
    'application/vnd.iptc.ninjs+json',
    'message/rfc822',
  ]);
  for (const { requestBody } of operations())
    if (requestBody !== undefined && 'content' in requestBody)
      expect(Object.keys(requestBody.content)).toHaveLength(1);
});

test('every route is described, and nothing else', () => {
  const routes = harness()
    .app.routes.filter(({ method }) => method !== 'ALL')
    .map(({ method, path }) => `${method} ${path.replace(/:(\w+)(\{[^}]*\})?/g, '{$1}')}`)
    .filter((route) => !PAGES.includes(route));
  const described = OPERATIONS.map(({ method, path }) => `${method.toUpperCase()} ${path}`);
  expect(described.toSorted()).toEqual([...new Set(routes)].toSorted());
});

test('every problem is some operation’s', () => {
  const described = new Set(OPERATIONS.flatMap(({ problems }) => problems));
  // All operations have these.
  const everywhere = ['unauthorized', 'rate-limited', 'internal', 'overloaded'];
  expect([...described, ...everywhere].toSorted()).toEqual(Object.keys(KINDS).toSorted());
});

test('no schema says nothing: what cannot be converted is dropped in silence', () => {
  const empty: string[] = [];
  const visit = (schema: unknown, path: string): void => {
    if (typeof schema !== 'object' || schema === null) return;
    const { properties = {}, items, anyOf = [] } = schema as Record<string, object>;
    const keys = Object.keys(schema).filter((key) => key !== 'description');
    if (keys.length === 0) empty.push(path);
    for (const [name, member] of Object.entries(properties)) visit(member, `${path}.${name}`);
    if (items !== undefined) visit(items, `${path}[]`);
    for (const member of anyOf as readonly object[]) visit(member, `${path}|`);
  };
  for (const [name, schema] of Object.entries(document.components.schemas)) visit(schema, name);
  expect(empty).toEqual([]);
});

test('options have the words and limits of the schema that checks them', () => {
  const { AnalyzeRequest } = document.components.schemas as unknown as {
    readonly AnalyzeRequest: { readonly properties: Readonly<Record<string, object>> };
  };
  expect(AnalyzeRequest).toMatchObject({ additionalProperties: false });
  expect(AnalyzeRequest.properties).toMatchObject({
    minConfidence: { type: 'number', minimum: 0, maximum: 1 },
    include: { type: 'array', maxItems: 16, items: { enum: expect.arrayContaining(['quotes']) } },
  });
});

test('a request has a text or a page, and names formats that there are', () => {
  const { AnalyzeRequest, VerifyRequest } = document.components.schemas;
  const oneOf = ['text', 'markdown', 'html', 'xml', 'ninjs', 'mail'].map((name) => ({
    required: [name],
  }));
  expect(AnalyzeRequest).toMatchObject({ oneOf, properties: { format: { enum: FORMAT_NAMES } } });
  expect(VerifyRequest).toMatchObject({ oneOf, required: ['quotes'] });
});

test('every format is described under its media type, and has an example', () => {
  const { content = {} } = document.paths['/v1/analyze']?.['post']?.responses['200'] ?? {};
  const types = Object.values(FORMATS).map(({ type }) => type);
  expect(Object.keys(content).toSorted()).toEqual([...new Set(types)].toSorted());
  for (const [name, { type }] of Object.entries(FORMATS)) {
    expect(content[type]?.examples, name).toHaveProperty(name);
  }
});

describe('examples', () => {
  test('all of them are shown, and only they', () => {
    const shown = operations().flatMap(({ operationId, responses }) =>
      Object.entries(responses).flatMap(([status, { content = {} }]) =>
        Object.values(content).flatMap(({ examples = {} }) =>
          Object.keys(examples).map((name) => `${operationId} ${name} ${status}`),
        ),
      ),
    );
    const wanted = EXAMPLES.map(({ operation, name, status }) => `${operation} ${name} ${status}`);
    expect(shown.toSorted()).toEqual(wanted.toSorted());
    const sent = operations().flatMap(({ operationId, requestBody }) =>
      Object.values(bodyOf(requestBody)?.content ?? {}).flatMap(({ examples = {} }) =>
        Object.keys(examples).map((name) => `${operationId} ${name}`),
      ),
    );
    const posted = EXAMPLES.filter(({ body, status }) => body !== undefined && status < 400);
    expect(sent.toSorted()).toEqual(
      posted.map(({ operation, name }) => `${operation} ${name}`).toSorted(),
    );
  });

  const SCHEMAS: Readonly<Record<string, v.GenericSchema>> = {
    analyze: v.union([AnalysisSchema, CitronSchema]),
    analyzeBatch: BatchLineSchema,
    getJob: JobSchema,
    verify: VerificationSchema,
    listRules: RuleListSchema,
    getRule: RuleSchema,
    getHealth: HealthSchema,
    // By the types of the protocol; test/http/mcp.test.ts has more.
    sendMessage: v.looseObject({
      jsonrpc: v.literal('2.0'),
      id: v.literal(1),
      result: v.looseObject({}),
    }),
  };

  test('answers are what the schemas of answers say, with no field more', () => {
    const judged = new Set<string>();
    for (const { operationId, responses } of operations()) {
      for (const [status, { content = {} }] of Object.entries(responses)) {
        const schema = status === '200' ? SCHEMAS[operationId] : ProblemSchema;
        for (const [type, { examples = {} }] of Object.entries(content)) {
          if (!OF_JSON.includes(type)) continue;
          for (const value of Object.values(examples).flatMap((one) => valuesOf(one.value))) {
            expect(v.parse(schema as v.GenericSchema, value)).toEqual(value);
            judged.add(operationId);
          }
        }
      }
    }
    expect([...judged].toSorted()).toEqual(Object.keys(SCHEMAS).toSorted());
  });

  /** Types of answers that are described to the last field; formats have tests of their own. */
  const OF_JSON = ['application/json', 'application/x-ndjson', 'application/problem+json'];

  /** Newline-delimited JSON is a text of several values. */
  function valuesOf(value: unknown): readonly unknown[] {
    if (typeof value !== 'string') return [value];
    return value
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as unknown);
  }
});

test('the option url is described as http or https, in bodies and in the query string', () => {
  for (const name of ['AnalyzeRequest', 'VerifyRequest']) {
    const { properties } = document.components.schemas[name] as {
      properties: { url: { pattern: string } };
    };
    const pattern = new RegExp(properties.url.pattern, 'u');
    expect('https://example.com/a').toMatch(pattern);
    expect('HTTP://example.com').toMatch(pattern);
    expect('javascript:alert(1)').not.toMatch(pattern);
  }
  const parameters = JSON.stringify(document.paths['/v1/analyze']);
  expect(parameters).toMatch(/"name":"url"[^}]*"pattern":/);
});
