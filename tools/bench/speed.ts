/**
 * How fast the analysis is beside what else reads the same texts, all in the same run and in turns.
 * @module
 */
import { analyze, readPage } from '../../src/analyze.ts';
import { rules } from '../../src/rules/load.ts';
import { cpuMs, once, quantile, race } from './clock.ts';
import { Page } from './pages.ts';
import { readability, TEXT_PEERS, words, type TextPeer } from './peers.ts';
import { timeStages, type StageTimes } from './stages.ts';

/** Milliseconds of processor time over one page; the peers only where the page is not too long for them. */
export interface Speed {
  /** UTF-16 units. */
  readonly length: number;
  readonly words: number;
  readonly analyze: number;
  readonly stages: StageTimes;
  readonly peers?: Readonly<Record<TextPeer, number>>;
  /** The same page as HTML. */
  readonly html?: {
    readonly length: number;
    readonly analyze: number;
    readonly readability: number;
  };
}

/** @param length about so many characters; @param withPeers whether they run too */
export function measureSpeed(length: number, withPeers: boolean): Speed {
  const page = new Page(length);
  const { text } = page;
  const ours = { words: () => words(text), analyze: () => analyze(text, rules) };
  if (!withPeers) return { length: text.length, ...race(ours), stages: timeStages(text) };
  const peers = Object.entries(TEXT_PEERS).map(([name, run]) => [name, () => run(text)]);
  const times = race({ ...ours, ...(Object.fromEntries(peers) as Record<TextPeer, () => void>) });
  const { words: yardstick, analyze: whole, ...others } = times;
  return {
    length: text.length,
    words: yardstick,
    analyze: whole,
    peers: others,
    stages: timeStages(text),
    html: measureHtml(page),
  };
}

function measureHtml({ html }: Page): NonNullable<Speed['html']> {
  const times = race({
    analyze: () => analyze(readPage(html, rules), rules),
    readability: () => readability(html),
  });
  return { length: html.length, ...times };
}

const PAGES = 25;
const ROUNDS = 20;

export interface Tail {
  readonly p50: number;
  readonly p99: number;
}

/** Milliseconds of processor time over many pages of a length, each analysed several times. */
export function measureTail(length: number): Tail {
  const texts = Array.from({ length: PAGES }, (_, i) => new Page(length, i + 1).text);
  const warmUntil = cpuMs() + 1000;
  while (cpuMs() < warmUntil) for (const text of texts) analyze(text, rules);
  const times = Array.from({ length: ROUNDS }, () =>
    texts.map((text) => once(() => analyze(text, rules))),
  ).flat();
  return { p50: quantile(times, 0.5), p99: quantile(times, 0.99) };
}
