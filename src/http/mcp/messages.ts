/**
 * Messages of the Model Context Protocol: JSON-RPC 2.0, as far as a server without state needs it.
 * @module
 */
import type {
  JSONRPCErrorResponse,
  JSONRPCResultResponse,
  RequestId,
} from '@modelcontextprotocol/server';
import { isObject } from '../validate.ts';

/** Codes of JSON-RPC, and those that the protocol defines. */
export const CODES = {
  parse: -32_700,
  invalidRequest: -32_600,
  unknownMethod: -32_601,
  invalidParams: -32_602,
  internal: -32_603,
  headerMismatch: -32_020,
  unsupportedVersion: -32_022,
} as const;

export type CodeName = keyof typeof CODES;

/** A request, or a notification where it has no id. */
export interface Message {
  readonly id: RequestId | undefined;
  readonly method: string;
  readonly params: Readonly<Record<string, unknown>>;
}

/** What is sent back, and the status that says it in HTTP. */
export interface Reply {
  readonly status: number;
  /** Null for a notification, which is not answered. */
  readonly body: JSONRPCResultResponse | JSONRPCErrorResponse | null;
}

/** A message out of parsed JSON, or the refusal of what is none. */
export function readMessage(value: unknown): Message | Reply {
  if (Array.isArray(value))
    return refusal(
      undefined,
      'invalidRequest',
      400,
      'One message at a time: batches are not taken.',
    );
  if (!isObject(value)) return refusal(undefined, 'invalidRequest', 400, NO_MESSAGE);
  const { jsonrpc, id, method, params = {} } = value;
  const isId = typeof id === 'string' || Number.isSafeInteger(id);
  const known = isId ? (id as RequestId) : undefined;
  if (jsonrpc !== '2.0' || typeof method !== 'string' || !(isId || id === undefined))
    return refusal(known, 'invalidRequest', 400, NO_MESSAGE);
  if (!isObject(params)) return refusal(known, 'invalidParams', 400, 'params must be an object.');
  return { id: known, method, params };
}

const NO_MESSAGE = 'The body must be a request or a notification of JSON-RPC 2.0.';

export const isReply = (value: Message | Reply): value is Reply => 'status' in value;

/** @param message a fixed sentence: never a piece of what was sent */
export function refusal(
  id: RequestId | undefined,
  code: CodeName,
  status: number,
  message: string,
  data?: object,
): Reply {
  const error = { code: CODES[code], message, ...(data === undefined ? {} : { data }) };
  return { status, body: { jsonrpc: '2.0', ...(id === undefined ? {} : { id }), error } };
}

export function success(id: RequestId, result: JSONRPCResultResponse['result']): Reply {
  return { status: 200, body: { jsonrpc: '2.0', id, result } };
}
