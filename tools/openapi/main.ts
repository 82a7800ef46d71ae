/**
 * `node tools/openapi/main.ts`: writes `public/openapi.json`. After the rules, whose catalogue the examples show.
 * @module
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createApp } from '../../src/http/app.ts';
import type { Env } from '../../src/http/env.ts';
import { service } from '../../src/service.ts';
import { openApiDocument, REQUEST_ID, type Answered } from './document.ts';
import type { Example } from './example.ts';
import { EXAMPLES } from './examples.ts';

const PUBLIC = fileURLToPath(new URL('../../public/', import.meta.url));
const OUT = join(PUBLIC, 'openapi.json');

/** The files of `public/`, as the Worker's binding gives them. */
const ASSETS: Env['ASSETS'] = {
  fetch: async ({ pathname }) => {
    const file = join(PUBLIC, pathname);
    return existsSync(file)
      ? new Response(readFileSync(file))
      : new Response(null, { status: 404 });
  },
};

/** The document as the sources have it now. */
export async function currentDocument(): Promise<string> {
  const app = createApp(service);
  const answered: Answered[] = [];
  for (const example of EXAMPLES) answered.push(await ask(app, example));
  return `${JSON.stringify(openApiDocument(service.engine, answered), null, 1)}\n`;
}

async function ask(app: ReturnType<typeof createApp>, example: Example): Promise<Answered> {
  const { method, path, headers = {}, body = null, env } = example;
  const response = await app.request(path, { method, headers, body }, { ASSETS, ...env });
  if (response.status !== example.status) {
    throw new Error(`example ${example.operation}/${example.name} answers ${response.status}`);
  }
  const type = response.headers.get('content-type') ?? '';
  return { ...example, type, answer: answerOf(await response.text()) };
}

/** What an example shows of an answer: its value if it is JSON, and one id for all. */
export function answerOf(text: string): unknown {
  const settled = text.replaceAll(/("requestId":)"[^"]*"/g, `$1"${REQUEST_ID}"`);
  try {
    return JSON.parse(settled) as unknown;
  } catch {
    return settled;
  }
}

async function main(): Promise<void> {
  // The app logs every request, refusals as errors; nobody wants to read of these.
  console.log = console.error = () => undefined;
  const document = await currentDocument();
  // Left alone when nothing changed, so that a watcher does not go round in circles.
  if (!existsSync(OUT) || readFileSync(OUT, 'utf8') !== document) writeFileSync(OUT, document);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await main();
