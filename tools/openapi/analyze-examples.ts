/**
 * Examples of requests for an analysis: a page in every form that it may come in, in every format, and what goes wrong.
 * @module
 */
import type { FormatName } from '../../src/formats/formats.ts';
import { HTML, json, PAGE, text, type Example } from './example.ts';

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

const analyze = { operation: 'analyze', method: 'POST', path: '/v1/analyze' } as const;

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

export const ANALYZE_EXAMPLES: readonly Example[] = [
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
];
