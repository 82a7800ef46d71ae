/**
 * Examples of messages to the tools for assistants.
 * @module
 */
import { json, PAGE, type Example } from './example.ts';

const message = { operation: 'sendMessage', method: 'POST', path: '/mcp' } as const;

/** A call of a tool, with the headers that repeat what stands in it. */
function call(name: string, args: object): Pick<Example, 'headers' | 'body'> {
  const version = '2026-07-28';
  const meta = 'io.modelcontextprotocol';
  const { headers, body } = json({
    jsonrpc: '2.0',
    id: 1,
    method: 'tools/call',
    params: {
      name,
      arguments: args,
      _meta: {
        [`${meta}/protocolVersion`]: version,
        [`${meta}/clientInfo`]: { name: 'desk', version: '1.0.0' },
        [`${meta}/clientCapabilities`]: {},
      },
    },
  });
  const repeated = {
    'mcp-protocol-version': version,
    'mcp-method': 'tools/call',
    'mcp-name': name,
  };
  return { headers: { ...headers, ...repeated }, body };
}

export const ASSISTANT_EXAMPLES: readonly Example[] = [
  {
    ...message,
    name: 'whoSaid',
    summary: 'Who said it, in the revision of 2026-07-28',
    ...call('who_said', { text: PAGE, quote: 'nobody should drive over that' }),
    status: 200,
  },
  {
    ...message,
    name: 'invalid',
    summary: 'Arguments that are not valid: the model reads what to do about it',
    ...call('verify_quotes', { text: PAGE }),
    status: 200,
  },
  {
    ...message,
    name: 'handshake',
    summary: 'The first message of an earlier revision',
    ...json({
      jsonrpc: '2.0',
      id: 1,
      method: 'initialize',
      params: {
        protocolVersion: '2025-11-25',
        capabilities: {},
        clientInfo: { name: 'desk', version: '1.0.0' },
      },
    }),
    status: 200,
  },
];
