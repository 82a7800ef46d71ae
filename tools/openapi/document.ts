/**
 * The OpenAPI document, put together from schemas, operations and examples with the answers that the program gives.
 * @module
 */
import type { JsonSchema } from '@valibot/to-json-schema';
import { MCP_PATH } from '../../src/http/mcp.ts';
import { KINDS, type ProblemName } from '../../src/http/problems.ts';
import type { Example } from './example.ts';
import type { Operation } from './operation.ts';
import { OPERATIONS } from './operations.ts';
import { componentSchemas, inlineSchema, refTo, type Bodies, type SchemaName } from './schemas.ts';

/** An example with what came back: a body of JSON as a value, any other as text. */
export interface Answered extends Example {
  /** The answer's media type, as it was sent. */
  readonly type: string;
  readonly answer: unknown;
}

/** Stands where an answer has an id of its own. */
export const REQUEST_ID = '00000000-0000-4000-8000-000000000000';

const PROBLEM = 'application/problem+json';

export function openApiDocument(version: string, examples: readonly Answered[]): object {
  const paths: Record<string, Record<string, object>> = {};
  for (const operation of OPERATIONS) {
    const mine = examples.filter((example) => example.operation === operation.id);
    (paths[operation.path] ??= {})[operation.method] = operationObject(operation, mine);
  }
  return {
    openapi: '3.1.0',
    info: {
      title: 'Copydesk',
      version,
      summary: 'Segments and attributed quotes from the text or HTML of a news page',
      description: DESCRIPTION,
      license: { name: 'MIT', identifier: 'MIT' },
    },
    servers: [{ url: '/' }],
    tags: [
      { name: 'Analysis', description: 'What stands in a page, and who says it.' },
      { name: 'Assistants', description: 'The same for the assistant that somebody works with.' },
      {
        name: 'Jobs',
        description: 'Archives that outgrow a request, where a deployment has jobs.',
      },
      { name: 'Rules', description: 'What the analysis goes by.' },
      { name: 'Service', description: 'The service itself.' },
    ],
    paths,
    components: {
      schemas: componentSchemas(),
      requestBodies: sharedBodies(examples),
      securitySchemes: {
        key: { type: 'http', scheme: 'bearer', description: 'Where keys are configured.' },
      },
    },
  };
}

const DESCRIPTION = [
  'Spans are half-open, and point into the text as it was sent; for HTML, into the `text` of the answer.',
  'Every answer has an `X-Request-Id`. Problems (RFC 9457) repeat nothing of the request.',
  'Fields may be added to answers, and kinds to labels; clients pass over what they do not know.',
].join(' ');

function operationObject(operation: Operation, examples: readonly Answered[]): object {
  const { id, tag, summary, description, request } = operation;
  const parameters = [...(operation.parameters ?? []), ...queryParameters(operation)];
  return {
    operationId: id,
    tags: [tag],
    summary,
    description,
    // A key is wanted where the deployment has some configured.
    security: isProtected(operation) ? [{}, { key: [] }] : [],
    ...(parameters.length > 0 ? { parameters } : {}),
    ...(request === undefined ? {} : { requestBody: requestBody(operation, request, examples) }),
    responses: responsesOf(operation, examples),
  };
}

/**
 * A body that may be of several types is a component. Generators of clients such as orval then take the first type, which
 * is JSON; where the types stand in the operation itself, they write JSON and leave the type out, so that `fetch` sends it
 * as text/plain.
 */
function requestBody(operation: Operation, request: Bodies, examples: readonly Answered[]): object {
  return hasSeveralTypes(operation)
    ? { $ref: `#/components/requestBodies/${bodyName(operation)}` }
    : bodyObject(operation, request, examples);
}

function sharedBodies(examples: readonly Answered[]): Readonly<Record<string, object>> {
  return Object.fromEntries(
    OPERATIONS.filter(hasSeveralTypes).map((operation) => {
      const mine = examples.filter((example) => example.operation === operation.id);
      return [bodyName(operation), bodyObject(operation, operation.request ?? {}, mine)];
    }),
  );
}

function hasSeveralTypes({ request = {} }: Operation): boolean {
  return Object.keys(request).length > 1;
}

/** `Analyze`, of `analyze`. */
function bodyName({ id }: Operation): string {
  return id.charAt(0).toUpperCase() + id.slice(1);
}

function bodyObject(
  { isBodyOptional }: Operation,
  request: Bodies,
  examples: readonly Answered[],
): object {
  return { required: isBodyOptional !== true, content: contentOf(request, sentExamples(examples)) };
}

function isProtected({ path }: Operation): boolean {
  return path.startsWith('/v1/') || path === MCP_PATH;
}

/** Options of the query string, one by one. Lists stand in one value, divided by commas. */
function queryParameters({ query }: Operation): readonly object[] {
  if (query === undefined) return [];
  const properties = inlineSchema(query).properties ?? {};
  return Object.entries(properties).map(([name, schema]) => {
    const { description, ...rest } = schema as JsonSchema;
    const list = rest.type === 'array' ? { style: 'form', explode: false } : {};
    return { name, in: 'query', description, ...list, schema: rest };
  });
}

type Shown = Readonly<Record<string, Readonly<Record<string, object>>>>;

/** Requests that are refused would contradict the schema; only their answers are shown. */
function sentExamples(examples: readonly Answered[]): Shown {
  const shown: Record<string, Record<string, object>> = {};
  for (const { name, summary, headers, body, status } of examples) {
    const type = headers?.['content-type'];
    if (type === undefined || body === undefined || status >= 400) continue;
    (shown[type] ??= {})[name] = {
      summary,
      value: isJson(type) ? JSON.parse(body) : body,
    };
  }
  return shown;
}

function contentOf(bodies: Bodies, shown: Shown): object {
  return Object.fromEntries(
    Object.entries(bodies).map(([type, schema]) => {
      const examples = shown[type];
      const content = { schema: typeof schema === 'string' ? refTo(schema as SchemaName) : schema };
      return [type, examples === undefined ? content : { ...content, examples }];
    }),
  );
}

function responsesOf(operation: Operation, examples: readonly Answered[]): object {
  const { response, tagged, problems } = operation;
  const shared: readonly ProblemName[] = isProtected(operation)
    ? [
        'unauthorized',
        'rate-limited',
        ...(operation.method === 'post' ? (['overloaded'] as const) : []),
      ]
    : [];
  const byStatus = Map.groupBy(
    [...problems, ...shared, 'internal' as const],
    (name) => KINDS[name].status,
  );
  const answers: Record<string, object> = {};
  const hasBody = Object.keys(response.bodies).length > 0;
  const successes = response.statuses ?? { 200: response.description };
  for (const [status, description] of Object.entries(successes)) {
    const shown = receivedExamples(examples, Number(status));
    answers[status] = {
      description,
      headers: tagged
        ? { ...REQUEST_ID_HEADER, ETag: textHeader('The version of the rules.') }
        : REQUEST_ID_HEADER,
      ...(hasBody ? { content: contentOf(response.bodies, shown) } : {}),
    };
  }
  if (tagged) answers['304'] = { description: 'The client has this version.' };
  for (const [status, names] of byStatus) {
    answers[status] = {
      description: names.map((name) => `${KINDS[name].title} (\`/problems/${name}\`)`).join('; '),
      headers: { ...REQUEST_ID_HEADER, ...STATUS_HEADERS[status] },
      content: contentOf({ [PROBLEM]: 'Problem' }, receivedExamples(examples, status)),
    };
  }
  return answers;
}

function textHeader(description: string): object {
  return { description, schema: { type: 'string' } };
}

const REQUEST_ID_HEADER = { 'X-Request-Id': textHeader('Finds the request in the logs.') };

const STATUS_HEADERS: Readonly<Record<number, object>> = {
  401: { 'WWW-Authenticate': textHeader('Bearer.') },
  405: { Allow: textHeader('The methods of this path.') },
  429: { 'Retry-After': { description: 'Seconds.', schema: { type: 'integer' } } },
  503: { 'Retry-After': { description: 'Seconds.', schema: { type: 'integer' } } },
};

function receivedExamples(examples: readonly Answered[], status: number): Shown {
  const shown: Record<string, Record<string, object>> = {};
  for (const { name, summary, answer, type, ...example } of examples) {
    if (example.status === status) (shown[type] ??= {})[name] = { summary, value: answer };
  }
  return shown;
}

/** Whether a body of this type is one JSON value (RFC 6839). */
function isJson(type: string): boolean {
  return type === 'application/json' || type.endsWith('+json');
}
