import { expect, it } from 'vitest';
import { quoteModelOf } from '../../src/quotes/model/model.ts';
import { rules } from '../../src/rules/load.ts';
import { annotateText, parseText } from '../../src/stages.ts';
import { sentenceLines } from '../../tools/inspect/sentences.ts';
import { readSource, unitLines } from '../../tools/inspect/units.ts';

const TEXT =
  'Harbour reopens\n\nMayor Ines Marlow said the harbour would reopen.\n\nShare this article\n';

it('shows of each unit what it is taken for, the rules that fired, and why', () => {
  const lines = unitLines(parseText(TEXT, rules), rules, null, 'en');
  const share = lines.indexOf('2 (blank) Share this article');
  expect(lines[share + 1]).toMatch(
    /^ {4}boilerplate\/share [01]\.\d\d \(label [01]\.\d\d\); else \S+ \d/,
  );
  expect(lines[share + 2]).toMatch(/^ {4}rules: .*en\/share\/\S+ \(boilerplate\/share \d\.\d\d\)/);
  expect(lines[share + 3]).toMatch(/en\/share\/\S+ \d/);
});

it('shows words with their classes, phrases, and the candidates of a cue from the likeliest', () => {
  const lines = sentenceLines(
    annotateText(parseText(TEXT, rules), rules, 'en'),
    quoteModelOf(rules, 'en'),
  );
  expect(lines.join('\n')).toContain('Marlow/name said/cue the/determiner');
  expect(lines.join('\n')).toContain('[Mayor Ines Marlow]');
  const cue = lines.findIndex((line) => line.includes('cue “said” (en/cues/say, past)'));
  expect(lines[cue + 1]).toContain('who: Mayor Ines Marlow  what: the harbour would reopen');
  const scores = lines.slice(cue + 1, cue + 4).map((line) => Number(line.trim().split(' ')[0]));
  expect(scores).toEqual(scores.toSorted((a, b) => b - a));
});

it('reads a text whose lines are wrapped as the analysis does', () => {
  const wrapped =
    'The harbour will reopen in the spring of next year,\nafter months of work on its eastern wall, said the\nmayor of the town on Tuesday. The work has taken a\nyear longer than was planned, and it has cost twice\nas much money as the council had set aside for it.\n';
  const { text, html } = readSource(wrapped, false, rules);
  expect(html).toBeNull();
  expect(text.trim()).not.toContain('\n');
});

it('reads a page by its markup, and says so of an empty text', () => {
  const { text, html } = readSource(
    '<h1>Harbour reopens</h1><p>The harbour is open.</p>',
    true,
    rules,
  );
  expect(unitLines(parseText(text, rules), rules, html, 'en')[0]).toContain('Harbour reopens');
  expect(unitLines(parseText('', rules), rules, null, 'en')).toEqual([
    'no units: the text is empty',
  ]);
});
