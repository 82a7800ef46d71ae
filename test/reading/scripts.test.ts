import { expect, it } from 'vitest';
import { analyze } from '../../src/analyze.ts';
import { readText } from '../../src/reading/read.ts';
import { rules } from '../../src/rules/load.ts';
import { breaches } from '../contract.ts';

const STORY =
  'The ferry will sail until midnight, the harbour board said on Monday.\n“Nobody has to swim,” said Ellen Mostyn, who steers it.\n';

it.each([
  '{"@context":"https://schema.org","@type":"NewsArticle","headline":"Ferry","description":"“It sails,” said Reed."}',
  'window.dataLayer = window.dataLayer || [];\nfunction gtag(){dataLayer.push(arguments);}\ngtag("js", new Date());',
  '(function(w,d){var s=d.createElement("script");s.src="//a.example/x.js";d.body.appendChild(s);})(window,document);',
  '.kicker{text-transform:uppercase;color:#333} .head{font-size:2em}',
])('machinery of a page is set apart: %s', (script) => {
  for (const text of [`${script}\n${STORY}`, `${STORY}\n${script}\n\n${STORY}`, STORY + script]) {
    const answer = analyze(text, rules);
    expect(breaches(text, answer)).toEqual([]);
    const own = answer.segments?.find(({ start, end }) => {
      const at = text.indexOf(script);
      return start <= at && at < end;
    });
    expect(own?.text.trim()).toBe(script);
    expect([own?.label, own?.kind]).toEqual(['boilerplate', 'other']);
    expect(answer.speakers?.map(({ name }) => name)).not.toContain('Reed');
    expect(answer.speakers?.map(({ name }) => name)).toContain('Ellen Mostyn');
  }
});

it('a text of nothing but data has no quotes', () => {
  const text = JSON.stringify(
    {
      headline: 'Ferry',
      url: 'https://a.example',
      body: '“It sails,” said Dana Reed.',
      by: 'Hale',
    },
    null,
    2,
  );
  const answer = analyze(text, rules);
  expect([answer.quotes, answer.speakers, answer.articles]).toEqual([[], [], []]);
  expect(answer.segments).toMatchObject([
    { start: 0, end: text.length, label: 'boilerplate', kind: 'other' },
  ]);
});

it.each([
  'def save(weight):\n    cur.execute("INSERT INTO w VALUES (%s)", (weight,))\n    conn.commit()',
  'const boat = { name: "Ferry" };\nif (boat.name) {\n  sail(boat);\n}',
  'The set {1, 2, 3} and the function f(x) = {x} are equal; (a) and (b) follow.',
])('what an author shows is not: %s', (code) => {
  expect(readText(`${STORY}\n${code}\n\n${STORY}`).lumps).toEqual([]);
});
