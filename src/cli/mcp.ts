/**
 * `copydesk mcp`: the tools for assistants on standard input and output.
 * @module
 */
import { ReadableStream } from 'node:stream/web';
import { decodeUtf8, parseJson } from '../http/intake.ts';
import { ConfigError, limitsOf, type Limits } from '../http/limits.ts';
import { isBlank, linesOf, type Line } from '../http/lines.ts';
import { refusal } from '../http/mcp/messages.ts';
import { Assistant, type Answered } from '../http/mcp/respond.ts';
import { Problem } from '../http/problems.ts';
import { bundledRules } from '../rules/bundled.ts';
import { openRules } from '../rules/rules.ts';
import { serviceOver } from '../service.ts';
import { readArguments } from './arguments.ts';
import { EXIT } from './exit.ts';
import type { Io } from './io.ts';
import { compileFolder } from './own.ts';
import { UsageError } from './usage.ts';

export const MCP_HELP = `Usage: copydesk mcp [options]

The tools analyze_article, verify_quotes and who_said for an assistant, by the Model Context Protocol on standard input
and output: a message a line. Nothing is fetched, stored or sent anywhere else.

      --rules DIR    a folder of your own rules, which count beside the project's
  -h, --help

MAX_TEXT_BYTES and MAX_HTML_BYTES in the environment are the limits of a page, as for the service.
`;

const FLAGS = {
  rules: { type: 'string' },
  help: { type: 'boolean', short: 'h' },
} as const;

/** Answers until the input ends. Answers the exit code. @throws {UsageError} */
export async function mcp(argv: readonly string[], io: Io): Promise<number> {
  const { rules: folder, help } = readArguments({ args: [...argv], options: FLAGS }).values;
  if (help) {
    io.stdout.write(MCP_HELP);
    return EXIT.ok;
  }
  const limits = limitsIn(io);
  const rules = folder === undefined ? bundledRules() : openRules(await compileFolder(folder, io));
  const assistant = new Assistant(serviceOver(rules));
  const reader = ReadableStream.from(
    io.stdin as AsyncIterable<Uint8Array<ArrayBuffer>>,
  ).getReader();
  // One line is held at a time; a conversation may be as long as it likes.
  const most = { lineBytes: limits.jsonBytes, bytes: Infinity, passedOver: Infinity };
  for await (const line of linesOf(reader, most)) {
    if (line !== null && isBlank(line)) continue;
    const { body, fault } = replyTo(line, assistant, limits);
    if (fault !== undefined) io.stderr.write(`copydesk: a fault of the program\n${fault.stack}\n`);
    if (body === null) continue;
    io.stdout.write(`${JSON.stringify(body)}\n`);
    await io.drained();
  }
  return EXIT.ok;
}

function limitsIn({ env }: Io): Limits {
  try {
    return limitsOf(env);
  } catch (error) {
    throw error instanceof ConfigError ? new UsageError(error.message) : error;
  }
}

function replyTo(line: Line, assistant: Assistant, limits: Limits): Answered {
  if (line === null)
    return refusal(
      undefined,
      'invalidRequest',
      413,
      `The message is larger than is taken, which is ${limits.jsonBytes} bytes.`,
    );
  try {
    return assistant.respond(parseJson(decodeUtf8(line)), null, limits);
  } catch (error) {
    if (error instanceof Problem) return refusal(undefined, 'parse', 400, error.message);
    throw error;
  }
}
