/**
 * Requests with something wrong here and there, made from a number, so that each can be made again.
 * @module
 */
import { gzipSync } from 'node:zlib';

/** Stands in texts, values and names, and so must not stand in any refusal. */
export const MARKER = 'Zq7 Xw3';

/** The same as one word, as a member or an option may be called. */
const WORD = 'Zq7Xw3';

export interface Made {
  readonly method: string;
  /** Path and query. */
  readonly path: string;
  readonly headers: Record<string, string>;
  readonly body: Uint8Array<ArrayBuffer> | null;
}

const CODED = encodeURIComponent(MARKER);

/** Routes as often as they stand here, with the method and the content types that they have. */
const ROUTES = [
  ...Array.from({ length: 6 }, () => [
    '/v1/analyze',
    'POST',
    'application/json|text/plain|text/html',
  ]),
  ...Array.from({ length: 3 }, () => ['/v1/verify', 'POST', 'application/json']),
  ...Array.from({ length: 3 }, () => ['/v1/batch', 'POST', 'application/x-ndjson']),
  ['/v1/rules', 'GET', ''],
  ['/v1/rules/en/ads/ad-controls', 'GET', ''],
  [`/v1/rules/${CODED}`, 'GET', ''],
  ['/health', 'GET', ''],
  ['/openapi.json', 'GET', ''],
] as const;

/** What goes wrong, by the part of the request; the usual, good value is in `makeRequest`. */
const BAD = {
  method: ['GET', 'POST', 'PUT', 'DELETE', 'PATCH', 'OPTIONS', 'HEAD'],
  path: [
    '/v1',
    '/%ff',
    '//',
    '/v1/analyze/',
    '/v1/verify/',
    `/${'a'.repeat(4000)}`,
    `/${CODED}`,
    `/v1/${CODED}`,
    '/v1/rules/..%2f..%2fopenapi.json',
    '/v1/rules/%',
    '/rules/index.json',
  ],
  query:
    `?|?include=&include|?minConfidence=1e400|?explain=TRUE|?%|?%00=%ff|?format=|?id=%F0%9F%98` +
    `|?language=--|?url=http://[|?__proto__=1|?=&=&=|?format=json&format=json|?limit=0|?limit=1e9` +
    `|?offset=-1|?kind=${CODED}|?${CODED}=1|?${WORD}=1|?${WORD}=1&${WORD}=2|?format=${CODED}|?language=${CODED}&language=${CODED}` +
    `|?format=csv|?format=text|?format=html|?format=citron&id=%00`,
  type: 'text/plain;charset=latin1|text/html|text/html;charset=x|text/html;charset=utf-16|application/json;|;|text/plain, text/plain|a/b;charset',
  encoding: `br|gzip, gzip|,,|GZIP|identity|gzip;q=1|deflate|${MARKER}`,
  accept: `text/csv|text/html, */*;q=0.1|application/ld+json;profile="${MARKER}"|;;;|a/b|*/*;q=NaN|application/json;q=0|${','.repeat(500)}|${MARKER}|${MARKER}/*`,
  header: [
    ['x-request-id', MARKER],
    ['x-request-id', CODED],
    ['cf-ray', MARKER],
    ['authorization', `Bearer ${MARKER}`],
    ['authorization', 'Bearer'],
    ['if-none-match', `"${MARKER}", W/"`],
    ['if-none-match', '*'],
    ['origin', `https://${CODED}`],
    ['access-control-request-method', MARKER],
    ['range', 'bytes=0-1'],
    ['cookie', MARKER],
    ['x-http-method-override', 'DELETE'],
  ],
  member: `html|text|quotes|id|url|language|include|quotesIn|offsetUnit|minConfidence|explain|format|__proto__|constructor|toJSON||${WORD}|${MARKER.repeat(9)}`,
} as const;

/** As JSON texts. */
const VALUES = `null|true|0|-1|1e308|1e999|""|"${MARKER}"|"\\ud800"|"\\u0000"|[]|{}|[[]]|["quotes",null]|{"${MARKER}":1}`;

const TEXT = JSON.stringify(`<p hidden>“${MARKER}\n\n😀\u2028,” he said.</b><!-- &lt;`);
const QUOTES = JSON.stringify([MARKER, `“${MARKER} [he] …\ud800`, '', 'he said']);

/** The request of this number. */
export function makeRequest(seed: number): Made {
  const chance = numbers(seed);
  const pick = <T>(list: readonly T[]): T => list[Math.floor(chance() * list.length)] as T;
  const mostly = (good: string, bad: string | readonly string[], share = 0.08): string =>
    chance() > share ? good : pick(typeof bad === 'string' ? bad.split('|') : bad);

  const [route, itsMethod, types] = pick(ROUTES);
  const type = mostly(pick(types.split('|')), BAD.type);
  const encoding = mostly(pick(['', 'gzip']), BAD.encoding);
  const input = mostly('text', 'html', 0.3);
  const members = [`"${input}":${mostly(TEXT, VALUES, 0.05)}`];
  if (route === '/v1/verify') members.push(`"quotes":${mostly(QUOTES, VALUES, 0.15)}`);
  for (let i = Math.floor(chance() * 5) - 2; i > 0; i--) {
    members.push(`"${mostly('id', BAD.member, 1)}":${mostly('null', VALUES, 1)}`);
  }
  const one = mostly(`{${members.join(',')}}`, VALUES);
  const json =
    route === '/v1/batch' ? [one, '{"text":""}', mostly('', VALUES), one].join('\n') : one;
  let body = encode(chance() < 0.1 ? `\uFEFF${json}` : json);
  if (chance() < 0.02) body = encode('['.repeat(200_000));
  if (/gzip/i.test(encoding) && chance() < 0.9) body = new Uint8Array(gzipSync(body));
  if (chance() < 0.1) body = body.slice(0, Math.floor(chance() * body.length));
  if (chance() < 0.1 && body.length > 0) {
    body[Math.floor(chance() * body.length)] = Math.floor(chance() * 256);
  }
  const method = mostly(itsMethod, BAD.method, 0.05);
  const headers: Record<string, string> = { accept: mostly('*/*', BAD.accept) };
  for (let i = Math.floor(chance() * 3); i > 0; i--) {
    const [name, value] = pick(BAD.header);
    headers[name as string] = value as string;
  }
  const path =
    mostly(route, BAD.path, 0.05) + mostly('', BAD.query, route === '/v1/rules' ? 0.6 : 0.08);
  if (method === 'GET' || method === 'HEAD') return { method, path, headers, body: null };
  return {
    method,
    path,
    headers: { ...headers, 'content-type': type, 'content-encoding': encoding },
    body,
  };
}

function encode(text: string): Uint8Array<ArrayBuffer> {
  return new TextEncoder().encode(text);
}

/** A small generator of numbers from 0 to 1 (mulberry32). */
function numbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}
