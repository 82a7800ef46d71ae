/**
 * `npm run bench:jobs`: many pages through a job in the local simulators, while the process is killed.
 * @module
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { commandLine, wholeNumber } from '../../command-line.ts';
import { buildJobsWorker, HostProcess } from './process.ts';
import { prove } from './prove.ts';

const USAGE = `usage: npm run bench:jobs -- [--pages N] [--kills N]
  --pages N   pages of the job (20000)
  --kills N   how often the process is killed meanwhile (5)
`;

const { values } = commandLine(USAGE, {
  options: {
    pages: { type: 'string', default: '20000' },
    kills: { type: 'string', default: '5' },
  },
});
const asked = [
  wholeNumber(USAGE, 'pages', values.pages),
  wholeNumber(USAGE, 'kills', values.kills),
] as const;

const folder = await mkdtemp(join(tmpdir(), 'copydesk-jobs-'));
let host: HostProcess | null = null;
try {
  const script = join(folder, 'worker.js');
  await buildJobsWorker(script);
  host = await HostProcess.start({ script, folder: join(folder, 'bucket'), sweepMs: 2000 });
  const { pages, kills, wrong, seconds } = await prove(host, ...asked, console.log);
  console.log(`${pages} pages, killed ${kills} times, in ${seconds.toFixed(0)} s`);
  for (const line of wrong.slice(0, 20)) console.log(`WRONG: ${line}`);
  if (wrong.length > 0) process.exitCode = 1;
  else console.log('every page has been answered once, in order');
} finally {
  await host?.kill();
  await rm(folder, { recursive: true, force: true });
}
