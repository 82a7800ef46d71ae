/**
 * The tables of speed in docs/performance.md.
 * @module
 */
import { readFileSync, writeFileSync } from 'node:fs';
import type { Tail, Speed } from './speed.ts';
import type { Answered } from './worker.ts';

const START = '<!-- speed:start -->';
const END = '<!-- speed:end -->';

/** A page of one length: the core, and the Worker where it took it. */
export interface Row {
  readonly name: string;
  readonly speed: Speed;
  readonly worker?: Answered;
}

/** A time with as many digits as it deserves. */
export function ms(time: number | undefined): string {
  if (time === undefined) return '–';
  return time < 10 ? time.toFixed(2) : time < 100 ? time.toFixed(1) : time.toFixed(0);
}

/** How many times the first time goes into the second. */
function times(ours: number, theirs: number | undefined): string {
  if (theirs === undefined) return '–';
  const ratio = theirs / ours;
  return `${ratio < 10 ? ratio.toFixed(1) : ratio.toFixed(0)} ×`;
}

/** Both tables, in Markdown. */
export function tables(rows: readonly Row[], tail: Tail): string {
  return [
    table(
      [
        'Page of',
        'Analysis, ms',
        'In passes over the words',
        'Worker, ms of processor time',
        'Worker, ms to the answer (p50, p99)',
      ],
      rows.map(({ name, speed, worker }) => [
        name,
        ms(speed.analyze),
        (speed.analyze / speed.words).toFixed(1),
        ms(worker?.cpu),
        worker ? `${ms(worker.p50)}, ${ms(worker.p99)}` : '–',
      ]),
    ),
    `Over many different pages of 25 KB, the median analysis takes ${ms(tail.p50)} ms of processor time, and 99 of 100 take at most ${ms(tail.p99)} ms.`,
    "Other tools on the same pages, as multiples of Copydesk's time for the whole analysis:",
    table(
      ['Page of', ...PEERS.map(([name]) => name)],
      rows
        .filter(({ speed }) => speed.peers)
        .map(({ name, speed }) => [name, ...PEERS.map(([, of]) => of(speed))]),
    ),
  ].join('\n\n');
}

const PEERS: readonly (readonly [string, (speed: Speed) => string])[] = [
  ['compromise, `quotations`', (s) => times(s.analyze, s.peers?.['compromise, quotations'])],
  ['compromise, `people`', (s) => times(s.analyze, s.peers?.['compromise, people'])],
  ['wink-nlp, tagging', (s) => times(s.analyze, s.peers?.['wink-nlp, tagging'])],
  ['`Intl.Segmenter`, words', (s) => times(s.analyze, s.peers?.['Intl.Segmenter, words'])],
  ['Readability with linkedom, from HTML', (s) => times(s.html?.analyze ?? 0, s.html?.readability)],
];

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  return [line(head), line(head.map((_, i) => (i === 0 ? '---' : '--:'))), ...rows.map(line)].join(
    '\n',
  );
}

/** Puts the tables between their marks. @throws {Error} where the document has no such marks */
export function writeTables(path: string, text: string): void {
  const document = readFileSync(path, 'utf8');
  const from = document.indexOf(START);
  const to = document.indexOf(END);
  if (from < 0 || to < from) throw new Error(`${path} has no place for the tables of speed`);
  writeFileSync(
    path,
    `${document.slice(0, from + START.length)}\n\n${text}\n\n${document.slice(to)}`,
  );
}
