/**
 * `POST /mcp` over the real analysis: what the protocol wants, era by era, and what the tools answer.
 */
import Ajv2020 from 'ajv/dist/2020.js';
import { describe, expect, test, vi } from 'vitest';
import { createApp } from '../../src/http/app.ts';
import type { Env } from '../../src/http/env.ts';
import { service } from '../../src/service.ts';
import { PAGES } from './mcp-pages.ts';

const app = createApp(service);
const VERSION = '2026-07-28';
const META = 'io.modelcontextprotocol/';

type Json = Record<string, any>;

interface Got {
  readonly status: number;
  readonly type: string | null;
  readonly body: Json;
}

async function send(
  message: unknown,
  headers: Record<string, string> = {},
  env: Env = {},
): Promise<Got> {
  const response = await app.request(
    '/mcp',
    {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body: typeof message === 'string' ? message : JSON.stringify(message),
    },
    env,
  );
  const text = await response.text();
  const type = response.headers.get('content-type');
  return { status: response.status, type, body: text === '' ? {} : (JSON.parse(text) as Json) };
}

const legacy = (method: string, params?: object): object => ({
  jsonrpc: '2.0',
  id: 7,
  method,
  ...(params === undefined ? {} : { params }),
});

/** A request of the newest revision; `headers` and `meta` replace what a good client sends. */
function modern(
  method: string,
  params: Json = {},
  { headers = {}, meta = {} }: { headers?: Json; meta?: Json } = {},
): Promise<Got> {
  const sent = { 'mcp-protocol-version': VERSION, 'mcp-method': method, ...headers } as Json;
  if (method === 'tools/call' && !('mcp-name' in sent)) sent['mcp-name'] = params['name'];
  const kept = Object.fromEntries(Object.entries(sent).filter(([, value]) => value !== null));
  const all = { [`${META}protocolVersion`]: VERSION, [`${META}clientCapabilities`]: {}, ...meta };
  return send(legacy(method, { ...params, _meta: all }), kept as Record<string, string>);
}

const call = async (name: string, args: object): Promise<Json> => {
  const { status, body } = await modern('tools/call', { name, arguments: args });
  expect(status).toBe(200);
  return body['result'] as Json;
};

describe('the newest revision', () => {
  test('is discovered, with the tools and who answers', async () => {
    const { status, type, body } = await modern('server/discover');
    expect([status, type]).toEqual([200, 'application/json']);
    expect(body).toMatchObject({
      jsonrpc: '2.0',
      id: 7,
      result: {
        resultType: 'complete',
        supportedVersions: [VERSION],
        capabilities: { tools: {} },
        cacheScope: 'public',
        ttlMs: expect.any(Number),
        _meta: { [`${META}serverInfo`]: { name: 'copydesk', version: service.engine } },
      },
    });
    expect(Object.keys(body['result'].capabilities)).toEqual(['tools']);
  });

  test('has three tools with schemas that are JSON Schema', async () => {
    const { body } = await modern('tools/list');
    const tools = body['result'].tools as Json[];
    expect(tools.map(({ name }) => name)).toEqual(['analyze_article', 'verify_quotes', 'who_said']);
    const ajv = new Ajv2020({ strict: false });
    for (const { inputSchema, outputSchema } of tools) {
      for (const schema of [inputSchema, outputSchema]) {
        expect(ajv.validateSchema(schema)).toBe(true);
        expect(schema.type).toBe('object');
        // Providers of models refuse tools that have one of these at the top.
        for (const name of ['oneOf', 'anyOf', 'allOf']) expect(schema).not.toHaveProperty(name);
      }
    }
  });

  test.each([
    ['no MCP-Protocol-Version', { 'mcp-protocol-version': null }, -32_020],
    ['another MCP-Protocol-Version', { 'mcp-protocol-version': '2025-11-25' }, -32_020],
    ['no Mcp-Method', { 'mcp-method': null }, -32_020],
    ['another Mcp-Method', { 'mcp-method': 'tools/list' }, -32_020],
    ['no Mcp-Name', { 'mcp-name': null }, -32_020],
    ['another Mcp-Name', { 'mcp-name': 'verify_quotes' }, -32_020],
    ['broken Base64', { 'mcp-name': '=?base64?a?=' }, -32_020],
  ])('refuses %s', async (_, headers, code) => {
    const params = { name: 'who_said', arguments: {} };
    const { status, body } = await modern('tools/call', params, { headers });
    expect(status).toBe(400);
    expect(body).toMatchObject({ jsonrpc: '2.0', id: 7, error: { code } });
  });

  test('takes a name in Base64', async () => {
    const headers = { 'mcp-name': `=?base64?${btoa('who_said')}?=` };
    const params = {
      name: 'who_said',
      arguments: { text: PAGES.bridge, quote: 'drive over that' },
    };
    expect((await modern('tools/call', params, { headers })).status).toBe(200);
  });

  test('refuses a revision that it does not know, and says which it knows', async () => {
    const { status, body } = await modern(
      'tools/list',
      {},
      {
        headers: { 'mcp-protocol-version': '1900-01-01' },
        meta: { [`${META}protocolVersion`]: '1900-01-01' },
      },
    );
    expect(status).toBe(400);
    expect(body['error']).toMatchObject({ code: -32_022, data: { supported: [VERSION] } });
  });

  test.each([
    ['a revision that is no string', { [`${META}protocolVersion`]: 2026 }],
    ['no capabilities', { [`${META}clientCapabilities`]: undefined }],
    ['capabilities that are no object', { [`${META}clientCapabilities`]: [] }],
  ])('refuses %s', async (_, meta) => {
    const { status, body } = await modern('tools/list', {}, { meta });
    expect(status).toBe(400);
    expect(body['error'].code).toBe(-32_602);
  });

  test('refuses a request that says in a header alone what it is', async () => {
    const { status, body } = await send(legacy('tools/list'), { 'mcp-protocol-version': VERSION });
    expect([status, body['error'].code]).toEqual([400, -32_602]);
  });

  test.each(['initialize', 'ping', 'resources/list', 'constructor'])(
    'has no %s',
    async (method) => {
      const { status, body } = await modern(method);
      expect([status, body['error'].code]).toEqual([404, -32_601]);
    },
  );

  test.each([
    ['an unknown tool', 'tools/call', { name: 'nothing' }],
    ['no tool', 'tools/call', {}],
    ['arguments that are no object', 'tools/call', { name: 'who_said', arguments: [] }],
    ['a cursor', 'tools/list', { cursor: 'b' }],
  ])('refuses %s', async (_, method, params) => {
    const { status, body } = await modern(method, params);
    expect([status, body['error'].code]).toEqual([200, -32_602]);
  });
});

describe('the revisions with a handshake', () => {
  const hello = (protocolVersion: unknown) =>
    send(legacy('initialize', { protocolVersion, capabilities: {}, clientInfo: {} }));

  test.each([
    ['2025-11-25', '2025-11-25'],
    ['2025-06-18', '2025-06-18'],
    ['2024-11-05', '2025-11-25'],
    [undefined, '2025-11-25'],
  ])('asked for %s, go on with %s', async (asked, answered) => {
    const { status, body } = await hello(asked);
    expect(status).toBe(200);
    expect(body['result']).toMatchObject({
      protocolVersion: answered,
      capabilities: { tools: {} },
      serverInfo: { name: 'copydesk' },
    });
    expect(body['result']).not.toHaveProperty('resultType');
  });

  test('have nothing to remember', async () => {
    const headers = { 'mcp-protocol-version': '2025-11-25' };
    const started = await send({ jsonrpc: '2.0', method: 'notifications/initialized' }, headers);
    expect([started.status, started.body]).toEqual([202, {}]);
    expect((await send(legacy('ping'), headers)).body['result']).toEqual({});
    const { body } = await send(legacy('tools/list'), headers);
    expect(body['result'].tools).toHaveLength(3);
    expect(Object.keys(body['result'])).toEqual(['tools']);
    const unknown = await send(legacy('logging/setLevel', { level: 'info' }), headers);
    expect([unknown.status, unknown.body['error'].code]).toEqual([200, -32_601]);
  });

  test('that are not spoken are refused', async () => {
    const { status, body } = await send(legacy('tools/list'), {
      'mcp-protocol-version': '2024-11-05',
    });
    expect([status, body['error'].code]).toEqual([400, -32_022]);
  });
});

describe('what is no message', () => {
  test.each([
    ['broken JSON', '{"jsonrpc"', -32_700],
    ['no JSON-RPC', '{"id":1,"method":"ping"}', -32_600],
    ['a batch', '[{"jsonrpc":"2.0","id":1,"method":"ping"}]', -32_600],
    ['null', 'null', -32_600],
    ['a response', '{"jsonrpc":"2.0","id":1,"result":{}}', -32_600],
    ['an id that is null', '{"jsonrpc":"2.0","id":null,"method":"ping"}', -32_600],
    ['an id with a fraction', '{"jsonrpc":"2.0","id":1.5,"method":"ping"}', -32_600],
    ['params in a list', '{"jsonrpc":"2.0","id":1,"method":"ping","params":[]}', -32_602],
  ])('%s is refused', async (_, body, code) => {
    const got = await send(body);
    expect(got.status).toBe(400);
    expect(got.body).toMatchObject({ jsonrpc: '2.0', error: { code } });
  });

  test('bytes that are not UTF-8 are refused', async () => {
    const response = await app.request('/mcp', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: new Uint8Array([0x22, 0xff, 0x22]),
    });
    expect(response.status).toBe(400);
    expect(await response.json()).toMatchObject({ error: { code: -32_700 } });
  });

  test.each([
    ['another type', { 'content-type': 'text/plain' }, 415],
    ['a client that wants a page', { accept: 'text/html' }, 406],
  ])('%s is a problem', async (_, headers, status) => {
    const got = await send(legacy('ping'), headers);
    expect([got.status, got.type]).toEqual([status, 'application/problem+json']);
  });

  test('a body over the limit is a problem, and a page over it is told to the model', async () => {
    const env = { MAX_TEXT_BYTES: 20, MAX_HTML_BYTES: 20 };
    const long = legacy('tools/call', {
      name: 'who_said',
      arguments: { text: 'a'.repeat(99_999) },
    });
    expect((await send(long, {}, env)).status).toBe(413);
    const args = { text: 'a'.repeat(30), quote: 'a' };
    const { status, body } = await send(
      legacy('tools/call', { name: 'who_said', arguments: args }),
      {},
      env,
    );
    expect(status).toBe(200);
    expect(body['result'].isError).toBe(true);
    expect(body['result'].content[0].text).toContain('20 bytes');
  });

  test.each(['GET', 'DELETE', 'PUT'])('%s is not a method here', async (method) => {
    const response = await app.request('/mcp', { method });
    expect([response.status, response.headers.get('allow')]).toEqual([405, 'POST, OPTIONS']);
  });
});

describe('pages of other origins', () => {
  test('may not call, and pages of configured ones may', async () => {
    const from = async (origin: string, env: Env = {}) =>
      (await send(legacy('ping'), { origin }, env)).status;
    expect(await from('https://elsewhere.example')).toBe(403);
    // A name that leads to this machine makes an attacker's page one of the same origin.
    expect(await from('http://localhost')).toBe(403);
    const env = { CORS_ORIGINS: 'https://desk.example' };
    expect(await from('https://desk.example', env)).toBe(200);
    expect(await from('https://elsewhere.example', env)).toBe(403);
    expect(await from('https://elsewhere.example', { CORS_ORIGINS: '*' })).toBe(200);
  });

  test('are told beforehand which headers they may send', async () => {
    const response = await app.request(
      '/mcp',
      {
        method: 'OPTIONS',
        headers: { origin: 'https://desk.example', 'access-control-request-method': 'POST' },
      },
      { CORS_ORIGINS: 'https://desk.example' },
    );
    expect(response.headers.get('access-control-allow-headers')).toMatch(
      /mcp-protocol-version,mcp-method,mcp-name/,
    );
  });
});

describe('the tools', () => {
  test('analyze_article tells the story and who is quoted', async () => {
    const { structuredContent, content, resultType } = await call('analyze_article', {
      text: PAGES.bridge,
    });
    expect(resultType).toBe('complete');
    expect(JSON.parse(content[0].text)).toEqual(structuredContent);
    expect(structuredContent.language).toBe('en');
    expect(structuredContent.stories).toMatchObject([
      { title: 'Harbour bridge to stay shut until May', authors: ['Hannah Brook'] },
    ]);
    const { parts, quotes } = structuredContent;
    expect(parts[0].start).toBe(0);
    expect(parts.at(-1).end).toBe(PAGES.bridge.length);
    parts.slice(1).forEach((part: Json, i: number) => expect(part['start']).toBe(parts[i].end));
    expect(new Set(parts.map(({ label }: Json) => label))).toContain('comments');
    const marlow = quotes.find(
      ({ speaker, type }: Json) => speaker === 'Ines Marlow' && type === 'direct',
    );
    expect(marlow.text).toContain('Nobody should drive over that');
    expect(PAGES.bridge.slice(marlow.start, marlow.end)).toContain('We found cracks');
    expect(structuredContent.speakers).toContainEqual(
      expect.objectContaining({ name: 'Ines Marlow', role: 'chief engineer' }),
    );
    // Short: spans and names, not the page again.
    expect(content[0].text.length).toBeLessThan(2 * PAGES.bridge.length);
  });

  test('analyze_article says how much it leaves out of a very long page', async () => {
    const line = (i: number): string =>
      `“We counted ${i} boats today,” said Ines Marlow ${'x'.repeat(i % 7)}.`;
    const text = Array.from({ length: 150 }, (_, i) => line(i)).join('\n\n');
    const { structuredContent } = await call('analyze_article', { text });
    expect(structuredContent.quotes).toHaveLength(100);
    expect(structuredContent.leftOut.quotes).toBeGreaterThan(20);
  });

  test('analyze_article reads HTML, and warns of what it should not have been sent', async () => {
    const html = `<h1>Ferry stays in port</h1><p>${PAGES.ferry}</p>`;
    const page = await call('analyze_article', { html });
    expect(page['structuredContent'].quotes[0]).toMatchObject({ speaker: 'Callum Ferris' });
    const markup = await call('analyze_article', { text: html.repeat(4) });
    expect(markup['structuredContent'].warnings[0]).toMatch(/^markup-in-text: /);
  });

  test('verify_quotes tells which words differ', async () => {
    const { structuredContent } = await call('verify_quotes', {
      text: PAGES.bridge,
      quotes: [
        'Nobody should drive over that',
        '"Nobody should drive over that"',
        'Nobody can drive over this',
        'Pigs might fly over the moon tonight',
      ],
    });
    const [verbatim, typographic, altered, absent] = structuredContent.quotes;
    expect(verbatim).toMatchObject({
      status: 'verbatim',
      total: 1,
      found: [{ speaker: 'Ines Marlow' }],
    });
    expect(verbatim.found[0]).not.toHaveProperty('text');
    expect(typographic).toMatchObject({ status: 'typographic', found: [{ changes: ['marks'] }] });
    expect(altered.found[0].differences).toEqual([
      { quote: 'can', text: 'should' },
      { quote: 'this', text: 'that' },
    ]);
    expect(absent).toEqual({
      quote: 'Pigs might fly over the moon tonight',
      status: 'absent',
      total: 0,
      found: [],
    });
  });

  test('who_said answers with the whole quote', async () => {
    const { structuredContent } = await call('who_said', {
      text: PAGES.bridge,
      quote: 'nobody can drive over that',
    });
    expect(structuredContent).toMatchObject({
      status: 'altered',
      found: 'Nobody should drive over that',
      said: [{ speaker: 'Ines Marlow', role: 'chief engineer', cue: 'said', type: 'direct' }],
    });
    const nobody = await call('who_said', {
      text: PAGES.bridge,
      quote: 'Shop owners on the east bank',
    });
    expect(nobody['structuredContent']).toMatchObject({ status: 'verbatim', said: [] });
  });

  test('answer what their schemas promise', async () => {
    const { body } = await modern('tools/list');
    const ajv = new Ajv2020({ strict: false });
    const args: Record<string, object> = {
      analyze_article: { text: PAGES.bridge },
      verify_quotes: { text: PAGES.bridge, quotes: ['nobody can drive', '"nobody"', 'pigs'] },
      who_said: { text: PAGES.bridge, quote: 'nobody can drive over this' },
    };
    for (const { name, outputSchema, inputSchema } of body['result'].tools as Json[]) {
      const sent = args[name as string] as object;
      expect(ajv.validate(inputSchema, sent), name).toBe(true);
      const { structuredContent } = await call(name, sent);
      expect(ajv.validate(outputSchema, structuredContent), JSON.stringify(ajv.errors)).toBe(true);
    }
  });

  test.each([
    ['no page', 'analyze_article', {}, 'text is required'],
    ['two pages', 'analyze_article', { text: 'a', html: 'b' }, 'html must not stand beside'],
    [
      'a mistyped option',
      'analyze_article',
      { text: 'a', langage: 'en' },
      'did you mean language?',
    ],
    ['no quotes', 'verify_quotes', { text: 'a', quotes: [] }, 'quotes must have at least one item'],
    ['a bad quote', 'verify_quotes', { text: 'a', quotes: [1] }, 'quotes/0 must be a string'],
    ['no quote', 'who_said', { text: 'a' }, 'is required'],
  ])('tell the model of %s, and repeat nothing', async (_, name, args, reason) => {
    const { isError, content, structuredContent } = await call(name, args);
    expect(isError).toBe(true);
    expect(content[0].text).toContain(reason);
    expect(structuredContent).toBeUndefined();
  });

  test('a fault of the program is told to the log alone', async () => {
    const broken = createApp({
      ...service,
      analyze: () => {
        throw new Error('secret words of the page');
      },
    });
    const log = vi.spyOn(console, 'error').mockImplementation(() => {});
    const response = await broken.request('/mcp', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(
        legacy('tools/call', { name: 'who_said', arguments: { text: 'a', quote: 'a' } }),
      ),
    });
    const text = await response.text();
    expect(response.status).toBe(200);
    expect(JSON.parse(text)).toMatchObject({ error: { code: -32_603 } });
    expect(text).not.toContain('secret');
    const [line] = log.mock.calls.map(([first]) => String(first));
    log.mockRestore();
    expect(JSON.parse(line ?? '')).toMatchObject({ route: '/mcp', status: 500 });
    expect(line).not.toContain('secret');
  });
});
