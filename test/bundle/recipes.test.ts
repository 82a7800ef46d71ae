/**
 * docs/recipes.md and the README's call: every command runs, and prints what the document says it prints.
 * @module
 */
import { execFileSync, spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { runInNewContext } from 'node:vm';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { blockOf, blocksOf } from './blocks.ts';
import { openDesk, type Desk } from './desk.ts';
import { startServer, type Server } from './server.ts';

const blocks = blocksOf('docs/recipes.md');

let server: Server;
let desk: Desk;

beforeAll(async () => {
  server = await startServer(inject('bundle'));
  desk = openDesk(blocks);
});
afterAll(async () => {
  desk.close();
  await server.close();
});

const has = (program: string): boolean => spawnSync('which', [program]).status === 0;

describe('recipes run in order', () => {
  const recipes = blocks.flatMap((block, i) =>
    /^run\b(?!=)/.test(block.info) ? [[i, block] as const] : [],
  );
  test('there are some', () => expect(recipes.length).toBeGreaterThan(8));

  test.each(recipes)('block %i', async (i, block) => {
    const tool = /needs=(\w+)/.exec(block.info)?.[1];
    if (tool !== undefined && !has(tool)) return;
    const next = blocks[i + 1];
    const expected = next?.info === 'prints' ? next.code : '';
    expect(await desk.printed(block, server.url.origin)).toBe(expected);
  });
});

test('the Apps Script functions, in the place of Google’s', () => {
  const { code } = blockOf(blocks, 'run=apps-script');
  // Apps Script waits for answers; so does curl.
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
  const sheet = { UrlFetchApp, console } as Record<string, unknown>;
  runInNewContext(
    code.replace(/const SERVICE = '[^']*'/, `const SERVICE = '${server.url.origin}'`),
    sheet,
  );
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
