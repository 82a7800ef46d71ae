/**
 * How many cases of each style work, and which marks `todo` are wrong.
 * @module
 */
import { writeFileSync } from 'node:fs';
import { isDeepStrictEqual } from 'node:util';
import { commandLine } from '../../tools/command-line.ts';
import { quotesIn, readStyle, stylePaths, type Case } from './cases.ts';

const USAGE = `usage: node test/quotes/todo.ts [--show] [--write]
  --show    also prints what is found instead, for every case that fails
  --write   sets the marks to how things are
`;

const { write = false, show = false } = commandLine(USAGE, {
  options: { write: { type: 'boolean' }, show: { type: 'boolean' } },
}).values;

function works({ text, quotes }: Case, language?: string): boolean {
  return isDeepStrictEqual(quotesIn(text, quotes, language), quotes);
}

let passed = 0;
let all = 0;
for (const path of stylePaths()) {
  const style = readStyle(path);
  let here = 0;
  for (const item of style.cases) {
    const ok = works(item, item.language ?? style.language);
    here += ok ? 1 : 0;
    if (show && !ok)
      console.log(
        `  ${item.name}\n    ${JSON.stringify(quotesIn(item.text, item.quotes, item.language ?? style.language))}`,
      );
    if (ok === Boolean(item.todo)) console.log(`  ${ok ? 'works now' : 'fails now'}: ${item.name}`);
    if (ok) delete item.todo;
    else item.todo = true;
  }
  console.log(`${here} of ${style.cases.length}  ${style.title}`);
  passed += here;
  all += style.cases.length;
  if (write) writeFileSync(path, `${JSON.stringify(style, null, 2)}\n`);
}
console.log(`${passed} of ${all}`);
