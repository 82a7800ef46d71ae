import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { fromProgram } from '../../tools/eval/answers.ts';
import { scoreDumps } from '../../tools/eval/dumps.ts';

const FIRST = 'The ferry between the port and the island will not sail before the end of April.';
const QUOTE =
  '“We could have lost the whole vessel in the next storm,” said Ada Okoro, its master.';
const LAST = 'Some four hundred people live on the island, and most of their food comes by sea.';

describe('dumps', () => {
  const folder = mkdtempSync(join(tmpdir(), 'copydesk-dumps-'));
  afterAll(() => rmSync(folder, { recursive: true }));
  const write = (tool: string, ...lines: readonly string[]): void => {
    const doc = { id: 'ferry', text: lines.join('\n\n'), gold_body: `${FIRST}\n${QUOTE}\n${LAST}` };
    writeFileSync(join(folder, `${tool}.jsonl`), `${JSON.stringify(doc)}\n`);
  };
  write('plain', FIRST, QUOTE, LAST);
  write('marked', FIRST.replace('ferry', '**ferry**'), QUOTE, LAST.replace('island', '[3]island'));
  write('short', FIRST, LAST);

  it('are compared with the reference, whatever markup the tools add', async () => {
    const { figures, mistakes } = await scoreDumps(folder, fromProgram(), 'plain');
    const same = {
      ...{ pages: 1, bodyF1: 100, quotesFound: 100 },
      ...{ sameSpeaker: 100, quotesPerHundred: 100 },
    };
    expect(figures['plain']).toEqual(same);
    expect(figures['marked']).toEqual(same);
    expect(figures['short']).toMatchObject({ quotesFound: 0, sameSpeaker: 0, quotesPerHundred: 0 });
    expect(figures['short']?.bodyF1).toBeLessThan(90);
    expect(mistakes.every((line) => line.startsWith('LOST short ferry: “We could have'))).toBe(
      true,
    );
  });

  it('need their reference', async () => {
    await expect(scoreDumps(folder, fromProgram())).rejects.toThrow('no chromium-innerText.jsonl');
  });
});
