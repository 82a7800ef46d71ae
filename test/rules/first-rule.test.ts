/**
 * "Your first rule" in CONTRIBUTING.md: the draft is refused as the text says, and the final rule does what the text says.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { analyze } from '../../src/analyze.ts';
import { rules } from '../../src/rules/load.ts';
import { openRules, type Rules } from '../../src/rules/rules.ts';
import { compile } from '../../tools/rules/compile.ts';
import { readSource } from '../../tools/rules/source.ts';
import type { SourceFile } from '../../tools/rules/types.ts';
import { Verdicts } from '../../tools/rules/verdicts.ts';
import { verify } from '../../tools/rules/verify.ts';
import { blockOf, blocksOf } from '../bundle/blocks.ts';
import { project } from './project.ts';

const blocks = blocksOf('CONTRIBUTING.md');
const page = blockOf(blocks, 'page').code;
const read = (info: string): SourceFile => readSource('rules/en/columns.toml', blockOf(blocks, info).code);
/** What the text says is printed, command by command. */
const [before, faults, after] = blocks
  .filter(({ language }) => language === 'console')
  .map(({ code }) => code.split('\n').filter((line) => line !== '' && !line.startsWith('$ ')));

const folder = mkdtempSync(join(tmpdir(), 'copydesk-first-rule-'));
afterAll(() => rmSync(folder, { recursive: true }));

function faultsOf(file: SourceFile): readonly string[] {
  const proven = new Verdicts(join(folder, 'expressions.json'), {});
  return [...verify([file], compile([file], {}), proven)].map(({ message }) => message);
}

function segmentsBy(some: Rules): readonly string[] {
  const { segments = [] } = analyze(page, some);
  return segments.map(({ label, kind, text }) => JSON.stringify([label, kind, text.slice(0, 23)]));
}

it('is needed', () => {
  expect(segmentsBy(rules)).toEqual(before);
});

it('is refused as a draft', () => {
  expect(faultsOf(read('draft'))).toEqual(faults);
});

it('is accepted in the end, and works', () => {
  const final = read('final');
  expect(faultsOf(final)).toEqual([]);
  const compiled = compile([...project.files, final], project.weights);
  expect(segmentsBy(openRules(compiled))).toEqual(after);
});
