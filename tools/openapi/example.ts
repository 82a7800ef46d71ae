/**
 * What an example of a request is, and what many of them have in common.
 * @module
 */
import type { Env } from '../../src/http/env.ts';

export interface Example {
  /** The operation's id. */
  readonly operation: string;
  /** Unique within the operation. */
  readonly name: string;
  readonly summary: string;
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  /** Path and query. */
  readonly path: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
  readonly status: number;
  /** What the deployment has configured, if the answer depends on it. */
  readonly env?: Pick<Env, 'API_KEYS' | 'RATE_LIMITER' | 'IS_BUSY'>;
}

/** A page with a story, quotes and an appeal. */
export const PAGE = `Home | Local | Sport | Weather
Harbour bridge to stay shut until May
The harbour bridge will stay shut until May, the city council said on Tuesday. Some nine thousand cars a day will go on taking the long way round by the old lock.
“We found cracks in two of the main beams,” said Ines Marlow, the chief engineer. “Nobody should drive over that.”
Shop owners on the east bank had hoped for an earlier date. Since the bridge was closed in January, some of them have lost half of their customers.
Sign up for our newsletter
`;

/** The same story as a page of HTML. */
export const HTML = `<html lang="en"><title>Harbour bridge to stay shut until May</title>
<nav><a href="/">Home</a> <a href="/local">Local</a> <a href="/sport">Sport</a></nav>
<h1>Harbour bridge to stay shut until May</h1>
<p>The harbour bridge will stay shut until May, the city council said on Tuesday. Some nine thousand cars a day will go on taking the long way round by the old lock.</p>
<p>&ldquo;We found cracks in two of the main beams,&rdquo; said Ines Marlow, the chief engineer. &ldquo;Nobody should drive over that.&rdquo;</p>
<aside class="newsletter">Sign up for our newsletter</aside>
`;

/** A body of JSON. */
export const json = (value: unknown) => ({
  headers: { 'content-type': 'application/json' },
  body: JSON.stringify(value),
});

/** A body of another type. */
export const text = (body: string, type = 'text/plain') => ({
  headers: { 'content-type': type },
  body,
});
