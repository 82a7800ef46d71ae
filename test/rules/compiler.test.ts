/**
 * The rule compiler refuses what would not work, in one line that names file, line and reason.
 * @module
 */
import { execFileSync, spawnSync } from 'node:child_process';
import { globSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { compileChecked } from '../../tools/rules/check.ts';
import { compile } from '../../tools/rules/compile.ts';
import { compileFolder, openVerdicts } from '../../tools/rules/main.ts';
import { RuleProblems, type RuleProblem } from '../../tools/rules/problem.ts';
import { refusal } from '../../tools/rules/safe.ts';
import { readSource } from '../../tools/rules/source.ts';
import { verify } from '../../tools/rules/verify.ts';
import { cue, file, hint, profile, read, rule, rulesOf } from './small.ts';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));

/** Everything that is wrong with some files, as the compiler says it. */
function complaints(...texts: readonly string[]): readonly string[] {
  const problems: RuleProblem[] = [];
  const files = texts.map((text, i) => readSource(`rules/xx/f${i}.toml`, text, (problem) => void problems.push(problem)));
  compileChecked(files, {}, problems);
  return problems.map((problem) => problem.message);
}

/** Lines of the tables that `file` writes: two of header, an empty one, `[[rule]]`, then the id. */
const LINE_OF_FIRST_ID = 5;

describe('refusals', () => {
  it('has nothing against a good file', () => {
    expect(complaints(file([rule({}), cue({}), hint({})]))).toEqual([]);
  });

  it.each<[string, string, RegExp]>([
    ['an unknown key of a rule', rule({ colour: 'red' }), /unknown key "colour"/],
    ['an unknown key of a cue', cue({ any: ['x'] }), /unknown key "any"/],
    ['an unknown key of a hint', hint({ match: 'line' }), /unknown key "match"/],
    ['a hint without words', hint({ any: [] }), /"any" is empty/],
    ['a hint in capitals', hint({ any: ['Comment'] }), /"Comment" is not a word/],
    ['a hint of three words', hint({ any: ['a-b-c'] }), /"a-b-c" is not a word/],
    ['a positive example of a hint that does not match', hint({ positive: ['talk'] }), /positive example does not match: talk/],
    ['a negative example of a hint that matches', hint({ negative: ['comments'] }), /negative example matches: comments/],
    [
      'more hints than fit',
      Array.from({ length: 32 }, (_, i) => hint({ id: `xx/markup/h${i}`, hint: `h${i}` })).join(''),
      /xx\/markup\/h31: there are more than 31 hints/,
    ],
    ['no positive example', rule({ positive: [] }), /no positive example/],
    ['a missing list of positive examples', rule({ positive: undefined }), /no positive example/],
    ['no negative example', rule({ negative: [] }), /no negative example/],
    ['a missing list of negative examples', rule({ negative: undefined }), /no negative example/],
    ['a cue without examples', cue({ positive: undefined }), /no positive example/],
    ['a positive example that does not match', rule({ positive: ['alpha', 'beta one'] }), /positive example does not match: beta one/],
    ['a negative example that matches', rule({ negative: ['an alpha male'] }), /negative example matches: an alpha male/],
    ['a positive example of a cue that does not match', cue({ positive: ['He left.'] }), /positive example does not match: He left\./],
    ['a negative example of a cue that matches', cue({ negative: ['He Said so.'] }), /negative example matches: He Said so\. \("Said" is one of its forms; expressions .* go into "unless"\)/],
    ['an expression that is not linear', rule({ match: 'expression', any: ['^(?:a?){60}a{60}$'], needs: ['a'] }), /has not linear/],
    ['a star', rule({ match: 'expression', any: ['alpha*'], needs: ['a'] }), /unbounded repetition/],
    ['a plus', rule({ match: 'expression', any: ['(alpha)+'], needs: ['a'] }), /unbounded repetition/],
    ['an open range', rule({ match: 'expression', any: ['alpha{1,}'], needs: ['a'] }), /unbounded repetition/],
    ['a phrase that holds another', rule({ any: ['alpha', 'the alpha'] }), /"the alpha" finds nothing that "alpha" does not find/],
    ['a phrase in capitals', rule({ any: ['Alpha'] }), /folding changes the phrase "Alpha": write "alpha"/],
    ['a phrase with curly marks', rule({ any: ['don’t'] }), /folding changes the phrase "don’t": write "don't"/],
    ['a veto that folding changes', rule({ unless: ['he said — twice'] }), /folding changes/],
    ['a form of a cue that folding changes', cue({ verbs: ['say says Said said saying'] }), /folding changes the phrase "Said"/],
    ['a phrase of a cue that folding changes', cue({ phrases: ['As per'] }), /folding changes/],
    ['a phrase without words', rule({ any: ['alpha', '…'] }), /has no words/],
    ['an unknown kind', rule({ kind: 'ads/banner' }), /"kind" knows no "ads\/banner"/],
    ['an unknown match', rule({ match: 'regex' }), /"match" knows no "regex"/],
    ['a lexicon that is not matched by words', rule({ kind: 'lexicon/title' }), /a lexicon has match = 'words'/],
    ['no phrases', rule({ any: [] }), /"any" is empty/],
    ['expressions without needs', rule({ match: 'expression' }), /expressions have "needs"/],
    ['needs without expressions', rule({ needs: ['a'] }), /expressions have "needs"/],
    ['an id without folder', rule({ id: 'alpha' }), /id "alpha" is not of the form/],
    ['no reason', rule({ why: undefined }), /"why" must be a text/],
    ['a list that is none', rule({ any: 'alpha' }), /"any" must be a list of texts/],
    ['a list of numbers', rule({ positive: [1] }), /"positive" must be a list of texts/],
    ['an empty text in a list', rule({ any: ['alpha', ''] }), /"any" must be a list of texts/],
    ['a todo that is no list', rule({ todo: 'later' }), /"todo" must be a list of texts/],
    ['a flag that is none', rule({ certain: 'yes' }), /"certain" must be true or false/],
    ['a limit of no words', rule({ 'max-words': 0 }), /"max-words" must be a number above 0/],
    ['a share that is a text', rule({ share: 'half' }), /"share" must be a number/],
    ['an unknown class of cue', cue({ class: 'shout' }), /"class" knows no "shout"/],
    ['a cue that takes the unknown', cue({ takes: ['marks', 'song'] }), /"takes" knows no "song"/],
    ['a cue that takes nothing', cue({ takes: [] }), /"takes" is empty/],
    ['a cue without verbs and phrases', cue({ verbs: [] }), /neither verbs nor phrases/],
    ['a verb with four forms', cue({ verbs: ['say says said saying'] }), /has not five forms/],
  ])('%s', (_, table, reason) => {
    const [first = ''] = complaints(file([table]));
    expect(first).toMatch(reason);
    expect(first).toMatch(/^rules\/xx\/f0\.toml:\d+: /);
    expect(first).not.toMatch(/[\r\n]/);
  });

  it.each<[string, string, RegExp]>([
    ['another schema', 'schema = 2\n', /:1: schema must be 1/],
    ['no schema', "language = 'xx'\n", /:1: schema is missing: write schema = 1 in the first line/],
    ['a quote mark that is missing', "schema = 1\nlanguage = 'xx\n", /:2: .*control characters .* \(is a quote mark missing at the end of the line\?\)/],
    ['a sort of table that there is not, where it stands', "schema = 1\n\n[[rule]]\nid = 'xx/a/b'\n\n[[verb]]\nid = 'xx/a/c'\n", /:6: unknown key "verb"; it is one of schema/],
    ['an unknown key of the file', 'schema = 1\nname = "x"\n', /:2: unknown key "name"/],
    ['a language that is no text', 'schema = 1\nlanguage = 5\n', /"language" must be a text/],
    ['a rule that is no list', "schema = 1\n[rule]\nid = 'a/b'\n", /must be written as \[\[rule\]\]/],
    ['rules that are no tables', "schema = 1\nrule = ['a/b']\n", /./],
    ['malformed TOML', "schema = 1\n\n[[rule]\nid = 'a/b'\n", /:3: /],
    ['a text that does not end', "schema = 1\n\n[[rule]]\nid = 'a/b\n", /:4: /],
    ['a key given twice', "schema = 1\n[[rule]]\nid = 'a/b'\nid = 'a/b'\n", /:4: /],
  ])('%s', (_, text, reason) => {
    const [first = ''] = complaints(text);
    expect(first).toMatch(reason);
    expect(first).toMatch(/^rules\/xx\/f0\.toml:\d+: \S/);
    expect(first).not.toMatch(/[\r\n]/);
  });

  it('a duplicate id, in another file too', () => {
    expect(complaints(file([rule({})]), file([rule({ any: ['other'] })]))).toEqual([
      `rules/xx/f1.toml:${LINE_OF_FIRST_ID}: xx/test/rule: the id is taken in rules/xx/f0.toml`,
    ]);
    expect(complaints(file([rule({ id: 'xx/cues/say' }), cue({})]))[0]).toMatch(/xx\/cues\/say: the id is taken/);
  });

  it('names the line of the fault', () => {
    const second = rule({ id: 'xx/test/second', any: ['beta'], positive: ['gamma'] });
    const text = file([rule({}), second]);
    const line = text.split('\n').findIndex((l) => l.includes('gamma')) + 1;
    expect(complaints(text)).toEqual([
      `rules/xx/f0.toml:${line}: xx/test/second: the positive example does not match: gamma`,
    ]);
  });

  it('names all examples that fail, in one line each', () => {
    const text = file([rule({ positive: ['beta\nand so on', 'gamma'], negative: ['alpha'] })]);
    expect(complaints(text)).toHaveLength(3);
    for (const line of complaints(text)) expect(line).not.toMatch(/[\r\n]/);
  });

  it('names all faults of a rule, those of its phrases too', () => {
    const text = file([rule({ kind: 'ads/banner', any: ['Alpha'], colour: 'red' })]);
    expect(complaints(text).map((line) => line.replace(/^\S+ /, ''))).toEqual([
      expect.stringMatching(/^xx\/test\/rule: unknown key "colour"; it is one of id, unless, /),
      'xx/test/rule: "kind" knows no "ads/banner"; it is one of ads/ad, ads/sponsored, ads/house',
      'xx/test/rule: folding changes the phrase "Alpha": write "alpha"',
    ]);
  });

  it('complains about any line that is missing or doubled, and never breaks down', () => {
    const words = { kind: 'lexicon/role', match: 'words', any: ['alpha:male', '-wright'] };
    const expression = { id: 'xx/test/e', match: 'expression', any: ['^al?pha'], needs: ['pha'] };
    const tables = [rule({}), rule({ ...words, id: 'xx/test/w' }), rule(expression), cue({}), hint({})];
    const lines = file(tables).trimEnd().split('\n');
    for (const [i, line] of lines.entries()) {
      if (line.trim() === '' || line.startsWith('language')) continue;
      expect(complaints(lines.toSpliced(i, 1).join('\n')), line).not.toEqual([]);
      expect(complaints(lines.toSpliced(i, 0, line).join('\n')), line).not.toEqual([]);
    }
  });

  it('keeps known misses without running them', () => {
    expect(complaints(file([rule({ todo: ['a text that does not match yet'] })]))).toEqual([]);
  });
});

describe('refusal of an expression', () => {
  it.each([
    '^[a-z]{1,20}@[a-z]{1,20}',
    '^[0-9]{1,2}:[0-9]{2}$',
    '\\* \\+ [*+]',
    'colou?r',
    '^(monday|tuesday), [0-9]{1,2}$',
    '\\p{Lu}{1,3}',
  ])('takes /%s/', (source) => {
    expect(refusal(source)).toBeNull();
  });

  it.each<[string, RegExp]>([
    ['a*', /unbounded/],
    ['(a|b)+', /unbounded/],
    ['[a-z]{3,}', /unbounded/],
    ['a+?', /unbounded/],
    ['\\\\+', /unbounded/],
    ['(', /not an expression/],
    ['a{2,1}', /not an expression/],
    ['\\q', /not an expression/],
  ])('refuses /%s/', (source, reason) => {
    expect(refusal(source)).toMatch(reason);
  });

  it('refuses what is not linear although bounded', () => {
    expect(refusal('^(?:a?){60}a{60}$')).toMatch(/linear/);
  });
});

describe('what is compiled', () => {
  const compiled = compile([readSource('f.toml', file([rule({ unless: ['beta'] }), cue({})]))], { segments: { columns: ['x'], rows: {} } });

  it('is plain data', () => {
    expect(JSON.parse(JSON.stringify(compiled))).toEqual(compiled);
  });

  it('cuts words that lost their end off the next one, in phrases and texts', () => {
    const elided = rule({ id: 'xx/words/article', kind: 'lexicon/article', match: 'words', any: ["l'"], positive: ["l'eau"] });
    const rules = rulesOf(file([rule({ any: ["lire l'article"] }), elided]));
    const { doc, hits } = read(rules, 'Lire l’article');
    expect(doc.words.count).toBe(3);
    expect(hits.count).toBe(2);
  });

  it('has a version that changes with rules and weights, and with nothing else', () => {
    const version = (text: string, weights = {}): string => compile([readSource('f.toml', text)], weights).version;
    const text = file([rule({})]);
    expect(version(text)).toBe(version(text));
    expect(version(`# a remark\n${text}`)).toBe(version(text));
    expect(version(file([rule({ any: ['alpha', 'beta'] })]))).not.toBe(version(text));
    expect(version(text, { segments: { columns: [], rows: {} } })).not.toBe(version(text));
  });
});

describe('a folder of rules', () => {
  let folder = '';
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'copydesk-rules-'));
    mkdirSync(join(folder, 'rules/xx'), { recursive: true });
    mkdirSync(join(folder, 'rules/weights'));
    writeFileSync(join(folder, 'rules/xx/language.toml'), profile([]));
    writeFileSync(join(folder, 'rules/weights/a-model.json'), '{"columns":["a"],"rows":{"b":[0,100]}}');
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  it('is compiled with its weights', () => {
    writeFileSync(join(folder, 'rules/xx/good.toml'), file([rule({})]));
    const { segmentRules, weights } = compileFolder(folder);
    expect(segmentRules.map(({ id }) => id)).toEqual(['xx/test/rule']);
    expect(weights).toEqual({ 'a-model': { columns: ['a'], rows: { b: [0, 100] } } });
  });

  it('is refused with all faults of all files, in order', () => {
    const put = (name: string, text: string): void => writeFileSync(join(folder, `rules/xx/${name}.toml`), text);
    const list = { kind: 'lexicon/role', match: 'words' };
    put('late', file([rule({ id: 'xx/test/late', positive: ['beta'] }), rule({ id: 'xx/test/later', colour: 1, match: 'lines' })]));
    put('broken', 'schema = 1\n[[rule]\n');
    put('early', file([rule({ ...list, id: 'xx/test/e', any: ['alpha:femal', 'beta:plural'] }), rule({ ...list, id: 'xx/test/f', kind: 'lexicon/rol' }), rule({ ...list, id: 'xx/test/g', kind: 'lexicon/bird' })]));
    let message = '';
    try {
      compileFolder(folder);
    } catch (error) {
      if (!(error instanceof RuleProblems)) throw error;
      ({ message } = error);
    }
    expect(message.replaceAll(/:\d+:/g, ':').split('\n')).toEqual([
      expect.stringMatching(/^rules\/xx\/broken\.toml: \S/),
      'rules/xx/early.toml: xx/test/e: lexicon/role knows no attribute "femal" (did you mean "female"?)',
      'rules/xx/early.toml: xx/test/e: lexicon/role knows no attribute "plural"; it has male, female',
      'rules/xx/early.toml: xx/test/f: "kind" knows no "lexicon/rol" (did you mean "lexicon/role"?)',
      'rules/xx/early.toml: xx/test/g: "kind" knows no "lexicon/bird"; all lists are in src/rules/lexicons.ts',
      'rules/xx/late.toml: xx/test/late: the positive example does not match: beta',
      'rules/xx/late.toml: xx/test/later: "match" knows no "lines" (did you mean "line"?)',
      expect.stringMatching(/^rules\/xx\/late\.toml: xx\/test\/later: unknown key "colour"; it is one of id, /),
    ]);
    for (const name of ['late', 'broken', 'early']) rmSync(join(folder, `rules/xx/${name}.toml`));
  });

  it('is refused on the command line with one line and exit code 1', () => {
    const bad = join(folder, 'rules/xx/bad.toml');
    writeFileSync(bad, file([rule({ any: ['Alpha'] })]));
    const path = relative(ROOT, bad);
    const { status, stdout, stderr } = spawnSync(process.execPath, ['tools/rules/main.ts', path], { cwd: ROOT, encoding: 'utf8' });
    expect(stderr.trimEnd().split('\n')).toEqual([
      `${path}:8: xx/test/rule: folding changes the phrase "Alpha": write "alpha"`,
    ]);
    expect([status, stdout]).toEqual([1, '']);
    rmSync(bad);
  });

  it('is taken on the command line with nothing on standard output where all is well', () => {
    const good = relative(ROOT, join(folder, 'rules/xx/good.toml'));
    expect(execFileSync(process.execPath, ['tools/rules/main.ts', good], { cwd: ROOT, encoding: 'utf8' })).toBe('');
  });

  it('is checked outside the project as an own one, alone', () => {
    const own = join(folder, 'own.toml');
    const checked = (id: string) => {
      writeFileSync(own, file([rule({ id })], 'de'));
      return spawnSync(process.execPath, ['tools/rules/main.ts', own], { cwd: ROOT, encoding: 'utf8' });
    };
    expect(checked('desk/bad/kind')).toMatchObject({ status: 0, stderr: expect.stringMatching(/^checked alone; npm run rules -- --rules DIR /) });
    expect(checked('de/bad/kind')).toMatchObject({ status: 1, stderr: expect.stringMatching(/de\/bad\/kind: ids of the project begin with de\/: .* such as desk\/bad\/kind\n$/) });
  });
});

describe('the rules of this project', () => {
  it('do what their examples say', () => {
    const files = globSync('rules/**/*.toml', { cwd: ROOT })
      .sort()
      .map((path) => readSource(path, readFileSync(join(ROOT, path), 'utf8')));
    // Expressions that a build has proven need no other proof: it takes a minute.
    const problems = [...verify(files, compile(files, {}), openVerdicts())];
    expect(problems.map(({ message }) => message)).toEqual([]);
  });
});
