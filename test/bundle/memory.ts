/**
 * How much memory the runtime under test takes, where the system tells (Linux).
 * @module
 */
import { readdirSync, readFileSync } from 'node:fs';

const PAGE_BYTES = 4096;

/** Resident bytes of the workerd processes that this process started, directly or not; undefined where nobody tells. */
export function workerdBytes(): number | undefined {
  const parents = new Map<string, string>();
  let names: readonly string[];
  try {
    names = readdirSync('/proc').filter((name) => /^\d+$/.test(name));
  } catch {
    return undefined;
  }
  let bytes = 0;
  for (const pid of names) {
    const stat = read(`/proc/${pid}/stat`);
    // The name stands in brackets and may hold anything.
    const parent = stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1];
    if (parent !== undefined) parents.set(pid, parent);
  }
  for (const pid of parents.keys()) {
    if (!read(`/proc/${pid}/comm`).startsWith('workerd') || !isOurs(pid, parents)) continue;
    bytes += Number(read(`/proc/${pid}/statm`).split(' ')[1]) * PAGE_BYTES;
  }
  return bytes === 0 ? undefined : bytes;
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
