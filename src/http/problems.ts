/**
 * Problem details (RFC 9457): every answer that is not a success.
 *
 * Nothing a client sent is ever repeated in a problem: newsrooms send unpublished text, and answers end up in
 * logs and tickets. So details are fixed sentences, and library messages (which quote what they got) are dropped.
 * @module
 */

import type { FieldErrorData, ProblemData } from '../schema/problem.ts';
import type { DeepReadonly } from '../schema/types.ts';

interface ProblemKind {
  readonly status: 400 | 401 | 403 | 404 | 405 | 406 | 409 | 413 | 415 | 422 | 429 | 500 | 503;
  readonly title: string;
}

/** The catalogue. The key is the last part of `type`: stable, never reused. */
export const KINDS = {
  'malformed-json': { status: 400, title: 'Malformed JSON' },
  'malformed-xml': { status: 400, title: 'Malformed XML' },
  'not-utf8': { status: 400, title: 'Not UTF-8' },
  'broken-encoding': { status: 400, title: 'Broken content encoding' },
  'broken-body': { status: 400, title: 'Body cut off' },
  unauthorized: { status: 401, title: 'Key required' },
  'forbidden-origin': { status: 403, title: 'Origin not allowed' },
  'not-found': { status: 404, title: 'Not found' },
  'method-not-allowed': { status: 405, title: 'Method not allowed' },
  'unknown-format': { status: 406, title: 'Unknown format' },
  conflict: { status: 409, title: 'Conflict' },
  'too-large': { status: 413, title: 'Too large' },
  'unsupported-type': { status: 415, title: 'Unsupported content type' },
  'unsupported-encoding': { status: 415, title: 'Unsupported content encoding' },
  'invalid-request': { status: 422, title: 'Invalid request' },
  'rate-limited': { status: 429, title: 'Too many requests' },
  internal: { status: 500, title: 'Internal error' },
  overloaded: { status: 503, title: 'Too busy' },
} as const satisfies Record<string, ProblemKind>;

export type ProblemName = keyof typeof KINDS;

/** One bad field. */
export type FieldError = Readonly<FieldErrorData>;

interface ProblemExtras {
  readonly errors?: readonly FieldError[];
  readonly headers?: Readonly<Record<string, string>>;
}

/** Thrown anywhere below a route; `app.onError` turns it into the answer. */
export class Problem extends Error {
  override readonly name = 'Problem';
  readonly kind: ProblemName;
  readonly status: ProblemKind['status'];
  readonly errors: readonly FieldError[] | undefined;
  readonly headers: Readonly<Record<string, string>>;

  /** `detail` must be a fixed sentence: never a piece of the request. */
  constructor(kind: ProblemName, detail: string, extras: ProblemExtras = {}) {
    super(detail);
    this.kind = kind;
    this.status = KINDS[kind].status;
    this.errors = extras.errors;
    this.headers = extras.headers ?? {};
  }
}

/** The body of a problem answer. */
export type ProblemDetails = DeepReadonly<ProblemData>;

/** The problem as data. `errors` is there only when there are any. */
export function problemDetails(problem: Problem, requestId: string): ProblemDetails {
  return {
    // A reference relative to the service: whoever deploys this has their own host name, and a client needs only
    // something stable to compare. It is not promised that anything answers there.
    type: `/problems/${problem.kind}`,
    title: KINDS[problem.kind].title,
    status: problem.status,
    detail: problem.message,
    requestId,
    ...(problem.errors === undefined ? {} : { errors: problem.errors }),
  };
}

/** The problem as an answer. */
export function problemResponse(problem: Problem, requestId: string): Response {
  return new Response(JSON.stringify(problemDetails(problem, requestId)), {
    status: problem.status,
    headers: { ...problem.headers, 'content-type': 'application/problem+json' },
  });
}

/** Any thrown value as a problem: what is not one of ours says nothing about itself. */
export function asProblem(error: unknown): Problem {
  return error instanceof Problem
    ? error
    : new Problem(
        'internal',
        'Something went wrong on our side. The requestId finds it in the logs.',
      );
}
