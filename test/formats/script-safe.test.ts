import { expect, test } from 'vitest';
import { analyze } from '../../src/analyze.ts';
import { optionsForRendering, render } from '../../src/formats/formats.ts';
import { scriptSafeJson } from '../../src/formats/script-safe.ts';
import { rules } from '../../src/rules/load.ts';

const UNSAFE = /[<\u2028\u2029]/;
const BREAKS = '</script><!-- <SCRIPT> \u2028 \u2029 \\u003c \\ "';

test('holds nothing that ends a script element or a line, and is the same value', () => {
  const value = { [BREAKS]: [BREAKS, null, 1], id: '\ud800' };
  const json = scriptSafeJson(value);
  expect(json).not.toMatch(UNSAFE);
  expect(json).toContain(String.raw`\u003c/script>`);
  expect(json).toContain(String.raw`\u2028 \u2029`);
  expect(JSON.parse(json)).toEqual(value);
});

test.each(['schema-org', 'web-annotation'] as const)('%s is written so', (format) => {
  const text = `Bridge shut\n\n“It is ${BREAKS} now,” said Ann Reed, the chief engineer of the </script> office, on Monday.\n`;
  const options = { id: BREAKS, url: `https://example.com/${BREAKS}` };
  const analysis = analyze(text, rules, optionsForRendering(options));
  expect(analysis.quotes).not.toEqual([]);
  const json = render(format, text, analysis, options);
  expect(json).not.toMatch(UNSAFE);
  expect(JSON.stringify(JSON.parse(json))).toMatch(/<\/script>/);
});
