/**
 * A message in, its reply out: the whole server, whatever the messages come by.
 * @module
 */
import type { CallToolResult, Tool } from '@modelcontextprotocol/server';
import type { Service } from '../env.ts';
import type { Limits } from '../limits.ts';
import { Problem } from '../problems.ts';
import { isObject } from '../validate.ts';
import { isReply, readMessage, refusal, success, type Message, type Reply } from './messages.ts';
import { eraOf, LEGACY, MODERN, SERVER_INFO, type Era, type Headers } from './revisions.ts';
import { assistantTools, type AssistantTool } from './tools.ts';

const INSTRUCTIONS =
  'Reads news pages that you hand in as text or HTML; nothing is fetched. Quotes and names in the answers stand in the page as they are: repeat them word for word. speaker null means that nobody is certain, not that nobody said it.';

/** Lists change with a new version of the service only. */
const CACHE = { ttlMs: 60 * 60 * 1000, cacheScope: 'public' } as const;

const CAPABILITIES = { tools: {} } as const;

/** A reply, and the mistake of the program behind it, if there is one: the client learns nothing of that. */
export interface Answered extends Reply {
  readonly fault?: Error;
}

type Send = (result: object) => Reply;

export class Assistant {
  readonly #service: Service;
  #tools: readonly AssistantTool[] | undefined;

  constructor(service: Service) {
    this.#service = service;
  }

  /**
   * The reply to a message.
   * @param value parsed JSON
   * @param headers of HTTP; null on standard input
   */
  respond(value: unknown, headers: Headers | null, limits: Limits): Answered {
    const message = readMessage(value);
    if (isReply(message)) return message;
    const { id } = message;
    // All that a client may announce changes nothing here.
    if (id === undefined) return { status: 202, body: null };
    const era = eraOf(message, headers);
    if (typeof era !== 'string') return era;
    const send: Send = (result) =>
      success(id, era === 'modern' ? this.#complete(result) : { ...result });
    switch (message.method) {
      case 'tools/list':
        return this.#listTools(message, era, send);
      case 'tools/call':
        return this.#callTool(message, limits, send);
      default:
        return this.#introduce(message, era, send);
    }
  }

  /** What is asked before any tool is. */
  #introduce({ id, method, params }: Message, era: Era, send: Send): Reply {
    if (era === 'modern')
      return method === 'server/discover'
        ? send(DISCOVERED)
        : refusal(id, 'unknownMethod', 404, NO_METHOD);
    if (method === 'initialize') return send(this.#initialized(params['protocolVersion']));
    return method === 'ping' ? send({}) : refusal(id, 'unknownMethod', 200, NO_METHOD);
  }

  #listTools({ id, params }: Message, era: Era, send: Send): Reply {
    if (params['cursor'] !== undefined) return refusal(id, 'invalidParams', 200, NO_CURSOR);
    return send({ tools: this.#list().map(described), ...(era === 'modern' ? CACHE : {}) });
  }

  #callTool({ id, params }: Message, limits: Limits, send: Send): Answered {
    const { name, arguments: args = {} } = params;
    const tool = this.#list().find((one) => one.name === name);
    if (tool === undefined) return refusal(id, 'invalidParams', 200, NO_TOOL);
    if (!isObject(args)) return refusal(id, 'invalidParams', 200, 'arguments must be an object.');
    try {
      return send(resultOf(tool.run(args, this.#service, limits)));
    } catch (error) {
      // The model can read it and try again.
      if (error instanceof Problem) return send(failureOf(error));
      const fault = error as Error;
      return { ...refusal(id, 'internal', 200, 'Something went wrong on our side.'), fault };
    }
  }

  /** Made when they are asked for first. */
  #list(): readonly AssistantTool[] {
    return (this.#tools ??= assistantTools());
  }

  get #info(): { name: string; title: string; version: string } {
    return { name: 'copydesk', title: 'Copydesk', version: this.#service.engine };
  }

  #initialized(version: unknown): object {
    return {
      // A client that wanted another one goes on with this, or goes.
      protocolVersion: LEGACY.find((one) => one === version) ?? LEGACY[0],
      capabilities: CAPABILITIES,
      serverInfo: this.#info,
      instructions: INSTRUCTIONS,
    };
  }

  #complete(result: object): { [key: string]: unknown } {
    return { resultType: 'complete', ...result, _meta: { [SERVER_INFO]: this.#info } };
  }
}

const NO_METHOD = 'Method not found';
const NO_TOOL = 'There is no tool of this name; tools/list has them all.';
const NO_CURSOR = 'There is one page of tools, and no cursor leads to another.';

const DISCOVERED = {
  supportedVersions: [...MODERN],
  capabilities: CAPABILITIES,
  instructions: INSTRUCTIONS,
  ...CACHE,
} as const;

function described(tool: AssistantTool): Tool {
  const { name, title, description, inputSchema, outputSchema, annotations } = tool;
  return { name, title, description, inputSchema, outputSchema, annotations };
}

/** As a value, and as text for clients that know no values. */
function resultOf(answer: object): CallToolResult {
  return {
    content: [{ type: 'text', text: JSON.stringify(answer) }],
    structuredContent: answer as Record<string, unknown>,
  };
}

function failureOf({ message, errors = [] }: Problem): CallToolResult {
  const fields = errors.map(({ pointer, detail }) => `${pointer.slice(1)} ${detail}`.trim());
  return { content: [{ type: 'text', text: [message, ...fields].join('\n') }], isError: true };
}
