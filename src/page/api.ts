/**
 * Calls to the service that served this page.
 * @module
 */
import type { ProblemData } from '../schema/problem.ts';
import type { Rule } from '../schema/rule.ts';
import type { Analysis } from '../schema/types.ts';
import type { Verification } from '../verify/types.ts';
import type { Mode } from './words.ts';

/** A text or a page, and options of `POST /v1/analyze`. */
export interface Asked {
  readonly mode: Mode;
  readonly text: string;
  readonly options: Readonly<Record<string, unknown>>;
}

/** The service said no, and why. */
export class Refused extends Error {
  readonly problem: Partial<ProblemData>;

  constructor(problem: Partial<ProblemData>) {
    super(problem.title ?? 'Refused');
    this.problem = problem;
  }
}

/** Asks for a key; null where none is given. `again`: the last one was wrong. */
export type AskKey = (again: boolean) => Promise<string | null>;

/** The service, with the key of this visit. It is held in memory alone, and gone with the page. */
export class Api {
  #key: string | null = null;
  readonly #askKey: AskKey;
  readonly #rules = new Map<string, Promise<Rule | null>>();

  constructor(askKey: AskKey) {
    this.#askKey = askKey;
  }

  get hasKey(): boolean {
    return this.#key !== null;
  }

  /** Throws `Refused`, or `AbortError` once `signal` says so. */
  async analyze(asked: Asked, signal?: AbortSignal): Promise<Analysis> {
    return (await this.#post('/v1/analyze', bodyOf(asked), signal)).json() as Promise<Analysis>;
  }

  /** The answer in another format. */
  async format(asked: Asked, format: string): Promise<string> {
    return (await this.#post('/v1/analyze', { ...bodyOf(asked), format })).text();
  }

  /** Offsets of the answer point into the same text as those of `analyze`. */
  async verify({ mode, text, options }: Asked, quotes: readonly string[]): Promise<Verification> {
    const body = { ...sentAs(mode, text), ...options, quotes };
    return (await this.#post('/v1/verify', body)).json() as Promise<Verification>;
  }

  /** A rule, asked for once; null if there is none of this id. */
  rule(id: string): Promise<Rule | null> {
    const known = this.#rules.get(id);
    if (known) return known;
    const asked = this.#fetchRule(id);
    this.#rules.set(id, asked);
    // What went wrong may go right another time.
    asked.catch(() => this.#rules.delete(id));
    return asked;
  }

  /** What a path of the service answers, as it came. */
  async file(path: string): Promise<Blob> {
    return (await this.#call(path, {})).blob();
  }

  async #fetchRule(id: string): Promise<Rule | null> {
    try {
      return (await (await this.#call(rulePath(id), {})).json()) as Rule;
    } catch (error) {
      if (error instanceof Refused && error.problem.status === 404) return null;
      throw error;
    }
  }

  #post(path: string, body: object, signal?: AbortSignal): Promise<Response> {
    return this.#call(path, {
      method: 'POST',
      body: JSON.stringify(body),
      headers: { 'content-type': 'application/json' },
      signal: signal ?? null,
    });
  }

  async #call(path: string, init: RequestInit): Promise<Response> {
    for (;;) {
      const headers = new Headers(init.headers);
      if (this.#key !== null) headers.set('authorization', `Bearer ${this.#key}`);
      const response = await send(path, { ...init, headers });
      if (response.ok) return response;
      const problem = await problemOf(response);
      if (response.status !== 401) throw new Refused(problem);
      const key = await this.#askKey(this.#key !== null);
      if (key === null) throw new Refused(problem);
      this.#key = key;
    }
  }
}

/** What is posted to `/v1/analyze`. */
export function bodyOf({ mode, text, options }: Asked): Record<string, unknown> {
  return { ...sentAs(mode, text), explain: true, ...options };
}

/** ninjs goes in as an object. What is none goes in as text, and the service says what is wrong with it. */
function sentAs(mode: Mode, text: string): Record<string, unknown> {
  if (mode !== 'ninjs') return { [mode]: text };
  try {
    return { ninjs: JSON.parse(text) as unknown };
  } catch {
    return { text };
  }
}

function rulePath(id: string): string {
  return `/v1/rules/${id.split('/').map(encodeURIComponent).join('/')}`;
}

async function send(path: string, init: RequestInit): Promise<Response> {
  try {
    return await fetch(path, init);
  } catch (error) {
    if (init.signal?.aborted) throw error;
    throw new Refused({
      title: 'No answer',
      detail: 'The service cannot be reached. Is there a connection?',
    });
  }
}

async function problemOf(response: Response): Promise<Partial<ProblemData>> {
  const { status } = response;
  const wait = response.headers.get('retry-after');
  try {
    const problem = { ...((await response.json()) as ProblemData), status };
    return wait === null ? problem : { ...problem, detail: `Try again in ${wait} seconds.` };
  } catch {
    return { status, title: `The service answered ${status}`, detail: 'It did not say why.' };
  }
}
