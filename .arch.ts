import { runArchive } from './src/archive/run.ts';
import { readdirSync, readFileSync, rmSync } from 'node:fs';
rmSync('/tmp/arch-out', { recursive: true, force: true });
const threads = () =>
  Object.fromEntries(
    readdirSync('/proc/self/task').map((t) => {
      const s = readFileSync(`/proc/self/task/${t}/stat`, 'utf8');
      const r = s.slice(s.lastIndexOf(')') + 2).split(' ');
      return [
        t + s.slice(s.indexOf('('), s.lastIndexOf(')') + 1),
        (Number(r[11]) + Number(r[12])) * 10,
      ];
    }),
  );
let from: any,
  c0: any,
  t0 = 0;
const N = 2000;
let last: any;
await runArchive(
  {
    inputs: ['/tmp/all.ndjson'],
    out: '/tmp/arch-out',
    formats: ['ndjson', 'parquet'],
    threads: 2,
    batch: 1000,
    text: false,
    options: {},
    rules: undefined,
  },
  ({ pages }) => {
    if (!from && pages >= N / 2) {
      from = threads();
      c0 = process.cpuUsage();
      t0 = performance.now();
    }
    if (pages === N - 1) last = threads();
  },
);
const c = process.cpuUsage(c0);
console.log(
  'cpu/page',
  ((c.user + c.system) / 1000 / (N / 2)).toFixed(3),
  'wall/page',
  ((performance.now() - t0) / (N / 2)).toFixed(3),
);
const now = threads();
for (const k in last) {
  const d = last[k] - (from[k] ?? 0);
  if (d > 20) console.log(k, d / (N / 2));
}
console.log('process.pid main', now[Object.keys(now)[0]!] - from[Object.keys(now)[0]!]);
