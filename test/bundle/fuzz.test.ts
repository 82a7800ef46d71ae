/**
 * Some hundred requests with something wrong: each gets an answer that the contract names, and never a 500.
 * @module
 */
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import type { ProblemDetails } from '../../src/http/problems.ts';
import { makeRequest, MARKER } from './requests.ts';
import { startServer, type Server } from './server.ts';

const COUNT = 500;
const STATUSES = [200, 400, 404, 405, 406, 413, 415, 422];

let server: Server;
beforeAll(async () => {
  server = await startServer(inject('bundle'));
});
afterAll(() => server.close());

test(`${COUNT} malformed requests`, async () => {
  const seen = new Map<number, number>();
  for (let seed = 1; seed <= COUNT; seed++) {
    const { path, ...init } = makeRequest(seed);
    const response = await fetch(server.url.origin + path, init);
    const text = await response.text();
    seen.set(response.status, (seen.get(response.status) ?? 0) + 1);
    expect(STATUSES, `seed ${seed}`).toContain(response.status);
    if (response.status === 200) continue;
    expect(response.headers.get('content-type'), `seed ${seed}`).toBe('application/problem+json');
    const problem = JSON.parse(text) as ProblemDetails;
    expect(problem.status, `seed ${seed}`).toBe(response.status);
    expect(problem.requestId, `seed ${seed}`).toBe(response.headers.get('x-request-id'));
    expect(text, `seed ${seed}`).not.toContain(MARKER);
  }
  // A generator that only ever met one refusal would prove nothing. (413 has its own tests.)
  for (const status of STATUSES.filter((other) => other !== 413)) {
    expect(seen.get(status), `answers with ${status}`).toBeGreaterThan(3);
  }
});
