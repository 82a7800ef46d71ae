/**
 * A newsroom's own rules: read with a worth of their own, compiled with the project's, refused with all faults.
 */
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { activeRules } from '../../src/rules/active.ts';
import { openRules } from '../../src/rules/rules.ts';
import type { SegmentRule } from '../../src/rules/types.ts';
import { quoteModelOf } from '../../src/quotes/model/model.ts';
import { ROOT } from '../../tools/check/build.ts';
import { compile } from '../../tools/rules/compile.ts';
import { compileFolder, ownFolder } from '../../tools/rules/main.ts';
import { RuleProblems, type RuleProblem } from '../../tools/rules/problem.ts';
import { readSource } from '../../tools/rules/source.ts';
import { ownWeight } from '../../tools/rules/worth.ts';
import { isLong } from '../long.ts';
import { cue, file, own, profile, publisher, rule, type RuleFields } from './small.ts';

// All rules are compiled several times, which takes minutes on a busy machine.
vi.setConfig({ testTimeout: 600_000 });

/** A rule of one's own; what is not given is filled in. */
const desk = (fields: RuleFields): string => rule({ id: 'desk/test/rule', ...fields });

function faultsOf(text: string, isOwn = true, path = 'ours/a.toml'): readonly string[] {
  const problems: RuleProblem[] = [];
  readSource(path, text, (problem) => void problems.push(problem), isOwn);
  return problems.map(({ message }) => message);
}

/** Compiled segment rules of own files. */
function compiled(...texts: readonly string[]): readonly SegmentRule[] {
  return compile(texts.map((text, i) => readSource(`ours/f${i}.toml`, text, undefined, true)), {}).segmentRules;
}

describe('what an own rule is worth', () => {
  it('is said by the rule, or by its shortest phrase', () => {
    const weightOf = (fields: RuleFields): number | undefined => compiled(file([desk(fields)]))[0]?.weight;
    expect(weightOf({ weight: 3.5 })).toBe(3.5);
    expect(weightOf({ certain: true })).toBe(20);
    expect(weightOf({ any: ['one two three four'] })).toBe(ownWeight('phrase', ['one two three four']));
    expect(weightOf({ any: ['one two three four', 'one'] })).toBe(ownWeight('phrase', ['one']));
  });

  it('grows with the words, and is more for whole lines', () => {
    const phrases = ['one', 'one two', 'one two three', 'one two three four', 'one two three four five'];
    for (const match of ['phrase', 'line'] as const) {
      const weights = phrases.map((phrase) => ownWeight(match, [phrase]));
      expect(weights).toEqual([...weights].sort((a, b) => a - b));
      expect(weights[4]).toBe(weights[3]);
    }
    expect(ownWeight('line', ['one two three four'])).toBeGreaterThan(ownWeight('phrase', ['one two three four']));
    // Two characters are a word.
    expect(ownWeight('phrase', ['もっと読む'])).toBe(ownWeight('phrase', ['one two three']));
  });

  it('is decided where it is certain', () => {
    expect(compiled(file([desk({ certain: true })]))[0]).toMatchObject({ certain: true, decides: true });
    expect(compiled(file([desk({ weight: 20 })]))[0]).not.toHaveProperty('decides');
    const project = compile([readSource('rules/xx/a.toml', file([rule({ certain: true })]))], {});
    expect(project.segmentRules[0]).not.toHaveProperty('decides');
    const site = compile([readSource('rules/publishers/desk.example.toml', publisher([own({ certain: true })]))], {});
    expect(site.segmentRules[0]).toMatchObject({ certain: true, decides: true, weight: 20 });
  });

  it.each<[string, RuleFields, RegExp]>([
    ['too large', { weight: 21 }, /:\d+: desk\/test\/rule: "weight" must be a number above 0, up to 20: 3 is a hint, 8 takes/],
    ['nothing', { weight: 0 }, /must be a number above 0/],
    ['a word', { weight: 'much' }, /must be a number above 0/],
    ['given and certain', { weight: 3, certain: true }, /is certain and has a weight/],
    ['that of a word list', { kind: 'lexicon/title', match: 'words', weight: 3 }, /a word list has no "weight"/],
    ['certain for a word list', { kind: 'lexicon/title', match: 'words', certain: true }, /a word list has no "certain"/],
  ])('is refused: %s', (_, fields, message) => {
    expect(faultsOf(file([desk(fields)])).join('\n')).toMatch(message);
  });

  it('is no business of the project’s rules, which are fitted', () => {
    expect(faultsOf(file([rule({ weight: 3 })]), false)).toEqual([expect.stringContaining('"weight" is for publishers’ rules and for those of a folder of your own')]);
  });
});

describe('messages', () => {
  it.each<[string, string, string]>([
    ['a label', desk({ kind: 'ads/pear' }), '"kind" knows no "ads/pear"; it is one of ads/ad, ads/sponsored, ads/house'],
    ['no label', desk({ kind: 'bananas/split' }), '"kind" knows no "bananas/split"; it is a label (body, comments, ads, disclaimers, boilerplate) with one of its kinds, such as ads/house'],
    ['a match', desk({ match: 'everywhere' }), '"match" knows no "everywhere"; it is one of phrase, line, start, end, words, expression'],
    ['what a cue takes', cue({ id: 'desk/cues/a', takes: ['banana'] }), '"takes" knows no "banana"; it is one of marks, inverted'],
    ['a class', cue({ id: 'desk/cues/a', class: 'banana' }), '"class" knows no "banana"; it is one of neutral, claim'],
    ['a key', desk({ banana: 1 }), 'unknown key "banana"; it is one of id, unless, why'],
  ])('name what is allowed: %s', (_, table, message) => {
    expect(faultsOf(file([table])).join('\n')).toContain(message);
  });

  it('name all faults of all files at once', () => {
    expect(faultsOf(file([desk({ weight: 30, kind: 'ads/pear', match: 'lines' }), desk({ id: 'x', why: 1 })]))).toHaveLength(5);
  });
});

describe('a folder of own rules', () => {
  let root = '';
  const put = (path: string, text: string): void => {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  };
  const ours = (): string => join(root, 'ours');
  beforeAll(() => {
    root = mkdtempSync(join(tmpdir(), 'copydesk-own-'));
    put('rules/xx/language.toml', profile([]));
    put('rules/xx/a.toml', file([rule({ certain: true }), cue({})]));
    put('rules/publishers/desk.example.toml', publisher([own({ any: ['beta'], positive: ['beta'] })]));
    put('rules/publishers/other.example.toml', publisher([own({ id: 'publishers/other.example/rule' })]));
  });
  afterAll(() => rmSync(root, { recursive: true }));

  function messageOf(): string {
    try {
      compileFolder(root, ours());
    } catch (error) {
      if (error instanceof RuleProblems) return error.message;
      throw error;
    }
    return '';
  }

  it('is compiled with the project’s, and its sites stand in place of the project’s', () => {
    put('ours/deep/house.toml', file([desk({ any: ['our desk'], positive: ['our desk'] })]));
    put('ours/publishers/desk.example.toml', publisher([own({ any: ['gamma'], positive: ['gamma'] })]));
    put('ours/.hidden/no.toml', 'not read');
    const { segmentRules, sites } = compileFolder(root, ours());
    const ids = segmentRules.map(({ id }) => id);
    expect(ids.toSorted()).toEqual(['desk/test/rule', 'publishers/desk.example/rule', 'publishers/other.example/rule', 'xx/test/rule']);
    expect(segmentRules.find(({ id }) => id === 'publishers/desk.example/rule')?.any).toEqual(['gamma']);
    expect(sites.map(([domain]) => domain).toSorted()).toEqual(['desk.example', 'other.example']);
    expect(compileFolder(root).version).not.toBe(compileFolder(root, ours()).version);
  });

  it('may contradict the project, but not itself: both places are named', () => {
    // The project is certain that "alpha" is ads/house.
    put('ours/a.toml', file([desk({ id: 'desk/a/alpha', kind: 'boilerplate/footer', certain: true })]));
    expect(messageOf()).toBe('');
    put('ours/b.toml', file([desk({ id: 'desk/b/alpha', kind: 'body/list', match: 'line', any: ['alpha'], certain: true })], ''));
    const line = (path: string): number => readFileSync(join(root, path), 'utf8').split('\n').findIndex((one) => one.startsWith('any')) + 1;
    expect(messageOf()).toBe(
      `${join(ours(), 'b.toml')}:${line('ours/b.toml')}: desk/b/alpha: "alpha" is certainly body/list here and certainly boilerplate/footer in ${join(ours(), 'a.toml')}:${line('ours/a.toml')} (desk/a/alpha)`,
    );
    for (const fields of [{ certain: false }, { kind: 'boilerplate/footer' }, { any: ['alpha beta'], positive: ['alpha beta'] }, { 'max-words': 1 }]) {
      const isApart = 'max-words' in fields;
      put('ours/a.toml', file([desk({ id: 'desk/a/alpha', kind: 'boilerplate/footer', certain: true, ...(isApart ? { 'min-words': 2, positive: ['alpha beta'] } : {}) })]));
      put('ours/b.toml', file([desk({ id: 'desk/b/alpha', kind: 'body/list', match: 'line', certain: true, ...fields })]));
      expect(messageOf()).toBe('');
    }
    for (const name of ['a', 'b']) rmSync(join(root, `ours/${name}.toml`));
  });

  it('takes no id that an update might take', () => {
    put('ours/c.toml', file([rule({ id: 'xx/ours/rule' })]));
    expect(messageOf()).toMatch(/c\.toml:5: xx\/ours\/rule: ids of the project begin with xx\/: let yours begin with a name of your own, such as desk\/ours\/rule$/);
    rmSync(join(root, 'ours/c.toml'));
  });

  it('is there, and has rules', () => {
    expect(() => compileFolder(root, join(root, 'none'))).toThrow(`none: there is no such folder of rules (${join(root, 'none')})`);
    put('empty/notes.txt', '');
    expect(() => compileFolder(root, join(root, 'empty'))).toThrow(/empty: the folder has no rule files, .* \(.*empty\)/);
  });

  it('is named by an option or by the environment', () => {
    const before = process.env['COPYDESK_RULES'];
    try {
      process.env['COPYDESK_RULES'] = 'from-env';
      expect([ownFolder('x'), ownFolder()]).toEqual(['x', 'from-env']);
      process.env['COPYDESK_RULES'] = '';
      expect(ownFolder()).toBeUndefined();
    } finally {
      if (before === undefined) delete process.env['COPYDESK_RULES'];
      else process.env['COPYDESK_RULES'] = before;
    }
  });

  // Starts wrangler: left to the long tests.
  it.runIf(isLong)('does not stop a running `wrangler dev` by a fault: one line says so, and the last good rules stay', () => {
    const generated = join(ROOT, 'src/rules/generated.js');
    const before = readFileSync(generated, 'utf8');
    put('bad/a.toml', file([desk({ kind: 'ads/pear', match: 'lines' })], ''));
    const run = (command: string | undefined) =>
      spawnSync(process.execPath, ['tools/rules/main.ts'], {
        cwd: ROOT,
        encoding: 'utf8',
        env: { ...process.env, COPYDESK_RULES: join(root, 'bad'), WRANGLER_COMMAND: command },
      });
    const dev = run('dev');
    expect(dev.status).toBe(0);
    expect(dev.stderr.trimEnd().split('\n')).toEqual([
      expect.stringMatching(/^rules not compiled, requests are answered with the last good ones: \S*a\.toml:\d+: desk\/test\/rule: .* \(and 1 more: npm run rules\)$/),
    ]);
    expect(run('deploy').status).toBe(1);
    expect(readFileSync(generated, 'utf8')).toBe(before);
  });

  it.runIf(isLong)('stops a deployment by a fault before anything else runs: nothing buries the message', () => {
    put('bad/a.toml', file([desk({ kind: 'ads/pear' })], ''));
    const env = { ...process.env, COPYDESK_RULES: join(root, 'bad') };
    const { status, stderr } = spawnSync('npm', ['run', '--silent', 'deploy', '--', '--dry-run'], { cwd: ROOT, encoding: 'utf8', env });
    expect(status).toBe(1);
    expect(stderr.trimEnd().split('\n')).toEqual([expect.stringMatching(/a\.toml:\d+: desk\/test\/rule: "kind" knows no "ads\/pear"/)]);
  });
});

describe('at run time', () => {
  it('an own rule keeps to the language of its file, whatever its id', () => {
    const texts = [profile([], 'xx'), profile([], 'yy'), file([rule({ kind: 'lexicon/title', match: 'words' })]), file([rule({ id: 'yy/test/words', kind: 'lexicon/title', match: 'words' })], 'yy')];
    const project = texts.map((text, i) => readSource(text.includes('properties') ? 'language.toml' : `f${i}.toml`, text));
    const ours = [file([desk({ id: 'desk/a/xx', any: ['beta'] })]), file([desk({ id: 'desk/a/all', any: ['gamma'] })], '')];
    const rules = openRules(compile([...project, ...ours.map((text, i) => readSource(`ours/${i}.toml`, text, undefined, true))], {}));
    const heard = (language: string): readonly string[] => {
      const active = activeRules(rules, language);
      return rules.segmentRules.filter((_, number) => active[number]).map(({ id }) => id);
    };
    expect(heard('xx')).toEqual(['desk/a/xx', 'desk/a/all']);
    expect(heard('yy')).toEqual(['desk/a/all']);
  });

  it('a verb of one’s own weighs what it says, or what verbs of its class do', () => {
    const project = [profile([]), file([cue({}), cue({ id: 'xx/cues/deny', class: 'denial', verbs: ['deny denies denied denied denying'], positive: ['He denies it.'] })])];
    const verb = (id: string, fields: RuleFields): string => cue({ id, verbs: [`${id.slice(-1)}ork ${id.slice(-1)}orks - - -`], ...fields });
    const ours = file([verb('desk/cues/a', { weight: 2.5 }), verb('desk/cues/b', { class: 'denial' }), verb('desk/cues/say', {}), verb('desk/cues/d', { class: 'promise' })]);
    const sources = [...project.map((text, i) => readSource(text.includes('properties') ? 'language.toml' : `f${i}.toml`, text)), readSource('ours/a.toml', ours, undefined, true)];
    const bare = openRules(compile(sources, {}));
    const { space } = quoteModelOf(bare, '').candidates;
    const lemmaOf = (name: string): number => Array.from({ length: bare.lemmas.count }, (_, i) => i).find((i) => bare.lemmas.nameOf(i) === name) ?? -1;
    const run = bare.lemmas.count + 1;
    // As if the verbs of the project had been fitted, without marks and with them.
    const nameOf = (row: number): string => space.groups.at(-2)?.section.nameOf(row) as string;
    const fitted = { 'xx/cues/say:say': [100, 300], 'xx/cues/deny:deny': [-50, 100] };
    const rows = Object.fromEntries(Object.entries(fitted).flatMap(([name, weights]) => weights.map((weight, i) => [nameOf(lemmaOf(name) + i * run), [0, weight]])));
    const rules = openRules(compile(sources, { 'quotes-frames': { columns: ['weight'], rows } }));
    const { weights } = quoteModelOf(rules, '').candidates;
    const weightsOf = (name: string) => [0, run].map((from) => weights[space.firstVerb + from + lemmaOf(name)]);
    expect(weightsOf('desk/cues/a:aork')).toEqual([2.5, 2.5]);
    expect(weightsOf('desk/cues/b:bork')).toEqual([-0.5, 1]);
    expect(weightsOf('desk/cues/say:york')).toEqual([1, 3]);
    expect(weightsOf('desk/cues/d:dork')).toEqual([0.25, 2]);
  });
});
