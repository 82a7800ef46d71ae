/**
 * Processor time of the main thread: other processes on the machine, and the engine's own helper threads, do not count.
 * @module
 */

const cell = new Int32Array(new SharedArrayBuffer(4));

/** Milliseconds. */
export function cpuMs(): number {
  // The kernel adds a thread's time up when it lets the thread go: without this nap the clock goes in steps of 4 ms.
  Atomics.wait(cell, 0, 0, 0.1);
  const { user, system } = process.threadCpuUsage();
  return (user + system) / 1000;
}

/** Milliseconds of one run. */
export function once(run: () => void): number {
  const start = cpuMs();
  run();
  return cpuMs() - start;
}

const LONG_ENOUGH_MS = 60;
const LONG_BY_ITSELF_MS = 600;
const BATCHES = 3;

/**
 * Milliseconds that one run takes: the least of several batches, since interruptions only ever add. Batches grow until
 * they are long enough, which also gives the engine the time to optimise; a run that is long by itself is a batch.
 */
export function timeOf(run: () => void): number {
  const { size, took } = grow(run);
  const more = took < LONG_BY_ITSELF_MS ? BATCHES - 1 : 0;
  const others = Array.from({ length: more }, () => batch(run, size));
  return Math.min(took, ...others) / size;
}

const ROUNDS = 7;
const SLOW_ROUNDS = 2;

/**
 * The same for several that are to be compared: they take turns, so that a busy minute of the machine hits all of them.
 */
export function race<Name extends string>(
  runs: Readonly<Record<Name, () => void>>,
): Readonly<Record<Name, number>> {
  for (const run of Object.values<() => void>(runs)) warmUp(run);
  const lanes = Object.entries<() => void>(runs).map(([name, run]) => {
    const { size, took } = grow(run);
    return { name, run, size, rounds: took < LONG_BY_ITSELF_MS ? ROUNDS : SLOW_ROUNDS, best: took };
  });
  for (let round = 1; round < ROUNDS; round++)
    for (const lane of lanes)
      if (round < lane.rounds) lane.best = Math.min(lane.best, batch(lane.run, lane.size));
  const times = lanes.map(({ name, best, size }) => [name, best / size]);
  return Object.fromEntries(times) as Record<Name, number>;
}

/** So long an engine takes, more or less, until it has optimised what it will. */
const WARM_MS = 1500;

function warmUp(run: () => void): void {
  const until = cpuMs() + WARM_MS;
  while (cpuMs() < until) run();
}

function grow(run: () => void): { readonly size: number; readonly took: number } {
  let size = 1;
  let took = batch(run, size);
  while (took < LONG_ENOUGH_MS) {
    const wanted = Math.ceil((size * LONG_ENOUGH_MS * 1.2) / Math.max(took, 0.001));
    size = Math.min(wanted, size * 4);
    took = batch(run, size);
  }
  return { size, took };
}

function batch(run: () => void, size: number): number {
  return once(() => {
    for (let i = 0; i < size; i++) run();
  });
}

/** The value that `share` of all values are not above. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.ceil(share * sorted.length) - 1)] ?? Number.NaN;
}
