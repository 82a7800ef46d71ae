/**
 * A newsroom's own rules on whole pages: what a phrase of four words is worth, and that what is certain decides its line wherever it stands.
 */
import { describe, expect, it, vi } from 'vitest';
import { analyze } from '../../src/analyze.ts';
import { LABELLED_KINDS } from '../../src/labels.ts';
import { rules as bare } from '../../src/rules/load.ts';
import { openRules, type Rules } from '../../src/rules/rules.ts';
import type { AnalyzeOptions } from '../../src/schema/types.ts';
import { compile } from '../../tools/rules/compile.ts';
import { readSource } from '../../tools/rules/source.ts';
import { project } from '../rules/project.ts';
import { file, own, publisher, rule, type RuleFields } from '../rules/small.ts';
import { FIXTURES, STORIES } from '../stories.ts';

// All rules are compiled several times, which takes minutes on a busy machine.
vi.setConfig({ testTimeout: 600_000 });

/** The rules of the project with own ones. */
function rulesWith(
  ours: readonly RuleFields[],
  language = '',
  sites: readonly string[] = [],
): Rules {
  const tables = ours.map((fields, i) => rule({ id: `desk/test/r${i}`, ...fields }));
  const files = [
    readSource('ours/a.toml', file(tables, language), undefined, true),
    ...sites.map((text) => readSource('ours/publishers/desk.example.toml', text, undefined, true)),
  ];
  return openRules(compile([...project.files, ...files], project.weights));
}

/** A text with a line of its own between its paragraphs; at most one share of them stands above it. */
function withLine(text: string, line: string, share: number): string {
  const paragraphs = text.split('\n\n');
  paragraphs.splice(Math.max(1, Math.round(share * paragraphs.length)), 0, line);
  return paragraphs.join('\n\n');
}

/** Quotes are not looked for, which takes half the time. */
const segmentsOf = (text: string, rules: Rules, options: AnalyzeOptions = {}) =>
  analyze(text, rules, { ...options, include: ['segments'] }).segments ?? [];

/** The kind of the segment that the first character of some words stands in. */
function kindOf(text: string, words: string, rules: Rules, url?: string): string {
  const at = text.indexOf(words);
  const found = segmentsOf(text, rules, url === undefined ? {} : { url }).find(
    ({ start, end }) => start <= at && at < end,
  );
  return `${found?.label}/${found?.kind}`;
}

/** Phrases of four words and more, and lines that they stand in. None of their kinds follows from what they say. */
const LINES: readonly (readonly [kind: string, phrase: string, line: string])[] = [
  ['ads/house', 'send us your best pictures', 'Send us your best pictures'],
  [
    'ads/house',
    'our readers keep this desk',
    'Our readers keep this desk independent and free for all who live here.',
  ],
  [
    'disclaimers/correction',
    'the desk mended this story',
    'The desk mended this story after a reader wrote to us about the wrong date in it.',
  ],
  [
    'boilerplate/related',
    'further down the same quay',
    'Further down the same quay: Why the tram depot was never sold',
  ],
  ['comments/comment-form', 'tell the desk about it', 'Tell the desk about it'],
  ['ads/sponsored', 'brought to you by friends', 'Brought to you by friends of the old lighthouse'],
];
const SHARES = [0.15, 0.5, 0.85, 1];

/** Compiled once for all tests that compare something with them. */
const unfitted = rulesWith(LINES.map(([kind, phrase]) => ({ kind, any: [phrase] })));

/** Every page with every line at every place, and whether the line got its label. */
function decided(rules: Rules): { readonly all: number; readonly right: number } {
  const tries = FIXTURES.flatMap(([, text]) =>
    LINES.flatMap(([kind, , line]) =>
      SHARES.map((share) => ({ kind, line, text: withLine(text, line, share) })),
    ),
  );
  const right = tries.filter(
    ({ kind, line, text }) => kindOf(text, line, rules).split('/')[0] === kind.split('/')[0],
  );
  return { all: tries.length, right: right.length };
}

describe('an own rule that nobody has fitted', () => {
  it('decides its line by a phrase of four words, on nearly every page and at nearly every place', () => {
    const { all, right } = decided(unfitted);
    expect(right / all).toBeGreaterThan(0.95);
  });

  it('is what decides it: without the rule, the line stays with what stands around', () => {
    const { all, right } = decided(bare);
    expect(right / all).toBeLessThan(0.4);
  });

  it('changes no other page', () => {
    for (const [, text] of FIXTURES)
      expect(segmentsOf(text, unfitted)).toEqual(segmentsOf(text, bare));
  });
});

describe('a certain rule of one’s own', () => {
  const [, story] = STORIES[0] as (typeof STORIES)[number];

  it('decides its line, whatever kind it names and wherever the line stands', () => {
    const rules = rulesWith(
      LABELLED_KINDS.map((kind, i) => ({
        kind,
        match: 'line',
        any: [`desk line ${'abcdefghijklmnopqrstuvwxyz'[i % 26]} ${i < 26 ? 'first' : 'second'}`],
        certain: true,
      })),
    );
    const lines = LABELLED_KINDS.map(
      (_, i) => `Desk line ${'abcdefghijklmnopqrstuvwxyz'[i % 26]} ${i < 26 ? 'first' : 'second'}`,
    );
    for (const [, text] of FIXTURES.slice(3))
      for (const share of [0, 0.4, 1])
        LABELLED_KINDS.forEach((kind, i) => {
          const page = withLine(text, lines[i] as string, share);
          expect([lines[i], kindOf(page, lines[i] as string, rules)]).toEqual([lines[i], kind]);
        });
  });

  it('decides among many comments, and between two that find something, the longer finding', () => {
    const rules = rulesWith([
      { kind: 'body/paragraph', any: ['the desk keeps this'], certain: true },
      { kind: 'ads/house', any: ['the desk keeps this for its friends'], certain: true },
    ]);
    const thread = Array.from(
      { length: 12 },
      (_, i) =>
        `reader${i}\n${i + 1} hours ago\nI do not believe a word of it, and nobody in my street does.\nReply`,
    );
    const page = (line: string): string =>
      `${story}\n\nComments (12)\n\n${[...thread.slice(0, 6), line, ...thread.slice(6)].join('\n\n')}`;
    expect(kindOf(page('The desk keeps this.'), 'The desk keeps', rules)).toBe('body/paragraph');
    expect(kindOf(page('The desk keeps this for its friends.'), 'The desk keeps', rules)).toBe(
      'ads/house',
    );
  });

  it('takes its sentence out of a paragraph, and hardly ever the paragraph with it', () => {
    const rules = rulesWith([
      { kind: 'ads/house', any: ['write to the harbour desk'], certain: true },
    ]);
    const appeal = 'Write to the harbour desk if you know more.';
    const paragraphs = FIXTURES.flatMap(([, text]) =>
      text
        .split('\n\n')
        .filter((part) => part.length > 120)
        .map((part) => ({ text: text.replace(part, `${part} ${appeal}`), part })),
    );
    for (const { text } of paragraphs) expect(kindOf(text, appeal, rules)).toBe('ads/house');
    const kept = paragraphs.filter(({ text, part }) =>
      kindOf(text, part.slice(-20), rules).startsWith('body/'),
    );
    expect(kept.length / paragraphs.length).toBeGreaterThan(0.85);
  });

  it('finds its line in a text that is wrapped by hand', () => {
    const phrase = 'friends of the pier, read on below';
    const rules = rulesWith([{ kind: 'ads/house', match: 'line', any: [phrase], certain: true }]);
    const line = 'Friends of the pier, read on below';
    const wrapped = story.replaceAll(/(.{40,60}) /g, '$1\n');
    const text = withLine(wrapped, line, 0.5);
    expect(kindOf(text, line, rules)).toBe('ads/house');
    expect(kindOf(text, 'Shop owners', rules)).toBe('body/paragraph');
  });

  it('goes before certain rules of the project, and a site’s before those', () => {
    // The project is certain of this line.
    const words = 'All rights reserved.';
    const page = `${story}\n\n${words}\n`;
    expect(kindOf(page, words, bare)).toBe('disclaimers/copyright');
    const ours = {
      kind: 'boilerplate/footer',
      match: 'line',
      any: ['all rights reserved'],
      certain: true,
    };
    const site = publisher([
      own({ kind: 'ads/ad', match: 'line', any: ['all rights reserved'], certain: true }),
    ]);
    const rules = rulesWith([ours], '', [site]);
    expect(kindOf(page, words, rules)).toBe('boilerplate/footer');
    expect(kindOf(page, words, rules, 'https://desk.example/a')).toBe('ads/ad');
  });

  it('is told in the evidence, and its confidence is that of something certain', () => {
    const rules = rulesWith([
      { kind: 'ads/house', match: 'line', any: ['friends of the pier'], certain: true },
    ]);
    const { segments = [] } = analyze(withLine(story, 'Friends of the pier', 0.5), rules, {
      explain: true,
    });
    const found = segments.find(({ text }) => text.startsWith('Friends of the pier'));
    expect(found?.evidence?.[0]).toEqual({ rule: 'desk/test/r0', weight: 20 });
    expect(found?.confidence).toBeGreaterThan(0.9);
  });
});
