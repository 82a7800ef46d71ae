/**
 * One run at a time in a folder.
 * @module
 */
import { readFileSync, rmSync, writeFileSync } from 'node:fs';

/** Another process writes into the folder. */
export class LockError extends Error {
  override readonly name = 'LockError';
}

/** Takes a lock; one that was left behind by a process that is gone counts for nothing. Answers how to give it back. @throws {LockError} */
export function takeLock(path: string): () => void {
  for (;;) {
    try {
      writeFileSync(path, String(process.pid), { flag: 'wx' });
      return () => rmSync(path, { force: true });
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    }
    const holder = Number(readFileSync(path, 'utf8'));
    if (isRunning(holder)) throw new LockError(`is being written by process ${holder}`);
    rmSync(path, { force: true });
  }
}

function isRunning(pid: number): boolean {
  if (!(pid > 0) || pid === process.pid) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
