/**
 * Requests that stand in openapi.json as examples. Their answers are not written by hand: the program gives them.
 * @module
 */
import { ANALYZE_EXAMPLES } from './analyze-examples.ts';
import { ASSISTANT_EXAMPLES } from './assistant-examples.ts';
import { HTML, json, PAGE, text, type Example } from './example.ts';

const lines = (...body: readonly string[]) => text(body.join('\n'), 'application/x-ndjson');

const batch = { operation: 'analyzeBatch', method: 'POST', path: '/v1/batch' } as const;
const verify = { operation: 'verify', method: 'POST', path: '/v1/verify' } as const;
const rule = { operation: 'getRule', method: 'GET' } as const;
const rules = { operation: 'listRules', method: 'GET' } as const;

export const EXAMPLES: readonly Example[] = [
  ...ANALYZE_EXAMPLES,
  {
    ...batch,
    name: 'lines',
    summary: 'Three lines, the second of them bad',
    ...lines(
      JSON.stringify({ id: 'first', text: PAGE, include: ['quotes'] }),
      JSON.stringify({ id: 'second', texts: PAGE }),
      JSON.stringify({ id: 'third', text: 'Bridge closed.', include: ['segments'] }),
    ),
    status: 200,
  },
  {
    ...batch,
    name: 'pages',
    summary: 'A page of HTML and a text',
    ...lines(
      JSON.stringify({ id: 'page', html: HTML, include: ['quotes'] }),
      JSON.stringify({ id: 'text', text: PAGE, include: ['quotes'] }),
    ),
    status: 200,
  },
  { ...batch, name: 'type', summary: 'Another content type', ...json([]), status: 415 },
  {
    ...verify,
    name: 'statuses',
    summary: 'One quote of each status',
    ...json({
      text: PAGE,
      quotes: [
        '“Nobody should drive over that.”',
        '"Nobody should drive over that"',
        'Nobody could drive over that',
        'The bridge is sound',
      ],
    }),
    status: 200,
  },
  {
    ...verify,
    name: 'markup',
    summary: 'Against a page of HTML, offsets in code points',
    ...json({ html: HTML, quotes: ['drive over that'], offsetUnit: 'codepoint' }),
    status: 200,
  },
  {
    ...verify,
    name: 'options',
    summary: 'No quotes, and two inputs',
    ...json({ text: PAGE, html: HTML, quotes: [] }),
    status: 422,
  },
  ...ASSISTANT_EXAMPLES,
  {
    operation: 'getJob',
    name: 'off',
    summary: 'A deployment without jobs',
    method: 'GET',
    path: '/v1/jobs/archive-1996',
    status: 404,
  },
  {
    ...rules,
    name: 'kind',
    summary: 'The first of the English rules for advertisements',
    path: '/v1/rules?language=en&kind=ads&limit=1',
    status: 200,
  },
  {
    ...rules,
    name: 'limit',
    summary: 'A page too long',
    path: '/v1/rules?limit=1000',
    status: 422,
  },
  { ...rule, name: 'rule', summary: 'A rule', path: '/v1/rules/en/ads/ad-controls', status: 200 },
  {
    ...rule,
    name: 'unknown',
    summary: 'An unknown id',
    path: '/v1/rules/en/ads/nothing',
    status: 404,
  },
  {
    operation: 'getHealth',
    name: 'open',
    summary: 'A service that is open to all',
    method: 'GET',
    path: '/health',
    status: 200,
  },
];
