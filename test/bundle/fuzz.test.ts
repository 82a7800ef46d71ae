/**
 * A thousand requests with something wrong, and three thousand in the long tests, to every route: each gets an answer that the
 * contract names, never a 500, and no refusal repeats any of it.
 * @module
 */
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import type { ProblemDetails } from '../../src/http/problems.ts';
import { cases } from '../long.ts';
import { makeRequest, MARKER } from './requests.ts';
import { startServer, type Server } from './server.ts';

const COUNT = cases(1000, 3000);
const AT_ONCE = 8;
const GOOD = [200, 204, 304];
const BAD = [400, 404, 405, 406, 413, 415, 422];

/** Everything a marker may have turned into on its way. */
const ECHOES = [MARKER, encodeURIComponent(MARKER), ...MARKER.split(' ')].map((echo) =>
  echo.toLowerCase(),
);

let server: Server;
beforeAll(async () => {
  server = await startServer(inject('bundle'));
});
afterAll(() => server.close());

test(`${COUNT} malformed requests`, { timeout: 900_000 }, async () => {
  const seen = new Map<number, number>();
  let seed = 0;
  const work = async (): Promise<void> => {
    while (seed < COUNT) {
      const status = await ask(++seed);
      seen.set(status, (seen.get(status) ?? 0) + 1);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
  // A generator that only ever met one refusal would prove nothing. (413 has its own tests.)
  for (const status of [...GOOD, ...BAD].filter((other) => other !== 413)) {
    expect(seen.get(status), `answers with ${status}`).toBeGreaterThan(3);
  }
  // The Worker is none the worse for it.
  expect((await server.post('hello')).status).toBe(200);
});

async function ask(seed: number): Promise<number> {
  const { path, ...init } = makeRequest(seed);
  const { response, text } = await answerOf(() => fetch(server.url.origin + path, init));
  const name = `seed ${seed}, status ${response.status}`;
  const id = response.headers.get('x-request-id');
  expect(id, `${name}: ${text.slice(0, 200)}`).not.toBeNull();
  expect(id, name).toMatch(/^[0-9a-f-]{36}$/);
  expect(response.headers.get('x-content-type-options'), name).toBe('nosniff');
  expectNoEcho(JSON.stringify([...response.headers]), name);
  const type = response.headers.get('content-type');
  if (GOOD.includes(response.status)) {
    if (type === 'application/x-ndjson') checkLines(text, id, name);
    return response.status;
  }
  expect(BAD, name).toContain(response.status);
  expect(type, name).toBe('application/problem+json');
  expectNoEcho(text, name);
  if (init.method === 'HEAD') return response.status;
  const problem = JSON.parse(text) as ProblemDetails;
  expect(problem.status, name).toBe(response.status);
  expect(problem.requestId, name).toBe(id);
  return response.status;
}

/** What the development server in front of the Worker says where its own connection to it broke, as it may on a busy machine. */
const LOST = 'Error: Network connection lost.';
const MOST_TRIES = 5;

/** The Worker's answer, and nobody else's. */
async function answerOf(
  send: () => Promise<Response>,
): Promise<{ readonly response: Response; readonly text: string }> {
  for (let tries = 1; ; tries++) {
    const response = await send();
    const text = await response.text();
    const isOwn = response.headers.has('x-request-id') || text !== LOST;
    if (isOwn || tries === MOST_TRIES) return { response, text };
  }
}

/** The lines of a batch that are problems. */
function checkLines(text: string, id: string | null, name: string): void {
  for (const line of text.split('\n').slice(0, -1)) {
    const answer = JSON.parse(line) as object;
    if (!('line' in answer)) continue;
    const problem = answer as unknown as ProblemDetails;
    expect(BAD, name).toContain(problem.status);
    expect(problem.requestId, name).toBe(id);
    // A page is told by the id that it came with.
    expectNoEcho(JSON.stringify({ ...answer, id: undefined }), name);
  }
}

function expectNoEcho(text: string, name: string): void {
  const answer = text.toLowerCase();
  for (const echo of ECHOES) expect(answer, name).not.toContain(echo);
}
