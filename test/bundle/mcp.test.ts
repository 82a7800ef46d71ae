/**
 * The tools for assistants by the protocol's own client: over HTTP against the built Worker, and on standard input and output.
 */
import { createHash } from 'node:crypto';
import { join } from 'node:path';
import {
  Client,
  StreamableHTTPClientTransport,
  type Transport,
} from '@modelcontextprotocol/client';
import { StdioClientTransport } from '@modelcontextprotocol/client/stdio';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { ROOT } from '../../tools/check/build.ts';
import { PAGES } from '../http/mcp-pages.ts';
import { blockOf, blocksOf } from './blocks.ts';
import { startServer, talksTo, type Server } from './server.ts';

const KEY = 'a-key-of-the-desk';
const API_KEYS = createHash('sha256').update(KEY).digest('hex');

const open = talksTo(new URL(inject('origin')));
let closed: Server;

beforeAll(async () => {
  closed = await startServer(inject('bundle'), { secrets: { API_KEYS } });
});
afterAll(() => closed.close());

type Mode = 'legacy' | 'auto' | { readonly pin: string };

async function connected(transport: Transport, mode: Mode): Promise<Client> {
  const client = new Client({ name: 'desk', version: '1.0.0' }, { versionNegotiation: { mode } });
  await client.connect(transport);
  return client;
}

const overHttp = ({ url }: Pick<Server, 'url'>, headers: Record<string, string> = {}): Transport =>
  new StreamableHTTPClientTransport(new URL('/mcp', url), { requestInit: { headers } });

const MAIN = join(ROOT, 'src/cli/main.ts');
const onStdio = (...argv: readonly string[]): Transport =>
  new StdioClientTransport({
    command: process.execPath,
    args: [MAIN, 'mcp', ...argv],
    stderr: 'inherit',
    env: { NODE_NO_WARNINGS: '1' },
  });

const WAYS = [
  ['HTTP', (): Transport => overHttp(open)],
  ['standard input', (): Transport => onStdio()],
] as const;
const MODES = [
  ['the newest revision', { pin: '2026-07-28' }, '2026-07-28'],
  ['a client that finds out', 'auto', '2026-07-28'],
  ['the one before', 'legacy', '2025-11-25'],
] as const;

describe.each(WAYS)('over %s', (_, transport) => {
  test.each(MODES)('%s', async (__, mode, revision) => {
    const client = await connected(transport(), mode);
    expect(client.getNegotiatedProtocolVersion()).toBe(revision);
    expect(client.getServerVersion()).toMatchObject({ name: 'copydesk' });
    expect(client.getInstructions()).toContain('nothing is fetched');
    const { tools } = await client.listTools();
    expect(tools.map(({ name }) => name)).toEqual(['analyze_article', 'verify_quotes', 'who_said']);

    // The client checks what comes back by the tool's own schema.
    const said = await client.callTool({
      name: 'who_said',
      arguments: { text: PAGES.bridge, quote: 'nobody should drive over that' },
    });
    expect(said.structuredContent).toMatchObject({ said: [{ speaker: 'Ines Marlow' }] });
    const read = await client.callTool({
      name: 'analyze_article',
      arguments: { html: `<h1>Ferry stays in port</h1><p>${PAGES.ferry}` },
    });
    expect(read.structuredContent).toMatchObject({ quotes: [{ speaker: 'Callum Ferris' }] });
    const verdicts = await client.callTool({
      name: 'verify_quotes',
      arguments: { text: PAGES.bridge, quotes: ['Nobody can drive over this'] },
    });
    expect(verdicts.structuredContent).toMatchObject({ quotes: [{ status: 'altered' }] });

    const wrong = await client.callTool({ name: 'verify_quotes', arguments: { quotes: [] } });
    expect(wrong.isError).toBe(true);
    await expect(client.callTool({ name: 'nothing', arguments: {} })).rejects.toThrow('no tool');
    await client.close();
  });
});

describe('keys', () => {
  test.each(MODES)('open it to %s', async (_, mode) => {
    await expect(connected(overHttp(closed), mode)).rejects.toThrow();
    const client = await connected(overHttp(closed, { authorization: `Bearer ${KEY}` }), mode);
    expect((await client.listTools()).tools).toHaveLength(3);
    await client.close();
  });

  test('are wanted before anything is read', async () => {
    const response = await fetch(new URL('/mcp', closed.url), { method: 'POST', body: '{' });
    expect(response.status).toBe(401);
    expect(response.headers.get('www-authenticate')).toBe('Bearer');
    expect(response.headers.get('content-type')).toBe('application/problem+json');
  });
});

test('the command docs/mcp.md tells assistants to start is one that runs', async () => {
  const { code } = blockOf(blocksOf('docs/mcp.md'), 'stdio');
  const { mcpServers } = JSON.parse(code) as {
    mcpServers: Record<string, { command: string; args: readonly string[] }>;
  };
  const [{ command, args }] = Object.values(mcpServers) as [{ command: string; args: string[] }];
  expect([command, ...args]).toEqual(['npx', 'copydesk', 'mcp']);
});
