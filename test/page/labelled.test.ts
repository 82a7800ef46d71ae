import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { analyze } from '../../src/analyze.ts';
import {
  correct,
  nameSpeaker,
  NO_CORRECTIONS,
  NO_QUOTE,
  relabel,
} from '../../src/page/corrections.ts';
import { labelledPage, proposeRules, type Proposal } from '../../src/page/labelled.ts';
import { rules } from '../../src/rules/load.ts';
import { openRules } from '../../src/rules/rules.ts';
import { ROOT } from '../../tools/check/build.ts';
import { readGold, type SegmentDocument, type SpeakerDocument } from '../../tools/eval/gold.ts';
import { compileChecked } from '../../tools/rules/check.ts';
import { compileFolder } from '../../tools/rules/main.ts';
import type { RuleProblem } from '../../tools/rules/problem.ts';
import { readSource } from '../../tools/rules/source.ts';

const noisy = readFileSync('src/page/samples/noisy.txt', 'utf8');
const answer = analyze(noisy, rules, { explain: true });

const change = (words: string, label: 'ads' | 'boilerplate', kind: 'house' | 'widget') => ({
  start: noisy.indexOf(words),
  end: noisy.indexOf(words) + words.length,
  label,
  kind,
});

/** What the tools read from a line as it is written. */
function read<Doc extends SegmentDocument | SpeakerDocument>(line: string): Doc {
  const path = join(mkdtempSync(join(tmpdir(), 'labelled-')), 'page.jsonl');
  writeFileSync(path, `${line}\n`);
  const docs = readGold<Doc>(path);
  expect(docs).toHaveLength(1);
  return docs[0] as Doc;
}

describe('a labelled page', () => {
  test('is what the tools read, tiled, with neighbours of a kind as one', () => {
    const corrections = relabel(NO_CORRECTIONS, change('14°C', 'ads', 'house'));
    const line = labelledPage(noisy, correct(noisy, answer, corrections), corrections);
    const doc = read<SegmentDocument>(line);
    expect(doc.text).toBe(noisy);
    expect(doc.id).toMatch(/^library-to-lend-tools[\p{L}-]*-[\da-f]{8}$/u);
    doc.segments.forEach((one, i) => {
      expect(one.end).toBe(doc.segments[i + 1]?.start ?? noisy.length);
    });
    expect(doc.segments.filter(({ kind }) => kind === 'house')).toContainEqual(
      change('14°C', 'ads', 'house'),
    );
    expect(line).not.toContain('"quotes"');
  });

  test('has its quotes too where a speaker was corrected', () => {
    const [first] = answer.quotes ?? [];
    const corrections = nameSpeaker(NO_CORRECTIONS, first?.id ?? '', 'Zoe Abel');
    const line = labelledPage(noisy, correct(noisy, answer, corrections), corrections);
    const { quotes } = read<SpeakerDocument>(line);
    expect(quotes[0]).toMatchObject({
      quote_spans: first?.content.map(({ start, end }) => [start, end]),
      speaker: { name: 'Zoe Abel' },
      mention: 'longer',
    });
    expect(quotes.find(({ mention }) => mention === 'pronoun')).toBeDefined();
  });

  test('is without what is no quote', () => {
    const [first, ...rest] = (answer.quotes ?? []).filter(({ source }) => source !== null);
    const corrections = nameSpeaker(NO_CORRECTIONS, first?.id ?? '', NO_QUOTE);
    const line = labelledPage(noisy, correct(noisy, answer, corrections), corrections);
    const { quotes } = read<SpeakerDocument>(line);
    expect(quotes.map(({ quote_spans }) => quote_spans)).toEqual(
      rest.map(({ content }) => content.map(({ start, end }) => [start, end])),
    );
  });

  test('holds any text', () => {
    const text = 'a\ud800\u2028\r\n"\\';
    const line = labelledPage(text, analyze(text, rules), NO_CORRECTIONS);
    expect(line).not.toMatch(/[\n\r]/);
    expect(read<SegmentDocument>(line).text).toBe(text);
  });
});

/** What the compiler says of a proposal, by itself. */
function faultsOf({ toml, path }: Proposal): readonly string[] {
  const problems: RuleProblem[] = [];
  const file = readSource(path, toml, (problem) => void problems.push(problem), true);
  compileChecked([file], {}, problems);
  return problems.map(({ message }) => message);
}

describe('a proposal for rules', () => {
  test('compiles: a rule for each kind, with the lines as they are compared', () => {
    const corrections = [
      change('14°C', 'boilerplate', 'widget'),
      change(
        'Choir looks for tenors before the spring concert\nThe best rolls in town, tested',
        'ads',
        'house',
      ),
    ].reduce(relabel, NO_CORRECTIONS);
    const proposal = proposeRules(noisy, correct(noisy, answer, corrections), corrections);
    expect(faultsOf(proposal)).toEqual([]);
    expect(proposal.path).toBe('en/proposed.toml');
    expect(proposal.toml).toContain(`id = 'desk/proposed/en-ads-house'`);
    expect(proposal.toml).toContain(`'the best rolls in town, tested'`);
    expect(proposal.toml).toContain(`match = 'line'`);
    expect(proposal.toml).toContain('certain = true');
    expect(proposal.toml).toContain(`'{n}°c'`);
    expect(proposal.left).toBe(0);
  });

  test.each([
    ['en', 'It’s “yours”: don’t miss 1,204 offers from 10:30 — today!'],
    ['en', 'C:\\new \u0001 and \'more\' "quoted" words'],
    ['tr', 'İSTANBUL’DA HAVA ILIK 25 derece'],
    ['el', 'Διαβάστε επίσης τα ΝΕΑ της ημέρας'],
    ['ja', '続きを読むにはログインしてください'],
    ['und', 'Klik hier 3rd 5 x'],
  ])('compiles for whatever a line holds: %s %j', (language, line) => {
    const text = `Bridge closed\n\nIt rained.\n\n${line}\n`;
    const start = text.indexOf(line);
    const corrections = relabel(NO_CORRECTIONS, {
      start,
      end: start + line.length,
      label: 'ads',
      kind: 'ad',
    });
    const proposal = proposeRules(text, { ...analyze(text, rules), language }, corrections);
    expect(faultsOf(proposal)).toEqual([]);
    expect(proposal.toml).toContain('kind =');
    expect(proposal.toml.includes('language =')).toBe(language !== 'und');
  });

  test('is a folder of rules of one’s own, with the project’s, and its lines are what they were corrected to', () => {
    const line = 'The best rolls in town, tested';
    const corrections = relabel(NO_CORRECTIONS, change(line, 'ads', 'house'));
    const en = proposeRules(noisy, correct(noisy, answer, corrections), corrections);
    const und = proposeRules(noisy, { ...answer, language: 'und' }, corrections);
    const unknown = proposeRules(noisy, { ...answer, languageSupport: 'shape' }, corrections);
    expect(unknown).toEqual(und);
    const folder = mkdtempSync(join(tmpdir(), 'proposed-'));
    for (const { path, toml } of [en, und]) {
      mkdirSync(join(folder, dirname(path)));
      writeFileSync(join(folder, path), toml);
    }
    const own = openRules(compileFolder(ROOT, folder));
    const found = own.segmentRules.filter(({ id }) => id.startsWith('desk/'));
    expect(found.map(({ id }) => id).toSorted()).toEqual([
      'desk/proposed/en-ads-house',
      'desk/proposed/shared-ads-house',
    ]);
    const { segments = [] } = analyze(noisy, own);
    const start = noisy.indexOf(line);
    const there = segments.find((one) => one.start <= start && start < one.end);
    expect(there).toMatchObject({ label: 'ads', kind: 'house' });
  });

  test('leaves out what no words tell', () => {
    const text = 'Bridge closed\n\n* * *\nHome          Sports\n';
    const corrections = relabel(NO_CORRECTIONS, {
      start: 15,
      end: text.length,
      label: 'ads',
      kind: 'ad',
    });
    expect(proposeRules(text, analyze(text, rules), corrections)).toMatchObject({
      toml: '',
      left: 2,
    });
  });

  test('is empty without corrections', () => {
    expect(proposeRules(noisy, answer, NO_CORRECTIONS)).toMatchObject({ toml: '', left: 0 });
  });
});
