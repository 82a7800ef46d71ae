/**
 * The examples of rules/README.md do what it says.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { analyze } from '../../src/analyze.ts';
import { rules } from '../../src/rules/load.ts';
import { compileChecked } from '../../tools/rules/check.ts';
import type { RuleProblem } from '../../tools/rules/problem.ts';
import { readSource } from '../../tools/rules/source.ts';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const README = readFileSync(join(ROOT, 'rules/README.md'), 'utf8');

/** The first block of code of a language behind a heading. */
function block(heading: string, language: string): string {
  const section = README.slice(README.indexOf(`\n${heading}\n`));
  const found = new RegExp(`^( *)\`\`\`${language}\\n([\\s\\S]*?)^\\1\`\`\``, 'm').exec(section);
  const [, indent = '', text = ''] = found ?? [];
  return text.replaceAll(new RegExp(`^${indent}`, 'gm'), '');
}

it.each(['## Segment rules', '## Word lists', '## Names in markup', '## Reporting expressions'])('the rule of “%s” is a good one', (heading) => {
  const text = block(heading, 'toml');
  const problems: RuleProblem[] = [];
  const whole = text.startsWith('schema') ? text : `schema = 1\nlanguage = 'en'\n${text}`;
  compileChecked([readSource('rules/en/example.toml', whole)], {}, problems);
  expect(problems.map(({ message }) => message)).toEqual([]);
});

it('the page of “Add a language” is read as it is shown', () => {
  const rows = block('### Add a language', 'console').split('\n').filter((line) => line.includes('│'));
  const shown = rows.map((row) => row.split('│').map((cell) => cell.trim()));
  const text = `${shown.map(([, line]) => line).join('\n')}\n`;
  const { language, segments = [], quotes = [] } = analyze(text, rules);
  expect(language).toBe('no');
  expect(segments.map(({ label, kind }) => `${label}/${kind}`)).toEqual(shown.flatMap(([kind = '']) => kind || []));
  expect(quotes).toHaveLength(3);
});
