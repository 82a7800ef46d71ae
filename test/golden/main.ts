/**
 * `npm run golden` rewrites `test/golden/golden.json` from what the program answers now, or writes the answers themselves.
 * @module
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { rules } from '../../src/rules/load.ts';
import { commandLine } from '../../tools/command-line.ts';
import { goldenAnswers, goldenGroups } from './answers.ts';
import { pathOf } from './cases.ts';

const USAGE = `usage:
  npm run golden                    rewrites test/golden/golden.json
  npm run golden -- --dump FOLDER   writes the answers themselves instead, one file per case: dump two commits and compare
                                    the folders (git diff --no-index BEFORE AFTER) to see what a changed hash means
`;

const { values } = commandLine(USAGE, { options: { dump: { type: 'string' } } });

const answers = goldenAnswers(rules);
if (values.dump === undefined) {
  const path = join(import.meta.dirname, 'golden.json');
  writeFileSync(path, `${JSON.stringify(goldenGroups(answers), null, 2)}\n`);
  console.log(`${answers.length} answers -> ${path}`);
} else {
  for (const [asked, answer] of answers) {
    const path = join(values.dump, `${pathOf(asked)}.json`);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, `${JSON.stringify(answer, null, 2)}\n`);
  }
  console.log(`${answers.length} answers -> ${values.dump}`);
}
