import { readFileSync } from 'node:fs';
import { analyze } from './src/analyze.ts';
import { rules } from './src/rules/load.ts';
const texts = readFileSync('/tmp/all.ndjson', 'utf8')
  .trimEnd()
  .split('\n')
  .map((l) => JSON.parse(l).text);
let c0 = process.cpuUsage();
texts.forEach((t: string, i: number) => {
  if (i === 1000) c0 = process.cpuUsage();
  analyze(t, rules, {});
});
const c = process.cpuUsage(c0);
console.log('alone cpu/page', (c.user + c.system) / 1e6);
