/**
 * The package as people get it: packed, and installed in a project of their own.
 * @module
 */
import { execFile } from 'node:child_process';
import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { promisify } from 'node:util';
import { ROOT } from '../../tools/check/build.ts';

export interface Project {
  readonly folder: string;
  /** Its copy of the package. */
  readonly home: string;
  /** Runs a program of the project or the machine in it. Answers what it printed; rejects when it fails. */
  run(file: string, ...args: readonly string[]): Promise<string>;
  write(path: string, text: string): Promise<void>;
  remove(): Promise<void>;
}

/** A fresh project that has the package as its only dependency. */
export async function freshProject(): Promise<Project> {
  const folder = await mkdtemp(join(tmpdir(), 'copydesk-project-'));
  // The checkout's Node, whatever the machine has.
  const PATH = `${join(ROOT, 'node_modules/.bin')}${delimiter}${process.env['PATH'] ?? ''}`;
  const env = { ...process.env, PATH };
  const inside = async (cwd: string, file: string, args: readonly string[]): Promise<string> => {
    try {
      return (await promisify(execFile)(file, args, { cwd, env, maxBuffer: 1 << 26 })).stdout;
    } catch (error) {
      const { stdout, stderr } = error as { stdout?: string; stderr?: string };
      throw new Error(`${file} ${args.join(' ')}\n${stdout}\n${stderr}`, { cause: error });
    }
  };
  await inside(ROOT, 'npm', ['pack', '--silent', '--pack-destination', folder]);
  const archive = (await readdir(folder)).find((name) => name.endsWith('.tgz')) as string;
  await writeFile(
    join(folder, 'package.json'),
    '{ "name": "fresh", "private": true, "type": "module" }',
  );
  const quietly = ['--prefer-offline', '--no-audit', '--no-fund', '--silent'];
  await inside(folder, 'npm', ['install', ...quietly, `./${archive}`]);
  return {
    folder,
    home: join(folder, 'node_modules/copydesk'),
    run: (file, ...args) => inside(folder, file, args),
    write: (path, text) => writeFile(join(folder, path), text),
    remove: () => rm(folder, { recursive: true, force: true }),
  };
}

/** A program that uses the library, and prints what {@link TOLD} says. */
export const PROGRAM = `
import { analyze, analyzeHtml, verify } from 'copydesk';
import { toCsv } from 'copydesk/formats/csv';

const TEXT = 'Bridge closed\\n\\n“Nobody may cross before May,” said Ines Marlow, the chief engineer. The council agreed.';
export function tell() {
  const analysis = analyze(TEXT);
  const [quote] = analysis.quotes;
  const page = analyzeHtml('<h1>Bridge closed</h1><p>' + TEXT.split('\\n\\n')[1]);
  const [row] = toCsv(TEXT, analysis).split('\\r\\n').slice(1);
  const { quotes } = verify(TEXT, ['nobody may cross before May', 'Everybody may cross before May']);
  return JSON.stringify({
    said: quote.content[0].text,
    by: analysis.speakers[0].name,
    same: page.text === TEXT,
    row: row.includes('Ines Marlow'),
    statuses: quotes.map(({ status }) => status),
  });
}
`;

export const TOLD = JSON.stringify({
  said: '“Nobody may cross before May,”',
  by: 'Ines Marlow',
  same: true,
  row: true,
  statuses: ['typographic', 'altered'],
});
