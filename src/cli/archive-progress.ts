/**
 * What a person sees while an archive is read: pages, pages a second, errors, and the time left.
 * @module
 */
import type { State } from '../archive/run.ts';
import type { Output } from './io.ts';

const CLEAR = '\r\u001b[2K';
const SECOND = 1000;

/** On a terminal a line that changes; elsewhere one every ten seconds. */
export class ArchiveProgress {
  readonly #stderr: Output;
  readonly #quiet: boolean;
  readonly #clock: () => number;
  readonly #start: number;
  #shown: number;
  /** How far the files had been read when the first page of this run was done: what earlier runs read says nothing of the speed. */
  #first: { readonly bytes: number; readonly at: number } | undefined;

  /** @param clock milliseconds */
  constructor(stderr: Output, quiet: boolean, clock: () => number = Date.now) {
    this.#stderr = stderr;
    this.#quiet = quiet;
    this.#clock = clock;
    this.#start = clock();
    this.#shown = this.#start;
  }

  readonly show = (state: State): void => {
    const now = this.#clock();
    this.#first ??= { bytes: state.bytes, at: now };
    const { isTTY } = this.#stderr;
    if (this.#quiet || now - this.#shown < (isTTY ? SECOND / 2 : 10 * SECOND)) return;
    this.#shown = now;
    const { bytes, at } = this.#first;
    const line = `${told(state, now - this.#start)}, ${left(state, state.bytes - bytes, now - at)}`;
    this.#stderr.write(isTTY ? `${CLEAR}${line}` : `copydesk: ${line}\n`);
  };

  end(state: State, isStopped: boolean): void {
    if (this.#quiet) return;
    const end = isStopped ? '; stopped, the same command goes on' : '';
    const line = told(state, this.#clock() - this.#start);
    this.#stderr.write(`${this.#stderr.isTTY ? CLEAR : ''}copydesk: ${line}${end}\n`);
  }
}

function told({ pages, errors, before }: State, ms: number): string {
  const rate = ((pages - before) * SECOND) / Math.max(ms, 1);
  const wrong = errors === 1 ? '1 error' : `${grouped(errors)} errors`;
  return `${grouped(pages)} pages, ${rate.toFixed(rate < 10 ? 1 : 0)}/s, ${wrong}`;
}

/** @param read bytes in the last `ms` milliseconds */
function left({ bytes, total }: State, read: number, ms: number): string {
  if (read <= 0) return 'time left not known';
  const seconds = Math.round(((ms / read) * (total - bytes)) / SECOND);
  const [hours, minutes] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60];
  const two = (n: number): string => String(n).padStart(2, '0');
  return `${hours}:${two(minutes)}:${two(seconds % 60)} left`;
}

const grouped = (number: number): string => number.toLocaleString('en');
