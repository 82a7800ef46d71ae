/**
 * docs/recipes.md and the README's call: every command runs, and prints what the document says it prints.
 * @module
 */
import { execFileSync, spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { runInNewContext } from 'node:vm';
import { DuckDBInstance } from '@duckdb/node-api';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { ROOT } from '../../tools/check/build.ts';
import { blockOf, blocksOf, type Block } from './blocks.ts';
import { LOCAL, openDesk, type Desk } from './desk.ts';
import { talksTo } from './server.ts';

const blocks = blocksOf('docs/recipes.md');

const server = talksTo(new URL(inject('origin')));
let desk: Desk;

beforeAll(() => {
  desk = openDesk(blocks);
});
afterAll(() => desk.close());

const has = (program: string): boolean => spawnSync('which', [program]).status === 0;

describe('recipes run in order', () => {
  const recipes = blocks.flatMap((block, i) =>
    /^run\b(?!=)/.test(block.info) ? [[i, block] as const] : [],
  );
  test('there are some', () => expect(recipes.length).toBeGreaterThan(8));

  for (const [i, block] of recipes) {
    const tool = /needs=(\w+)/.exec(block.info)?.[1] ?? 'sh';
    // What is not installed is told as skipped, by its name.
    test.skipIf(!has(tool))(`block ${i} (needs ${tool})`, () => runBlock(i, block));
  }

  async function runBlock(i: number, block: Block): Promise<void> {
    const next = blocks[i + 1];
    const expected = next?.info === 'prints' ? next.code : '';
    expect(await desk.printed(block, server.url.origin)).toBe(expected);
  }
});

/** Apps Script waits for answers; so does curl. */
const UrlFetchApp = {
  fetch(url: string, request: { contentType: string; payload: string; method: string }) {
    const type = `content-type: ${request.contentType}`;
    const argv = ['-s', '-X', request.method.toUpperCase(), '-H', type, '--data-binary', '@-'];
    const out = execFileSync('curl', [...argv, '-w', '\n%{http_code}', url], {
      input: request.payload,
      encoding: 'utf8',
    });
    const cut = out.lastIndexOf('\n');
    return {
      getContentText: () => out.slice(0, cut),
      getResponseCode: () => Number(out.slice(cut + 1)),
    };
  },
};

/** Runs a block for Apps Script, with what Google would bring. Answers its functions. */
function appsScript(info: string, brought: object): Record<string, unknown> {
  const { code } = blockOf(blocks, info);
  const surroundings = { UrlFetchApp, console, ...brought } as Record<string, unknown>;
  const mine = code.replace(/const SERVICE = '[^']*'/, `const SERVICE = '${server.url.origin}'`);
  runInNewContext(mine, surroundings);
  return surroundings;
}

test('the Apps Script functions of a sheet, in the place of Google’s', () => {
  const sheet = appsScript('run=apps-script', {});
  const { QUOTES, cellOf } = sheet as unknown as {
    QUOTES: (text: unknown) => readonly (readonly (string | number)[])[];
    cellOf: (text: string) => string;
  };
  const page = readFileSync(join(desk.folder, 'page.txt'), 'utf8');
  const rows = QUOTES(page);
  expect(rows.map(([speaker]) => speaker)).toContain('Ines Marlow');
  expect(rows.every((row) => row.length === 3 && typeof row[2] === 'number')).toBe(true);
  // Objects of another realm are not of this one's prototypes.
  expect(JSON.parse(JSON.stringify(QUOTES('')))).toEqual([['', 'no quotes', '']]);
  expect(() => QUOTES('a'.repeat(2_000_000))).toThrow('larger than this service accepts');
  expect(cellOf('=1+1')).toBe("'=1+1");
});

test('the Apps Script functions of a document', () => {
  const page = readFileSync(join(desk.folder, 'page.txt'), 'utf8').trimEnd();
  const marked = new Map<string, string>();
  const items: string[] = [];
  const text = {
    getText: () => page,
    setBackgroundColor: (start: number, last: number, color: string) =>
      marked.set(page.slice(start, last + 1), color),
  };
  const menu = {
    addItem: (_: string, name: string) => (items.push(name), menu),
    addToUi: () => undefined,
  };
  const script = appsScript('run=google-docs', {
    DocumentApp: {
      getUi: () => ({ createMenu: () => menu }),
      getActiveDocument: () => ({ getBody: () => ({ editAsText: () => text }) }),
    },
  }) as Record<string, () => void>;
  script['onOpen']?.();
  for (const name of items) script[name]?.();
  expect(marked.get('“We found cracks in two of the main beams,”')).toBe('#d9ead3');
  expect(marked.size).toBeGreaterThan(2);
});

interface Node {
  readonly name: string;
  readonly parameters: Readonly<Record<string, string>>;
}

test('the nodes of n8n', async () => {
  const { nodes, connections } = JSON.parse(blockOf(blocks, 'run=n8n').code) as {
    nodes: readonly Node[];
    connections: Record<string, { main: readonly (readonly { node: string }[])[] }>;
  };
  const [request, code] = nodes as readonly [Node, Node];
  expect(connections[request.name]?.main[0]?.[0]?.node).toBe(code.name);
  const { method, url, contentType, jsonBody } = request.parameters;
  const html = readFileSync(join(desk.folder, 'page.html'), 'utf8');
  // n8n evaluates what stands between ={{ and }}.
  const expression = /^=\{\{([^]*)\}\}$/.exec(jsonBody as string)?.[1] as string;
  const body = runInNewContext(expression, { $json: { data: html } }) as string;
  const response = await fetch((url as string).replace(LOCAL, server.url.origin), {
    method: method as string,
    headers: { 'content-type': `application/${contentType}` },
    body,
  });
  expect(response.status).toBe(200);
  const $input = { first: () => ({ json: answer }) };
  const answer: unknown = await response.json();
  const items = runInNewContext(`(() => {${code.parameters['jsCode']}})()`, {
    $input,
  }) as object[];
  const printed = items.map((item) => (item as { json: unknown }).json);
  expect(JSON.parse(JSON.stringify(printed))).toEqual(
    JSON.parse(blockOf(blocks, 'prints=n8n').code),
  );
});

const SOURCED = '<p>“The swell is too high,” said Callum Ferris, its captain.</p>';
const DRAFT = `${SOURCED}<p>On the wall of the old customs house somebody has painted in red letters: “The harbour belongs to all of us.”</p>`;

test.skipIf(!has('php'))('the WordPress plugin (needs php)', () => {
  const plugin = blockOf(blocks, 'run=wordpress').code.replace(LOCAL, server.url.origin);
  const wordpress = readFileSync(join(ROOT, 'test/bundle/recipes/wordpress.php'), 'utf8');
  const box = (post: object): string => {
    writeFileSync(join(desk.folder, 'plugin.php'), plugin);
    writeFileSync(join(desk.folder, 'wordpress.php'), wordpress);
    return execFileSync('php', ['wordpress.php'], {
      cwd: desk.folder,
      input: JSON.stringify(post),
      encoding: 'utf8',
    });
  };
  const draft = { post_status: 'draft', post_title: 'Ferry stays in port', post_content: DRAFT };
  expect(box(draft)).toBe('<ul><li>“The harbour belongs to all of us.”</li></ul>');
  expect(box({ ...draft, post_content: SOURCED })).toContain('All quotes have');
  expect(box({ ...draft, post_content: 'x'.repeat(5_000_000) })).toMatch(/^<p>The /);
  expect(box({ ...draft, post_status: 'publish' })).toBe('');
});

test('the service of Superdesk', () => {
  const service = blockOf(blocks, 'run=superdesk').code.replace(LOCAL, server.url.origin);
  writeFileSync(join(desk.folder, 'copydesk_service.py'), service);
  const run = (item: object): string =>
    execFileSync('python3', [join(ROOT, 'test/bundle/recipes/superdesk_app.py')], {
      cwd: desk.folder,
      input: JSON.stringify(item),
      encoding: 'utf8',
    });
  const item = { guid: 'a', headline: 'Ferry stays in port', language: 'en', body_html: DRAFT };
  const { quotes } = JSON.parse(run(item)) as { quotes: readonly Record<string, unknown>[] };
  expect(quotes.map(({ speaker, text }) => [speaker, text])).toEqual([
    ['Callum Ferris', '“The swell is too high,”'],
    [null, '“The harbour belongs to all of us.”'],
  ]);
  expect(run({ ...item, language: 'plain words' })).toContain('error');
});

test('the SQL for DuckDB', async () => {
  const connection = await (await DuckDBInstance.create()).connect();
  const sql = blockOf(blocks, 'run=duckdb').code;
  const csv = join(desk.folder, 'quotes.csv');
  const reader = await connection.runAndReadAll(sql.replace('quotes.csv', csv));
  const rows = reader.getRowsJson().map((row) => `${row.join(' ')}\n`);
  expect(rows.join('')).toBe(blockOf(blocks, 'prints=duckdb').code);
});

describe('the README', () => {
  const readme = blocksOf('README.md');
  const calls = readme.filter(({ language }) => language === 'console').slice(0, 2);

  test('has the page of the recipes', () => {
    const page = blockOf(blocks, 'file=page.txt').code;
    expect(readme.filter(({ code }) => code === page)).toHaveLength(1);
  });

  test.skipIf(!has('jq'))('prints what it says, confidences nearly', async () => {
    for (const { code } of calls) {
      const commands = code.match(/^\$ .*/gm) ?? [];
      const said = code.replace(/^\$ .*\n/gm, '');
      const sh = { language: 'sh', info: '', code: commands.map((one) => one.slice(2)).join('\n') };
      const answer = await desk.printed(sh, server.url.origin);
      expect(said).not.toBe('');
      expect(valuesOf(answer)).toEqual(valuesOf(said));
      const sure = confidencesOf(answer);
      confidencesOf(said).forEach((one, i) =>
        expect(Math.abs(one - (sure[i] ?? 2))).toBeLessThan(0.15),
      );
    }
  });

  const CONFIDENCE = /(?<=onfidence": )[\d.]+/g;

  /** Weights change more often than what they decide. */
  const confidencesOf = (json: string) => (json.match(CONFIDENCE) ?? []).map(Number);

  /** The values of a stream of JSON, however its lines are broken. */
  function valuesOf(stream: string): unknown {
    const same = stream.replace(CONFIDENCE, '0');
    return JSON.parse(`[${same.trim().replace(/[\]}]\n(?=[[{])/g, '$&,')}]`);
  }
});
