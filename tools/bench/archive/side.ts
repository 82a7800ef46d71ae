/**
 * One side of the bench, in a process of its own: `node tools/bench/archive/side.ts archive|alone FILE`. Prints what it measured as JSON.
 * @module
 */
import { readFileSync, rmSync } from 'node:fs';
import { availableParallelism } from 'node:os';

/** What a side measured, over the second half of its pages: in the first one the engine compiles. */
export interface Measured {
  readonly pages: number;
  readonly ms: number;
  /** Processor time of all threads. */
  readonly cpuMs: number;
  /** Of the whole process, the first half and its start as well. */
  readonly allCpuMs: number;
  /** Resident bytes at each twentieth of the pages; the last is at the very end. */
  readonly bytes: readonly number[];
}

const PARTS = 20;

/** Told of every page. */
class Meter {
  readonly #total: number;
  readonly #bytes: number[] = [];
  #from = { pages: 0, at: 0, cpu: process.cpuUsage() };

  constructor(total: number) {
    this.#total = total;
  }

  readonly done = (pages: number): void => {
    while (pages >= ((this.#bytes.length + 1) * this.#total) / PARTS)
      this.#bytes.push(process.memoryUsage.rss());
    if (this.#from.pages === 0 && pages >= this.#total / 2)
      this.#from = { pages, at: performance.now(), cpu: process.cpuUsage() };
  };

  end(): Measured {
    const { pages, at, cpu } = this.#from;
    return {
      pages: this.#total - pages,
      ms: performance.now() - at,
      cpuMs: milliseconds(process.cpuUsage(cpu)),
      allCpuMs: milliseconds(process.cpuUsage()),
      bytes: [...this.#bytes.slice(0, PARTS - 1), process.memoryUsage.rss()],
    };
  }
}

function milliseconds({ user, system }: NodeJS.CpuUsage): number {
  return (user + system) / 1000;
}

/** Nothing but the analysis: all pages are read before the first one is analysed. */
async function alone(file: string): Promise<Measured> {
  const { analyze } = await import('../../../src/analyze.ts');
  const { rules } = await import('../../../src/rules/load.ts');
  const lines = readFileSync(file, 'utf8').trimEnd().split('\n');
  const pages = lines.map((line) => JSON.parse(line) as { text: string; url: string });
  const meter = new Meter(pages.length);
  pages.forEach(({ text, url }, i) => {
    // With the address, which the archive tells the analysis too.
    analyze(text, rules, { url });
    meter.done(i + 1);
  });
  return meter.end();
}

/** The whole of `copydesk archive` with its defaults. */
async function archive(file: string, total: number): Promise<Measured> {
  const { runArchive } = await import('../../../src/archive/run.ts');
  const out = `${file}.tables`;
  const meter = new Meter(total);
  try {
    await runArchive(
      {
        inputs: [file],
        out,
        formats: ['ndjson', 'parquet'],
        threads: availableParallelism(),
        batch: 1000,
        text: false,
        options: {},
        rules: undefined,
      },
      ({ pages }) => meter.done(pages),
    );
    return meter.end();
  } finally {
    rmSync(out, { recursive: true, force: true });
  }
}

const [side, file = '', total = '0'] = process.argv.slice(2);
const measured = side === 'archive' ? await archive(file, Number(total)) : await alone(file);
console.log(JSON.stringify(measured));
