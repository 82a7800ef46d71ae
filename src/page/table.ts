/**
 * The quotes of a text as a table: to sort, to filter, to copy from.
 * @module
 */
import type { Asked } from './api.ts';
import { copy } from './copy.ts';
import type { Desk } from './desk.ts';
import { button, byId, el, fill, on, put, say, type Attributes, type Child } from './dom.ts';
import {
  asMarkdown,
  asText,
  COLUMNS,
  filterRows,
  rowsOf,
  sortRows,
  type Column,
  type Origin,
  type Row,
} from './rows.ts';
import { sureOf } from './sure.ts';
import { count, excerpt } from './words.ts';

/** Rows at first, and with each press of “More”: browsers are slow with thousands. */
const MOST = 200;

const NAMES: Readonly<Record<Column, string>> = {
  who: 'Who',
  what: 'What',
  verb: 'Verb',
  where: 'Where',
  sure: 'Certainty',
};

export class QuoteTable {
  readonly #host = byId('table');
  readonly #rows = el('tbody', {});
  readonly #found = el('span', { class: 'hint', role: 'status' });
  readonly #filter = el('input', {
    id: 'filter',
    type: 'search',
    placeholder: 'any words',
    autocomplete: 'off',
  });
  readonly #more = button('More', () => this.#show(this.#shown + MOST));
  readonly #heads: ReadonlyMap<Column, HTMLElement>;
  readonly #toText: (index: number) => void;
  #desk: Desk | null = null;
  #origin: Origin = { title: '', url: '' };
  #all: readonly Row[] = [];
  #left: readonly Row[] = [];
  #by: Column = 'where';
  #descending = false;
  #shown = 0;
  #stale = false;

  /** @param toText goes to where a quote stands */
  constructor(toText: (index: number) => void) {
    this.#toText = toText;
    this.#heads = new Map(
      COLUMNS.map((column) => {
        const sort = button(NAMES[column], () => this.#sort(column));
        return [column, el('th', { scope: 'col' }, sort)];
      }),
    );
    const head = el('tr', {}, ...this.#heads.values());
    head.append(el('th', { scope: 'col' }, 'Copy'));
    this.#host.append(
      el(
        'p',
        { class: 'row' },
        el('label', { for: 'filter' }, 'Quotes with'),
        this.#filter,
        this.#found,
      ),
      el('table', { 'aria-label': 'Quotes' }, el('thead', {}, head), this.#rows),
      this.#more,
    );
    on(this.#filter, 'input', () => this.#fill());
    on(this.#rows, 'keydown', (event) => this.#move(event));
    on(this.#rows, 'focusin', ({ target }) => {
      const row = (target as Element).closest('tr');
      if (row) this.#stopAt(row);
    });
  }

  put(desk: Desk, { options }: Asked): void {
    const { analysis } = desk.reading;
    this.#desk = desk;
    this.#origin = {
      title: excerpt(analysis.articles?.[0]?.headline?.text ?? '', 200),
      url: String(options['url'] ?? ''),
    };
    this.#all = rowsOf(analysis);
    this.#stale = true;
    if (!this.#host.hidden) this.show();
  }

  /** Sets the table, once it is looked at. */
  show(): void {
    if (!this.#stale) return;
    this.#stale = false;
    this.#filter.value = '';
    this.#by = 'where';
    this.#descending = false;
    this.#fill();
  }

  /** Chooses the next row (1) or the one before (-1). */
  step(by: number): void {
    const rows = [...this.#rows.rows];
    const at = rows.findIndex((row) => row.classList.contains('on'));
    const next = rows[at < 0 ? 0 : at + by];
    if (next) this.#choose(next);
  }

  #sort(column: Column): void {
    this.#descending = this.#by === column && !this.#descending;
    this.#by = column;
    this.#fill();
    say(`Sorted by ${NAMES[column].toLowerCase()}, ${this.#descending ? 'down' : 'up'}.`);
  }

  #fill(): void {
    for (const [column, head] of this.#heads) {
      const sorted = column === this.#by;
      if (sorted) head.ariaSort = this.#descending ? 'descending' : 'ascending';
      else head.removeAttribute('aria-sort');
    }
    this.#left = sortRows(filterRows(this.#all, this.#filter.value), this.#by, this.#descending);
    fill(this.#found, count(this.#left.length, 'quote'));
    fill(this.#rows);
    this.#shown = 0;
    this.#show(MOST);
  }

  #show(upTo: number): void {
    put(this.#rows, ...this.#left.slice(this.#shown, upTo).map((row) => this.#row(row)));
    this.#shown = Math.min(upTo, this.#left.length);
    this.#more.hidden = this.#shown === this.#left.length;
    const [first] = this.#rows.rows;
    if (first && !this.#rows.querySelector('[tabindex="0"]')) this.#stopAt(first);
  }

  #row(row: Row): HTMLElement {
    const inRow = (label: string, run: () => void, attributes: Attributes = {}) =>
      button(label, run, { tabindex: -1, ...attributes });
    const made = el('tr', { 'data-row': row.index });
    const what = inRow(excerpt(row.what, 400), () => this.#choose(made), {
      class: 'link what',
      dir: 'auto',
      'aria-description': 'Shows why.',
    });
    const where = inRow(row.where, () => this.#toText(row.index), {
      class: 'link',
      'aria-description': 'Goes to it in the text.',
    });
    const cells: readonly (readonly Child[])[] = [
      [row.who || 'not known', row.role !== '' && el('small', {}, row.role)],
      [what],
      [el('i', {}, row.verb || '—')],
      [where],
      [sureOf(row.sure)],
      [
        inRow('Text', () => void this.#copy(row, asText)),
        inRow('Markdown', () => void this.#copy(row, asMarkdown)),
      ],
    ];
    put(made, ...cells.map((children) => el('td', { dir: 'auto' }, ...children)));
    return made;
  }

  #choose(row: HTMLTableRowElement | HTMLElement): void {
    for (const before of this.#rows.querySelectorAll('.on')) before.classList.remove('on');
    row.classList.add('on');
    row.scrollIntoView({ block: 'nearest' });
    this.#stopAt(row);
    row.querySelector<HTMLElement>('.what')?.focus({ preventScroll: true });
    this.#desk?.choose({ on: 'quote', index: Number(row.dataset['row']) });
  }

  async #copy(row: Row, write: (row: Row, origin: Origin) => string): Promise<void> {
    try {
      await copy(write(row, this.#origin));
      fill(this.#found, 'The quote is in the clipboard, with its source.');
    } catch {
      fill(this.#found, 'The browser refused: nothing was copied.');
    }
  }

  /** Of all rows, Tab stops in one; arrow keys go from row to row. */
  #stopAt(row: HTMLElement): void {
    for (const stop of this.#rows.querySelectorAll<HTMLElement>('[tabindex="0"]'))
      stop.tabIndex = -1;
    for (const stop of row.querySelectorAll<HTMLElement>('button')) stop.tabIndex = 0;
  }

  #move(event: KeyboardEvent): void {
    const row = (event.target as Element).closest('tr');
    if (row === null || (event.key !== 'ArrowDown' && event.key !== 'ArrowUp')) return;
    event.preventDefault();
    const next = event.key === 'ArrowDown' ? row.nextElementSibling : row.previousElementSibling;
    const at = [...row.querySelectorAll('button')].indexOf(event.target as HTMLButtonElement);
    next?.querySelectorAll('button')[at]?.focus();
  }
}
