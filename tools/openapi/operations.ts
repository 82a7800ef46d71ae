/**
 * The operations of the API: which schema each reads and writes, and which problems it has. A route is added here when it
 * is added to the app; a test compares the two.
 * @module
 */
import { OptionsSchema } from '../../src/http/analyze.ts';
import { RuleQuerySchema } from '../../src/http/rules.ts';
import { ANALYSIS_BODIES } from './formats.ts';
import { JOB_OPERATIONS } from './jobs.ts';
import { BODY_PROBLEMS, GZIP, linesOf, NDJSON, type Operation } from './operation.ts';

/** The protocol has schemas of its own. */
const MESSAGE = {
  type: 'object',
  description: 'A message of JSON-RPC 2.0.',
  externalDocs: { url: 'https://modelcontextprotocol.io/specification/2026-07-28/schema' },
} as const;

export const OPERATIONS: readonly Operation[] = [
  {
    id: 'analyze',
    method: 'post',
    path: '/v1/analyze',
    tag: 'Analysis',
    summary: 'Segments, stories, quotes and speakers of a page',
    description: `Send the text or the page as it is, with options in the query string, or JSON that holds both. ${GZIP} The answer is JSON unless \`format\` or \`Accept\` asks for another format. The same request, engine and rulesVersion give the same bytes.`,
    query: OptionsSchema,
    request: {
      'application/json': 'AnalyzeRequest',
      'text/plain': { type: 'string', description: 'A text, in UTF-8.' },
      'text/markdown': { type: 'string', description: 'A text as Markdown, in UTF-8.' },
      'text/html': { type: 'string', description: 'A page, in any charset that browsers know.' },
      'application/xml': {
        type: 'string',
        description: 'NITF, NewsML-G2, RSS or Atom, in any charset that browsers know.',
      },
      'application/rss+xml': { type: 'string', description: 'The same.' },
      'application/atom+xml': { type: 'string', description: 'The same.' },
      'application/vnd.iptc.ninjs+json': {
        type: 'object',
        description: 'A document as ninjs, of any version, in UTF-8.',
      },
      'message/rfc822': {
        type: 'string',
        description: 'A mail with its header. Each part is in the charset that it names.',
      },
    },
    response: { description: 'The analysis, by format.', bodies: ANALYSIS_BODIES },
    problems: [...BODY_PROBLEMS, 'malformed-json', 'unknown-format', 'invalid-request'],
  },
  {
    id: 'analyzeBatch',
    method: 'post',
    path: '/v1/batch',
    tag: 'Analysis',
    summary: 'Many analyses, streamed',
    description: `A request a line in, an answer a line out, in order, while the rest is still coming. A bad line is answered in its place with a problem and its number; blank lines are passed over. Options stand in the lines. The format is json. ${GZIP} Read while you write: nothing more is read from a client that lets its answers lie.`,
    request: { [NDJSON]: linesOf('AnalyzeRequest', 'A request a line.') },
    response: {
      description: 'An answer for every line that is not blank.',
      bodies: { [NDJSON]: linesOf('BatchLine', 'An analysis or a problem a line.') },
    },
    problems: ['too-large', 'unsupported-type', 'unsupported-encoding', 'invalid-request'],
  },
  {
    id: 'verify',
    method: 'post',
    path: '/v1/verify',
    tag: 'Analysis',
    summary: 'Whether quotes stand in a text',
    description: `For each quote whether the text has it verbatim, in other typography only, altered or not at all; where, and who says it there. ${GZIP}`,
    request: { 'application/json': 'VerifyRequest' },
    response: {
      description: 'What the text has of each quote.',
      bodies: { 'application/json': 'Verification' },
    },
    problems: [...BODY_PROBLEMS, 'malformed-json', 'unknown-format', 'invalid-request'],
  },
  ...JOB_OPERATIONS,
  {
    id: 'sendMessage',
    method: 'post',
    path: '/mcp',
    tag: 'Assistants',
    summary: 'Tools for an assistant',
    description: `The Model Context Protocol over HTTP, revisions 2026-07-28, 2025-11-25 and 2025-06-18, without state: \`analyze_article\`, \`verify_quotes\` and \`who_said\`. Clients of the protocol are given this address; \`tools/list\` has the schemas. Errors of the protocol are errors of JSON-RPC, with status 200, 400 or 404; whatever stands before it answers with problems. A notification is answered with 202. ${GZIP}`,
    request: { 'application/json': MESSAGE },
    response: {
      description: 'The response to a request.',
      bodies: { 'application/json': MESSAGE },
    },
    problems: [
      ...(['forbidden-origin', 'unknown-format', 'broken-encoding', 'broken-body'] as const),
      ...(['too-large', 'unsupported-type', 'unsupported-encoding'] as const),
    ],
  },
  {
    id: 'listRules',
    method: 'get',
    path: '/v1/rules',
    tag: 'Rules',
    summary: 'The bundled rules',
    description: 'In order of their ids, a page at a time.',
    query: RuleQuerySchema,
    response: { description: 'A page of the list.', bodies: { 'application/json': 'RuleList' } },
    tagged: true,
    problems: ['invalid-request'],
  },
  {
    id: 'getRule',
    method: 'get',
    path: '/v1/rules/{id}',
    tag: 'Rules',
    summary: 'One rule',
    description: 'The id as it stands in evidence. Its slashes may be sent as they are.',
    parameters: [
      {
        name: 'id',
        in: 'path',
        required: true,
        schema: { type: 'string' },
        example: 'en/ads/ad-controls',
      },
    ],
    response: { description: 'The rule.', bodies: { 'application/json': 'Rule' } },
    tagged: true,
    problems: ['not-found'],
  },
  {
    id: 'getHealth',
    method: 'get',
    path: '/health',
    tag: 'Service',
    summary: 'Whether the service runs',
    description: 'Which program with which rules, and whether it is protected.',
    response: { description: 'It runs.', bodies: { 'application/json': 'Health' } },
    problems: ['method-not-allowed'],
  },
  {
    id: 'getDescription',
    method: 'get',
    path: '/openapi.json',
    tag: 'Service',
    summary: 'This description',
    description: 'Written from the schemas that validate requests.',
    response: {
      description: 'An OpenAPI 3.1 document.',
      bodies: { 'application/json': { type: 'object' } },
    },
    tagged: true,
    problems: ['method-not-allowed'],
  },
];
