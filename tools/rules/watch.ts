/**
 * Builds again whenever a rule file changes: `npm run rules -- --watch`.
 * @module
 */
import { watch, type FSWatcher } from 'node:fs';

/** Editors write a file in several steps. */
const SETTLED_MS = 150;

/**
 * Builds now, and after every change of a rule file in one of the folders, however deep. Runs until the process ends, or the
 * watchers are closed.
 * @param build tells its faults by itself, and does not throw
 */
export function watchRules(folders: readonly string[], build: () => void): readonly FSWatcher[] {
  let waiting: NodeJS.Timeout | undefined;
  const changed = (_: string, name: string | null): void => {
    if (name !== null && !name.endsWith('.toml') && !name.endsWith('.json')) return;
    clearTimeout(waiting);
    waiting = setTimeout(build, SETTLED_MS);
  };
  const watchers = folders.map((folder) => watch(folder, { recursive: true }, changed));
  console.log(`watching ${folders.join(', ')}`);
  build();
  return watchers;
}
