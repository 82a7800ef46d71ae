/**
 * Requests that stand in openapi.json as examples. Their answers are not written by hand: the program gives them.
 * @module
 */
import type { FormatName } from '../../src/formats/formats.ts';
import { ASSISTANT_EXAMPLES } from './assistant-examples.ts';
import { json, PAGE, type Example } from './example.ts';

const HTML = `<html lang="en"><title>Harbour bridge to stay shut until May</title>
<nav><a href="/">Home</a> <a href="/local">Local</a> <a href="/sport">Sport</a></nav>
<h1>Harbour bridge to stay shut until May</h1>
<p>The harbour bridge will stay shut until May, the city council said on Tuesday. Some nine thousand cars a day will go on taking the long way round by the old lock.</p>
<p>&ldquo;We found cracks in two of the main beams,&rdquo; said Ines Marlow, the chief engineer. &ldquo;Nobody should drive over that.&rdquo;</p>
<aside class="newsletter">Sign up for our newsletter</aside>
`;

const NITF = `<nitf><body>
<body.head><hedline><hl1>Harbour bridge to stay shut until May</hl1></hedline><byline>By Ada Brandt</byline></body.head>
<body.content>
<p>The harbour bridge will stay shut until May, the <org>city council</org> said on Tuesday.</p>
<p>“We found cracks in two of the main beams,” said <person>Ines Marlow</person>, the chief engineer.</p>
</body.content></body></nitf>
`;

const RSS = `<rss version="2.0"><channel><title>Elsing Post</title>
<item><title>Harbour bridge to stay shut until May</title><description>The harbour bridge will stay shut until May, the city council said on Tuesday.</description></item>
<item><title>Ferry crews go on strike</title><description><![CDATA[<p>“Nobody has answered us,” said Paul Reed, who speaks for the crews.</p>]]></description></item>
</channel></rss>
`;

const ATOM = `<feed xmlns="http://www.w3.org/2005/Atom"><title>Elsing Post</title>
<entry><title>Ferry crews go on strike</title><author><name>Mara Lind</name></author>
<content type="html">&lt;p&gt;“Nobody has answered us,” said Paul Reed, who speaks for the crews.&lt;/p&gt;</content></entry>
</feed>
`;

const MAIL = `From: "Mara Lind" <mara@press.example>
Subject: Ferry crews go on strike
Date: Tue, 3 Mar 2026 07:15:00 +0100
Content-Type: text/plain; charset=utf-8

The ferries of Elsing stay in port. “Nobody has answered us,” said Paul
Reed, who speaks for the crews.
`;

const NINJS = {
  uri: 'https://press.example/ferry',
  headline: 'Ferry crews go on strike',
  byline: 'Mara Lind',
  body_html: '<p>“Nobody has answered us,” said Paul Reed, who speaks for the crews.</p>',
};

const text = (body: string, type = 'text/plain') => ({ headers: { 'content-type': type }, body });
const lines = (...body: readonly string[]) => text(body.join('\n'), 'application/x-ndjson');

const analyze = { operation: 'analyze', method: 'POST', path: '/v1/analyze' } as const;
const batch = { operation: 'analyzeBatch', method: 'POST', path: '/v1/batch' } as const;
const verify = { operation: 'verify', method: 'POST', path: '/v1/verify' } as const;
const rule = { operation: 'getRule', method: 'GET' } as const;
const rules = { operation: 'listRules', method: 'GET' } as const;

/** The same page in every format but JSON. */
const FORMATTED = (
  [
    ['text', 'The story alone'],
    ['web-annotation', 'Quotes as Web Annotations'],
    ['schema-org', 'Quotes in the words of schema.org'],
    ['csv', 'A row a quote'],
    ['html', 'A page with marks'],
    ['citron', 'Quotes in the JSON of BBC Citron'],
  ] as const satisfies readonly (readonly [FormatName, string])[]
).map(([format, summary]): Example => ({
  ...analyze,
  name: format,
  summary,
  ...json({ text: PAGE, format, id: 'wire-4711' }),
  status: 200,
}));

/** SHA-256 of a key that nobody has. */
const SOME_HASH = 'b'.repeat(64);

export const EXAMPLES: readonly Example[] = [
  { ...analyze, name: 'page', summary: 'A page in JSON', ...json({ text: PAGE }), status: 200 },
  {
    ...analyze,
    name: 'plain',
    summary: 'A text as it is, its quotes only, offsets in code points',
    path: '/v1/analyze?include=quotes,speakers&offsetUnit=codepoint',
    ...text(PAGE),
    status: 200,
  },
  {
    ...analyze,
    name: 'explained',
    summary: 'With the evidence for every segment',
    ...json({ text: PAGE, include: ['segments'], explain: true, id: 'wire-4711' }),
    status: 200,
  },
  {
    ...analyze,
    name: 'markup',
    summary: 'A page of HTML: the answer has its text',
    path: '/v1/analyze?include=segments',
    ...text(HTML, 'text/html'),
    status: 200,
  },
  {
    ...analyze,
    name: 'markupInJson',
    summary: 'A page of HTML in JSON',
    ...json({ html: HTML, include: ['articles', 'quotes'] }),
    status: 200,
  },
  {
    ...analyze,
    name: 'nitf',
    summary: 'An article as NITF: its fields say what is headline and byline',
    ...text(NITF, 'application/xml'),
    status: 200,
  },
  {
    ...analyze,
    name: 'rss',
    summary: 'A feed: every item is an article',
    ...text(RSS, 'application/rss+xml'),
    status: 200,
  },
  {
    ...analyze,
    name: 'atom',
    summary: 'A feed as Atom',
    ...text(ATOM, 'application/atom+xml'),
    status: 200,
  },
  {
    ...analyze,
    name: 'ninjs',
    summary: 'An article as ninjs',
    ...text(JSON.stringify(NINJS), 'application/vnd.iptc.ninjs+json'),
    status: 200,
  },
  {
    ...analyze,
    name: 'mail',
    summary: 'An article that came by mail',
    ...text(MAIL, 'message/rfc822'),
    status: 200,
  },
  {
    ...analyze,
    name: 'newsInJson',
    summary: 'An article as ninjs, its quotes only',
    ...json({ ninjs: NINJS, include: ['quotes', 'speakers'] }),
    status: 200,
  },
  ...FORMATTED,
  {
    ...analyze,
    name: 'malformed',
    summary: 'JSON that breaks off',
    headers: { 'content-type': 'application/json' },
    body: '{"text": "Bridge',
    status: 400,
  },
  {
    ...analyze,
    name: 'keyless',
    summary: 'No key where keys are configured',
    ...json({ text: PAGE }),
    env: { API_KEYS: SOME_HASH },
    status: 401,
  },
  {
    ...analyze,
    name: 'format',
    summary: 'A format that there is not',
    ...json({ text: PAGE, format: 'telegram' }),
    status: 406,
  },
  {
    ...analyze,
    name: 'type',
    summary: 'Another content type',
    ...text('a,b', 'text/csv'),
    status: 415,
  },
  {
    ...analyze,
    name: 'options',
    summary: 'Options that are not valid',
    ...json({ text: PAGE, minConfidence: 2, offsetUnit: 'bytes' }),
    status: 422,
  },
  {
    ...analyze,
    name: 'often',
    summary: 'Too often',
    ...json({ text: PAGE }),
    env: { RATE_LIMITER: { limit: async () => ({ success: false }) } },
    status: 429,
  },
  {
    ...analyze,
    name: 'busy',
    summary: 'Too many requests wait',
    ...json({ text: PAGE }),
    env: { IS_BUSY: true },
    status: 503,
  },
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
