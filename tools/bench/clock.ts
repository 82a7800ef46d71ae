/**
 * Processor time of the main thread: other processes on the machine, and the engine's own helper threads, do not count.
 * @module
 */

/** Milliseconds. Advances in steps of some milliseconds, so that short runs must be measured in batches. */
function cpuMs(): number {
  const { user, system } = process.threadCpuUsage();
  return (user + system) / 1000;
}

/** A batch is long enough when the clock's steps are a few percent of it. */
const LONG_ENOUGH_MS = 60;
const LONG_BY_ITSELF_MS = 600;
const BATCHES = 3;

/**
 * Milliseconds that one run takes: the least of several batches, since interruptions only ever add. Batches grow until
 * they are long enough, which also gives the engine the time to optimise; a run that is long by itself is a batch.
 */
export function timeOf(run: () => void): number {
  let size = 1;
  let took = batch(run, size);
  while (took < LONG_ENOUGH_MS) {
    const wanted = took > 0 ? Math.ceil((size * LONG_ENOUGH_MS * 1.2) / took) : size * 4;
    size = Math.min(wanted, size * 4);
    took = batch(run, size);
  }
  const more = took < LONG_BY_ITSELF_MS ? BATCHES - 1 : 0;
  const others = Array.from({ length: more }, () => batch(run, size));
  return Math.min(took, ...others) / size;
}

function batch(run: () => void, size: number): number {
  const start = cpuMs();
  for (let i = 0; i < size; i++) run();
  return cpuMs() - start;
}
