/**
 * How much memory and processor time the runtime under test takes, where the system tells (Linux).
 * @module
 */
import { readdirSync, readFileSync } from 'node:fs';

const PAGE_BYTES = 4096;
const TICK_MS = 10;

/** Resident bytes of the workerd processes that this process started, directly or not; undefined where nobody tells. */
export function workerdBytes(): number | undefined {
  return sum((pid) => Number(read(`/proc/${pid}/statm`).split(' ')[1]) * PAGE_BYTES);
}

/** Milliseconds that their processors have worked so far; other work of the machine does not count. */
export function workerdMs(): number | undefined {
  return sum((pid) => {
    const fields = statOf(pid);
    return (Number(fields[11]) + Number(fields[12])) * TICK_MS;
  });
}

function sum(of: (pid: string) => number): number | undefined {
  const parents = new Map<string, string>();
  let names: readonly string[];
  try {
    names = readdirSync('/proc').filter((name) => /^\d+$/.test(name));
  } catch {
    return undefined;
  }
  for (const pid of names) {
    const parent = statOf(pid)[1];
    if (parent !== undefined) parents.set(pid, parent);
  }
  const ours = names.filter(
    (pid) => read(`/proc/${pid}/comm`).startsWith('workerd') && isOurs(pid, parents),
  );
  return ours.length === 0 ? undefined : ours.reduce((total, pid) => total + of(pid), 0);
}

/** What the system says of a process, from its state on: its name, in brackets before it, may hold anything. */
function statOf(pid: string): readonly string[] {
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
