import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { refusal } from '../../tools/rules/safe.ts';
import { Verdicts } from '../../tools/rules/verdicts.ts';

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
