/**
 * `copydesk mcp`: messages a line, in order, and nothing on standard output that is no message.
 */
import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { PAGES } from '../http/mcp-pages.ts';
import { copydesk } from './io.ts';
import { ownFolder, OWN_LINE } from './own-folder.ts';

const message = (id: number | undefined, method: string, params: object = {}): string =>
  JSON.stringify({ jsonrpc: '2.0', ...(id === undefined ? {} : { id }), method, params });

const replies = (out: string): readonly Record<string, any>[] =>
  out
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as Record<string, any>);

const who = (text: string, quote: string) => ({ name: 'who_said', arguments: { text, quote } });

test('answers every request in order, and notifications not at all', async () => {
  const stdin = [
    message(1, 'initialize', { protocolVersion: '2025-11-25' }),
    message(undefined, 'notifications/initialized'),
    '',
    '  \r',
    'no JSON',
    message(2, 'tools/call', who(PAGES.bridge, 'drive over that')),
    // The last line needs no end.
    message(3, 'ping'),
  ].join('\n');
  const { code, out, err } = await copydesk(['mcp'], { stdin });
  expect([code, err]).toEqual([0, '']);
  const [hello, broken, said, pong, ...more] = replies(out);
  expect(hello).toMatchObject({ id: 1, result: { protocolVersion: '2025-11-25' } });
  expect(broken).toMatchObject({ error: { code: -32_700 } });
  expect(broken).not.toHaveProperty('id');
  expect(said).toMatchObject({
    id: 2,
    result: { structuredContent: { said: [{ speaker: 'Ines Marlow' }] } },
  });
  expect(pong).toEqual({ jsonrpc: '2.0', id: 3, result: {} });
  expect(more).toEqual([]);
});

test('passes over a message that is too large, and goes on', async () => {
  const env = { MAX_TEXT_BYTES: '10', MAX_HTML_BYTES: '10' };
  const stdin = `${message(1, 'tools/call', who('a'.repeat(80_000), 'a'))}\n${message(2, 'ping')}\n`;
  const [large, pong] = replies((await copydesk(['mcp'], { stdin, env })).out);
  expect(large).toMatchObject({ error: { code: -32_600 } });
  expect(pong).toMatchObject({ id: 2 });
});

test('goes by rules of a folder', async () => {
  const folder = ownFolder();
  const text = PAGES.bridge.replace('Shop owners', `${OWN_LINE}\n\nShop owners`);
  const call = message(1, 'tools/call', { name: 'analyze_article', arguments: { text } });
  const labels = async (...argv: readonly string[]): Promise<readonly string[]> => {
    const { out, err } = await copydesk(['mcp', ...argv], { stdin: call });
    expect(err).toBe('');
    const [{ result }] = replies(out) as [any];
    const { parts } = result.structuredContent as { parts: readonly Record<string, string>[] };
    return parts.filter(({ begins }) => begins === OWN_LINE).map(({ label }) => label!);
  };
  expect(await labels()).toEqual([]);
  expect(await labels('--rules', folder)).toEqual(['ads']);
  writeFileSync(join(folder, 'columns.toml'), 'schema = 2');
  const faulty = await copydesk(['mcp', '--rules', folder], { stdin: call });
  expect([faulty.code, faulty.out]).toEqual([2, '']);
  expect(faulty.err).toContain('have faults');
  rmSync(folder, { recursive: true });
});

test('says what is wrong with its arguments and settings', async () => {
  expect((await copydesk(['mcp', '--help'])).out).toMatch(/^Usage: copydesk mcp/);
  expect(await copydesk(['mcp', '--port', '1'])).toMatchObject({ code: 2, out: '' });
  const { code, err } = await copydesk(['mcp'], { env: { MAX_TEXT_BYTES: 'much' } });
  expect([code, err]).toEqual([2, expect.stringContaining('MAX_TEXT_BYTES')]);
});
