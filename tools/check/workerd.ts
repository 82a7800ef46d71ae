/**
 * What the runtime under test takes of the machine, where the system tells (Linux).
 * @module
 */
import { readdirSync, readFileSync } from 'node:fs';

const PAGE_BYTES = 4096;
const TICK_MS = 10;

/** Resident bytes of the workerd processes that this process started, directly or not; undefined where nobody tells. */
export function workerdBytes(): number | undefined {
  const bytes = sum((pid) => Number(read(`/proc/${pid}/statm`).split(' ')[1]) * PAGE_BYTES);
  return bytes === 0 ? undefined : bytes;
}

/**
 * Milliseconds of processor time that the same processes took so far; undefined where nobody tells. In nanoseconds by the
 * scheduler's count where the kernel keeps one, otherwise in steps of ten milliseconds.
 */
export function workerdMs(): number | undefined {
  const scheduled = sum(scheduledMs);
  if (scheduled > 0) return scheduled;
  // Fields 14 and 15 of proc(5), user and system, counted from the one behind the name.
  const ticks = sum((pid) => {
    const fields = fieldsOf(pid);
    return Number(fields[11]) + Number(fields[12]);
  });
  return ticks === 0 ? undefined : ticks * TICK_MS;
}

/** What the threads of a process have run, without those that have ended. */
function scheduledMs(pid: string): number {
  let nanoseconds = 0;
  for (const thread of entries(`/proc/${pid}/task`))
    nanoseconds += Number(read(`/proc/${pid}/task/${thread}/schedstat`).split(' ')[0]);
  return nanoseconds / 1e6;
}

function sum(of: (pid: string) => number): number {
  const parents = new Map<string, string>();
  for (const pid of pids()) {
    const parent = fieldsOf(pid)[1];
    if (parent !== undefined) parents.set(pid, parent);
  }
  let total = 0;
  for (const pid of parents.keys())
    if (read(`/proc/${pid}/comm`).startsWith('workerd') && isOurs(pid, parents)) total += of(pid);
  return total;
}

function pids(): readonly string[] {
  return entries('/proc').filter((name) => /^\d+$/.test(name));
}

/** A process may end while its folder is read. */
function entries(folder: string): readonly string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}

/** What /proc says of a process behind its name, which stands in brackets and may hold anything. */
function fieldsOf(pid: string): readonly string[] {
  const stat = read(`/proc/${pid}/stat`);
  return stat.slice(stat.lastIndexOf(')') + 2).split(' ');
}

function isOurs(pid: string, parents: ReadonlyMap<string, string>): boolean {
  for (let up: string | undefined = pid; up !== undefined; up = parents.get(up)) {
    if (up === String(process.pid)) return true;
  }
  return false;
}

/** A process may end while its files are read. */
function read(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}
