/**
 * `POST /v1/batch`: a request a line in, an answer a line out, in order, while the rest is still coming.
 *
 * One line is held at a time, and some finished answers: so many that a client which writes a small batch before it
 * reads gets through. When they are not read, nothing more is, so memory does not grow with the batch; a client that
 * writes a large one must read meanwhile, or both wait for each other.
 * @module
 */
import type { Context } from 'hono';
import { Hono } from 'hono/tiny';
import * as v from 'valibot';
import type { BatchProblem } from '../schema/batch.ts';
import { answer, askedAlone } from './analyze.ts';
import { failureOf, openBody, type OpenBody } from './body.ts';
import type { AppEnv, Env, Service } from './env.ts';
import { contentType, decodeUtf8, isUtf8, parseJson } from './intake.ts';
import { limitsOf, wholeNumber, type Limits } from './limits.ts';
import { isBlank, linesOf, TooMuch, type Line } from './lines.ts';
import { logRequest } from './observe.ts';
import { asProblem, Problem, problemDetails } from './problems.ts';
import { queryOptions } from './query.ts';
import { asLines, streamOf } from './streams.ts';
import { idIn, validate } from './validate.ts';

/** The names that newline-delimited JSON goes by. */
const TYPES = ['application/x-ndjson', 'application/ndjson', 'application/jsonl'];

const DEFAULT_LINES = 10_000;
const DEFAULT_BYTES = 256 * 1024 * 1024;
const PASSED_OVER_BYTES = 4 * 1024 * 1024;

/** Bytes of answers kept for a client that does not read yet. */
const AHEAD_BYTES = 1024 * 1024;

/** Options are those of a page, so each line has its own. */
const NoQuery = v.strictObject({}, 'stands in the lines of a batch, if it is an option');

export interface BatchLimits extends Limits {
  readonly lines: number;
  readonly bytes: number;
}

export function batchLimitsOf(env: Env | undefined): BatchLimits {
  const { MAX_BATCH_LINES: lines, MAX_BATCH_BYTES: bytes } = env ?? {};
  return {
    ...limitsOf(env),
    lines: wholeNumber('MAX_BATCH_LINES', lines, DEFAULT_LINES, 'a whole number of lines'),
    bytes: wholeNumber('MAX_BATCH_BYTES', bytes, DEFAULT_BYTES, 'a whole number of bytes'),
  };
}

export function batchRoute(service: Service) {
  return new Hono<AppEnv>().post('/v1/batch', (c) => {
    const limits = batchLimitsOf(c.env);
    checkType(c.req.header('content-type'));
    const query = queryOptions(new URL(c.req.url).searchParams);
    validate(NoQuery, query.values, query.errors);
    const body = openBody(c.req.raw, limits.bytes);
    const answers = new Batch(c, service, limits).answers(body);
    return new Response(streamOf(asLines(answers), AHEAD_BYTES), {
      headers: { 'content-type': TYPES[0] as string },
    });
  });
}

/** Throws 415 for anything but newline-delimited JSON. */
export function checkType(header: string | undefined): void {
  const { type, charset } = contentType(header);
  if (TYPES.includes(type) && isUtf8(charset)) return;
  throw new Problem('unsupported-type', `This route takes ${TYPES[0]}, in UTF-8.`, {
    headers: { accept: TYPES.join(', ') },
  });
}

/** One batch under way. */
class Batch {
  readonly #c: Context<AppEnv>;
  readonly #service: Service;
  readonly #limits: BatchLimits;
  /** The fault of ours that the log should tell of. */
  #fault: Error | undefined;
  #lines = 0;
  #problems = 0;

  constructor(c: Context<AppEnv>, service: Service, limits: BatchLimits) {
    this.#c = c;
    this.#service = service;
    this.#limits = limits;
    c.set('logsLater', true);
  }

  /** The answers, each a line of JSON. Never throws: what ends a batch early is its last line. */
  async *answers({ stream, letGo }: OpenBody): AsyncGenerator<string, void> {
    const reader = stream.getReader();
    // Stays so where the client has left, and the generator is stopped from outside.
    let gone = true;
    try {
      const { jsonBytes, bytes, lines } = this.#limits;
      const limits = { lineBytes: jsonBytes, bytes, passedOver: PASSED_OVER_BYTES };
      for await (const line of linesOf(reader, limits)) {
        this.#lines++;
        if (this.#lines > lines) {
          yield this.#problem(tooManyLines(lines));
          break;
        }
        if (line === null || !isBlank(line)) yield this.#answer(line);
      }
      gone = false;
    } catch (error) {
      this.#lines++;
      yield this.#problem(
        error instanceof TooMuch ? tooLong(this.#limits.bytes) : failureOf(error),
      );
      gone = false;
    } finally {
      this.#log();
      await (gone ? reader.cancel().catch(() => undefined) : letGo(reader));
    }
  }

  #answer(line: Line): string {
    let sent: unknown;
    try {
      if (line === null)
        throw new Problem(
          'too-large',
          `The line is longer than this service accepts, which is ${this.#limits.jsonBytes} bytes.`,
        );
      sent = parseJson(decodeUtf8(line, 'line'), 'line');
      return JSON.stringify(answer(this.#service, askedAlone(sent, this.#service, this.#limits)));
    } catch (error) {
      if (!(error instanceof Problem)) this.#fault = error as Error;
      return this.#problem(asProblem(error), idIn(sent));
    }
  }

  #problem(problem: Problem, id?: string): string {
    this.#problems++;
    const details: BatchProblem = {
      line: this.#lines,
      ...(id === undefined ? {} : { id }),
      ...problemDetails(problem, this.#c.get('requestId')),
    };
    return JSON.stringify(details);
  }

  #log(): void {
    const sizes = { lines: this.#lines, problems: this.#problems };
    this.#c.set('sizes', sizes);
    logRequest(this.#c, { status: this.#fault === undefined ? 200 : 500 }, this.#fault);
  }
}

function tooManyLines(most: number): Problem {
  return new Problem(
    'too-large',
    `The batch has more lines than this service accepts, which is ${most}; it ends here.`,
  );
}

function tooLong(most: number): Problem {
  return new Problem(
    'too-large',
    `The batch is larger than this service accepts, which is ${most} bytes, or has too much in lines that are too long; it ends here.`,
  );
}
