import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { refusal } from '../../tools/rules/safe.ts';
import { openVerdicts, readSources, ROOT } from '../../tools/rules/main.ts';
import { provenText, Verdicts } from '../../tools/rules/verdicts.ts';

let folder: string;
let path: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'copydesk-verdicts-'));
  path = join(folder, 'a/b/verdicts.json');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

describe('proofs', () => {
  it('are kept', () => {
    const first = new Verdicts(path, 1);
    expect(first.has('ab')).toBe(false);
    expect(refusal('ab', first)).toBeNull();
    first.save();
    expect(new Verdicts(path, 1).has('ab')).toBe(true);
  });

  it('do not count under other limits', () => {
    const first = new Verdicts(path, { version: '1' });
    first.add('ab');
    first.save();
    expect(new Verdicts(path, { version: '2' }).has('ab')).toBe(false);
  });

  it('are listed for others, whatever their order, under the same limits', () => {
    const list = join(folder, 'list.json');
    writeFileSync(list, provenText(['cd', 'ab', 'cd'], 1));
    expect(readFileSync(list, 'utf8')).toBe(provenText(['ab', 'cd'], 1));
    const known = new Verdicts(path, 1, list);
    expect(['ab', 'cd', 'abcd'].map((source) => known.has(source))).toEqual([true, true, false]);
    expect(new Verdicts(path, 2, list).has('ab')).toBe(false);
    writeFileSync(list, '{"seal":');
    expect(new Verdicts(path, 1, list).has('ab')).toBe(false);
  });

  it('of all expressions of the project are listed beside its rules, and of no others', () => {
    const listed = JSON.parse(readFileSync(join(ROOT, 'rules/proven.json'), 'utf8')) as { readonly proven: readonly string[] };
    const sources = readSources(ROOT).files.flatMap(({ rules }) => rules.flatMap(({ match, any }) => (match === 'expression' ? any : [])));
    const text = provenText(sources, {});
    expect(listed.proven).toEqual((JSON.parse(text) as typeof listed).proven);
    expect(refusal('^(?:a|a){1,40}$', openVerdicts())).toMatch(/linear/);
  });

  it('are only of what is safe', () => {
    const known = new Verdicts(path, 1);
    expect(refusal('^(?:a|a){1,40}$', known)).toMatch(/linear/);
    expect(known.has('^(?:a|a){1,40}$')).toBe(false);
    expect(refusal('a*', known)).toMatch(/unbounded/);
    expect(known.has('a*')).toBe(false);
  });

  it.each(['', '{', '[]', 'null', '{"seal":1}'])('a file that holds %j counts for nothing', (text) => {
    const first = new Verdicts(path, 1);
    first.add('ab');
    first.save();
    expect(JSON.parse(readFileSync(path, 'utf8'))).toMatchObject({ sources: ['ab'] });
    writeFileSync(path, text);
    expect(new Verdicts(path, 1).has('ab')).toBe(false);
  });
});
