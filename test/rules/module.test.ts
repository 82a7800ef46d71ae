import { describe, expect, it } from 'vitest';
import { bundledRules, bundledVersion } from '../../src/rules/bundled.ts';
import { compile } from '../../tools/rules/compile.ts';
import { moduleText } from '../../tools/rules/encode/module.ts';
import { readSource } from '../../tools/rules/source.ts';
import { cue, file, rule } from './small.ts';

interface Module {
  readonly version: string;
  readonly whys: string;
  readCompiled(): unknown;
}

describe('the module of compiled rules', () => {
  it('has what was compiled, in any script', async () => {
    const rules = [rule({ any: ['"quoted"', 'naïve', '字 典', '\u{1e922}'], unless: ["l'été"] }), cue({})];
    const weights = { other: { columns: ['weight'], rows: { 'a "b"\u2028': [0, 3] } } };
    const compiled = compile([readSource('f.toml', file(rules))], weights);
    const url = `data:text/javascript,${encodeURIComponent(moduleText(compiled))}`;
    const { version, whys, readCompiled } = (await import(/* @vite-ignore */ url)) as Module;
    const { whys: expectedWhys, ...expected } = compiled;
    expect(JSON.parse(JSON.stringify(readCompiled()))).toEqual(JSON.parse(JSON.stringify(expected)));
    expect([version, whys]).toEqual([compiled.version, expectedWhys]);
  });

  it('is bundled with its version', () => {
    expect(bundledRules().version).toBe(bundledVersion);
  });
});
