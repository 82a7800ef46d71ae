/**
 * What is pointed at and what is chosen on the sheet, and how the two show.
 * @module
 */
import type { Label } from '../labels.ts';
import type { Span } from '../text/spans.ts';
import { byId, say } from './dom.ts';
import type { Reading } from './explained.ts';
import type { Sheet } from './sheet.ts';

export type Choice =
  | { readonly on: 'quote'; readonly index: number }
  | {
      readonly on: 'segment';
      readonly index: number;
      /** The line of it that was pointed at (UTF-16). */
      readonly line?: Span | undefined;
    }
  | { readonly on: 'speaker'; readonly index: number };

/** Who wants to know of a choice. `focus`: it came by keyboard, which wants to go where the answer is. */
export type Watcher = (choice: Choice | null, focus: boolean) => void;

/** A reading on its sheet. */
export class Desk {
  readonly reading: Reading;
  readonly sheet: Sheet;
  /** Index of the speaker of each quote, -1 without one. */
  readonly speakerOf: readonly number[];
  /** Indexes of the quotes of each speaker. */
  readonly quotesOf: readonly (readonly number[])[];
  readonly #watchers: Watcher[] = [];
  readonly #hidden = new Set<Label>();
  #only = -1;
  #lit: readonly HTMLElement[] = [];
  #chosen: readonly HTMLElement[] = [];
  #hits: readonly Element[] = [];
  #here: readonly HTMLElement[] = [];
  #quote = -1;
  /** Told of the speaker that is pointed at, -1 for none. */
  onLight: (speaker: number) => void = () => undefined;

  constructor(reading: Reading, sheet: Sheet) {
    this.reading = reading;
    this.sheet = sheet;
    const { quotes = [], speakers = [] } = reading.analysis;
    const byName = new Map(speakers.map(({ id }, i) => [id, i]));
    this.speakerOf = quotes.map(({ speaker }) => byName.get(speaker ?? '') ?? -1);
    this.quotesOf = speakers.map(() => []);
    this.speakerOf.forEach((speaker, quote) => {
      (this.quotesOf[speaker] as number[] | undefined)?.push(quote);
    });
  }

  watch(watcher: Watcher): void {
    this.#watchers.push(watcher);
  }

  /** Chooses and shows why; null chooses nothing. */
  choose(choice: Choice | null, focus = false): void {
    for (const element of this.#chosen) element.classList.remove('on', 'of');
    this.#chosen = choice === null ? [] : this.#elementsOf(choice);
    if (choice?.on === 'quote') this.#quote = choice.index;
    const name = choice?.on === 'speaker' ? 'of' : 'on';
    for (const element of this.#chosen) element.classList.add(name);
    this.#mark(null);
    if (choice === null) this.unmark();
    for (const watcher of this.#watchers) watcher(choice, focus);
  }

  /** Goes on to the next quote that is shown (1), or back to the one before (-1); first, to one that is in sight. */
  step(by: number): void {
    const marks = this.sheet.quotes.map(([first]) => first);
    const isShown = (mark: HTMLElement | undefined): boolean =>
      (mark?.getClientRects().length ?? 0) > 0;
    const inSight = (mark: HTMLElement | undefined): boolean =>
      isShown(mark) && (mark as HTMLElement).getBoundingClientRect().top >= 0;
    let next = this.#quote + by;
    if (this.#quote < 0) next = Math.max(0, marks.findIndex(inSight));
    while (next in marks && !isShown(marks[next])) next += by;
    if (!(next in marks)) return;
    const choice = { on: 'quote', index: next } as const;
    this.choose(choice);
    this.goTo(choice);
    const stop = this.sheet.quotes[next]?.find((mark) => mark.role === 'button');
    // Tab goes on from here.
    if (stop && document.activeElement?.closest('#rail') === null)
      stop.focus({ preventScroll: true });
    say(`Quote ${next + 1} of ${marks.length}`);
  }

  /** Lights up all that a speaker says and where they are named; or one quote that has no speaker. */
  light(speaker: number, quote = -1): void {
    for (const element of this.#lit) element.classList.remove('lit');
    const found = speaker >= 0 ? this.#elementsOf({ on: 'speaker', index: speaker }) : [];
    this.#lit = [...found, ...(this.sheet.quotes[quote] ?? [])];
    for (const element of this.#lit) element.classList.add('lit');
    this.onLight(speaker);
  }

  /** Shows or hides a label. */
  show(label: Label, shown: boolean): void {
    if (shown) this.#hidden.delete(label);
    else this.#hidden.add(label);
    this.#filter();
  }

  /** Shows only lines with quotes of this speaker; -1 shows all, -2 quotes of nobody. */
  only(speaker: number): void {
    this.#only = speaker;
    for (const element of this.#hits) element.classList.remove('hit');
    const wanted = speaker === -2 ? -1 : speaker;
    const quotes =
      speaker === -1 ? [] : this.speakerOf.flatMap((who, i) => (who === wanted ? [i] : []));
    this.#hits = [
      ...new Set(
        quotes
          .flatMap((i) => this.sheet.quotes[i] ?? [])
          .flatMap((mark) => ['p', '.seg', '.chunk'].map((name) => mark.closest(name)))
          .filter((element) => element !== null),
      ),
    ];
    for (const element of this.#hits) element.classList.add('hit');
    this.#filter();
  }

  #filter(): void {
    const text = byId('text');
    text.classList.toggle('only', this.#only !== -1);
    for (const label of ['body', 'comments', 'ads', 'disclaimers', 'boilerplate'] as const) {
      text.classList.toggle(`no-${label}`, this.#hidden.has(label));
    }
    let left = 0;
    for (const { element, labels } of this.sheet.chunks) {
      const shown =
        [...labels].some((label) => !this.#hidden.has(label)) &&
        (this.#only === -1 || element.classList.contains('hit'));
      element.hidden = !shown;
      if (shown) left++;
    }
    byId('nothing').hidden = left > 0 || this.sheet.chunks.length === 0;
  }

  /** Brings a choice into view; a quote shows that it is the one. */
  goTo(choice: Choice): void {
    this.#mark(choice.on === 'quote' ? choice : null);
    const [first] =
      choice.on === 'quote' ? (this.sheet.quotes[choice.index] ?? []) : this.#elementsOf(choice);
    if (first) scrollTo(first, choice.on === 'segment' ? 'start' : 'center');
  }

  #mark(choice: Choice | null): void {
    for (const element of this.#here) element.classList.remove('here');
    this.#here = choice === null ? [] : this.#elementsOf(choice);
    for (const element of this.#here) element.classList.add('here');
  }

  /** Brings a span of the text into view and marks it. */
  goToSpan(span: Span): void {
    const range = this.sheet.rangeOf(span);
    if (range === null) return;
    const { startContainer } = range;
    if (startContainer.parentElement) scrollTo(startContainer.parentElement, 'center');
    // The text's own elements stay as they are; browsers that cannot do this only scroll.
    if ('highlights' in CSS) CSS.highlights.set('found', new Highlight(range));
  }

  /** Takes the mark of `goToSpan` away. */
  unmark(): void {
    if ('highlights' in CSS) CSS.highlights.delete('found');
  }

  #elementsOf({ on, index }: Choice): readonly HTMLElement[] {
    if (on === 'quote') return this.sheet.quotes[index] ?? [];
    if (on === 'segment') return this.sheet.segments[index] ?? [];
    const said = (this.quotesOf[index] ?? []).flatMap((quote) => this.sheet.quotes[quote] ?? []);
    return [...said, ...(this.sheet.mentions[index] ?? [])];
  }
}

function scrollTo(element: HTMLElement, wanted: ScrollLogicalPosition): void {
  const rail = byId('rail');
  const covered = rail.matches('.open') && getComputedStyle(rail).position === 'fixed';
  const block = covered ? 'start' : wanted;
  const { top } = element.getBoundingClientRect();
  const near = Math.abs(top) < 2 * innerHeight;
  const calm = matchMedia('(prefers-reduced-motion: reduce)').matches;
  element.scrollIntoView({ block, behavior: near && !calm ? 'smooth' : 'instant' });
  // Chunks on the way had guessed heights, which are right once they have been near.
  if (!near) requestAnimationFrame(() => element.scrollIntoView({ block, behavior: 'instant' }));
}
