/**
 * The text as elements, built in pieces small enough that the page never stops.
 * @module
 */
import type { Label } from '../labels.ts';
import type { Span } from '../text/spans.ts';
import { breathe, button, el } from './dom.ts';
import type { Reading } from './explained.ts';
import { linesOf } from './lines.ts';
import { annotationsOf, Sweep, type Run } from './runs.ts';
import { Stops } from './stops.ts';
import { LABEL_HELP, LABEL_NAMES, percent } from './words.ts';

/** UTF-16 units of a chunk, the least that the browser lays out or leaves alone (`content-visibility`). */
const CHUNK = 6000;
/** Milliseconds of work between two breaths. */
const SLICE_MS = 30;
/** Below this a label shows how unsure it is. */
const UNSURE = 0.65;

/** A piece of the sheet, and what a filter must know of it. */
export interface Chunk {
  readonly element: HTMLElement;
  readonly labels: Set<Label>;
}

/** The text as it stands on the page. Lists go by the index of what they belong to. */
export class Sheet {
  readonly chunks: Chunk[] = [];
  /** Runs of content, source, cue and outer source of each quote. */
  readonly quotes: HTMLElement[][];
  /** Runs of each speaker's mentions. */
  readonly mentions: HTMLElement[][];
  /** Stretches of each segment, the first one with its tag. */
  readonly segments: HTMLElement[][];
  /** Quotes, one piece of each, and the tags of segments: Tab stops once among each. */
  readonly quoteStops = new Stops();
  readonly tagStops = new Stops();
  readonly #nodes: Text[] = [];
  readonly #starts: number[] = [];

  constructor({ analysis }: Reading) {
    this.quotes = (analysis.quotes ?? []).map(() => []);
    this.mentions = (analysis.speakers ?? []).map(() => []);
    this.segments = (analysis.segments ?? []).map(() => []);
  }

  /** Remembers where a piece of the text went. Pieces come in order. */
  note(node: Text, start: number): void {
    this.#nodes.push(node);
    this.#starts.push(start);
  }

  /** What stands at a span (UTF-16) on the page; null if nothing of it is there. */
  rangeOf({ start, end }: Span): Range | null {
    const first = this.#before(start);
    const last = this.#before(Math.max(start, end - 1));
    const [from, to] = [this.#nodes[first], this.#nodes[last]];
    if (!from || !to) return null;
    const range = document.createRange();
    range.setStart(from, Math.min(from.length, start - (this.#starts[first] as number)));
    range.setEnd(to, Math.min(to.length, end - (this.#starts[last] as number)));
    return range;
  }

  /** The span (UTF-16) of a line of the page; undefined for what is none. */
  lineOf(element: Element | null): Span | undefined {
    const first = element && this.#nodes.findIndex((node) => element.contains(node));
    const last = element && this.#nodes.findLastIndex((node) => element.contains(node));
    if (first === null || last === null || first < 0) return undefined;
    const start = this.#starts[first] as number;
    return { start, end: (this.#starts[last] as number) + (this.#nodes[last] as Text).length };
  }

  /** The last piece that starts at `offset` or before; the first one if none does. */
  #before(offset: number): number {
    let low = 0;
    let high = this.#starts.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.#starts[middle] as number) <= offset) low = middle + 1;
      else high = middle;
    }
    return Math.max(0, low - 1);
  }
}

/** Sets a text into `host`, and tells how far it is (0 to 1). Throws `AbortError` once `signal` says so. */
export async function setText(
  host: HTMLElement,
  reading: Reading,
  progress: (share: number) => void,
  signal: AbortSignal,
): Promise<Sheet> {
  const setter = new Typesetter(reading);
  host.replaceChildren();
  let since = performance.now();
  for (const at of setter.steps(host)) {
    if (performance.now() - since < SLICE_MS) continue;
    progress(at / Math.max(1, reading.text.length));
    await breathe();
    signal.throwIfAborted();
    since = performance.now();
  }
  return setter.sheet;
}

class Typesetter {
  readonly sheet: Sheet;
  readonly #reading: Reading;
  readonly #sweep: Sweep;
  readonly #stories: ReadonlyMap<string | null, number>;
  /** Quotes that can be reached by keyboard already. */
  readonly #reachable = new Set<number>();
  #chunk: HTMLElement | null = null;
  #size = 0;
  #lines = 0;

  constructor(reading: Reading) {
    this.#reading = reading;
    this.sheet = new Sheet(reading);
    this.#sweep = new Sweep(annotationsOf(reading.analysis));
    const articles = reading.analysis.articles ?? [];
    this.#stories = new Map(articles.length > 1 ? articles.map(({ id }, i) => [id, i + 1]) : []);
  }

  /** Works a line at a time, and yields the offset it has come to. Whole chunks are put into `host`. */
  *steps(host: HTMLElement): Generator<number> {
    const { analysis, text } = this.#reading;
    const segments = analysis.segments ?? [];
    for (let i = 0; i < segments.length; i++) {
      let lines: HTMLElement | null = null;
      for (const line of linesOf(text, segments[i] as Span)) {
        if (this.#size >= CHUNK) this.#close(host);
        if (lines === null || this.#chunk === null) lines = this.#row(i, lines !== null);
        lines.append(this.#line(line));
        this.#size += line.end - line.start;
        this.#lines++;
        yield line.end;
      }
    }
    this.#close(host);
  }

  #close(host: HTMLElement): void {
    if (this.#chunk === null) return;
    // What the browser takes its height to be until it has been near: some 70 characters a line of 28 pixels.
    const height = Math.round((this.#size / 70) * 28 + this.#lines * 14);
    this.#chunk.style.containIntrinsicSize = `auto ${height}px`;
    host.append(this.#chunk);
    this.#chunk = null;
    this.#size = 0;
    this.#lines = 0;
  }

  /** A segment, or what is left of it in another chunk. Answers where its lines go. */
  #row(i: number, goesOn: boolean): HTMLElement {
    const segments = this.#reading.analysis.segments ?? [];
    const { label, kind } = segments[i] as (typeof segments)[number];
    if (this.#chunk === null) {
      this.#chunk = el('div', { class: 'chunk' });
      this.sheet.chunks.push({ element: this.#chunk, labels: new Set() });
    }
    this.sheet.chunks.at(-1)?.labels.add(label);
    const leads = !goesOn && this.#name(i) !== this.#name(i - 1);
    const name = `${this.#name(i)}, ${kind}`;
    const row = el('div', {
      class: `seg ${label} ${kind}${leads ? ' leads' : ''}`,
      role: 'group',
      'aria-label': goesOn ? `${name}, continued` : name,
      'data-segment': i,
    });
    if (!goesOn) row.append(this.#tag(i, leads));
    const lines = el('div', { class: 'lines' });
    row.append(lines);
    this.#chunk.append(row);
    this.sheet.segments[i]?.push(row);
    return lines;
  }

  /** What the margin calls a segment: the same for all of a band. */
  #name(i: number): string {
    const segment = this.#reading.analysis.segments?.[i];
    if (segment === undefined) return '';
    const story = segment.label === 'body' ? this.#stories.get(segment.article) : undefined;
    return LABEL_NAMES[segment.label] + (story === undefined ? '' : ` ${story}`);
  }

  #tag(i: number, leads: boolean): HTMLElement {
    const { kind = '', confidence = 1 } = this.#reading.analysis.segments?.[i] ?? {};
    const label = this.#reading.analysis.segments?.[i]?.label ?? 'body';
    const tag = button(el('b', { class: leads ? '' : 'vh' }, this.#name(i)), () => undefined, {
      class: 'tag',
      title: LABEL_HELP[label],
      'aria-description': `${LABEL_HELP[label]} ${percent(confidence)} sure. Shows why.`,
    });
    tag.append(' ', el('i', {}, kind));
    if (confidence < UNSURE) tag.append(' ', el('small', {}, `${percent(confidence)} sure`));
    this.sheet.tagStops.add(tag);
    return tag;
  }

  #line(span: Span): HTMLElement {
    const line = el('p', { dir: 'auto' });
    for (const run of this.#sweep.runs(span)) {
      const node = document.createTextNode(this.#reading.text.slice(run.start, run.end));
      this.sheet.note(node, run.start);
      line.append(run.over.length === 0 ? node : this.#marked(run, node));
    }
    return line;
  }

  #marked({ over }: Run, node: Text): HTMLElement {
    const mark = el('span', {}, node);
    for (const { role, owner } of over) {
      mark.classList.add(role);
      if (role === 'mention') {
        this.sheet.mentions[owner]?.push(mark);
        mark.dataset['speaker'] = String(owner);
      } else {
        this.sheet.quotes[owner]?.push(mark);
        // The last one is the innermost: that is the one that is pointed at.
        mark.dataset['quote'] = String(owner);
        const { type = 'direct' } = this.#reading.analysis.quotes?.[owner] ?? {};
        if (role === 'content') mark.classList.add(type);
        if (role === 'content' && !this.#reachable.has(owner)) this.#makeReachable(mark, owner);
      }
    }
    return mark;
  }

  #makeReachable(mark: HTMLElement, owner: number): void {
    if (mark.role === 'button') return;
    const { quotes = [], speakers = [] } = this.#reading.analysis;
    const quote = quotes[owner];
    const name = speakers.find(({ id }) => id === quote?.speaker)?.name ?? 'no known speaker';
    mark.role = 'button';
    this.sheet.quoteStops.add(mark);
    mark.setAttribute(
      'aria-description',
      `Quote ${owner + 1} of ${quotes.length}, ${name}. Shows why.`,
    );
    this.#reachable.add(owner);
  }
}
