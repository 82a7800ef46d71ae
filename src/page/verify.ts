/**
 * Quotes from elsewhere against the text: where they stand, and what differs.
 * @module
 */
import { Refused, type Api, type Asked } from './api.ts';
import type { Desk } from './desk.ts';
import { el, fill, hint, on, onSend, say, type Child } from './dom.ts';
import { matchOf, STATUS_NAMES } from './matches.ts';
import { problemOf } from './problem.ts';
import { batchesOf, quotesIn } from './quote-list.ts';
import type { Status, VerifiedQuote } from '../verify/types.ts';
import { count, excerpt } from './words.ts';

/** Places of one quote, and quotes of one list. */
const MOST_PLACES = 10;
const MOST_QUOTES = 500;

const STATUSES = Object.keys(STATUS_NAMES) as readonly Status[];

export class VerifyPanel {
  readonly element = el('div');
  readonly #api: Api;
  readonly #result = el('div', { class: 'result' });
  readonly #input = el('textarea', {
    id: 'quote',
    rows: 4,
    dir: 'auto',
    spellcheck: 'false',
    'aria-describedby': 'quote-how',
  });
  #desk: Desk | null = null;
  #asked: Asked | null = null;

  constructor(api: Api) {
    this.#api = api;
    const form = el(
      'form',
      {},
      el('label', { for: 'quote' }, 'Quotes to look for in the text'),
      this.#input,
      el('p', { class: 'hint', id: 'quote-how' }, 'One a line, or with empty lines between them.'),
      el('button', { type: 'submit', class: 'main' }, 'Verify'),
    );
    onSend(form, () => void this.#verify(), this.#input);
    this.element.append(form, this.#result);
  }

  put(desk: Desk, asked: Asked): void {
    this.#desk = desk;
    this.#asked = asked;
    fill(this.#result);
  }

  /** Takes the mark off the text: nobody looks at what it belongs to any more. */
  leave(): void {
    this.#desk?.unmark();
  }

  async #verify(): Promise<void> {
    const [desk, asked] = [this.#desk, this.#asked];
    const quotes = quotesIn(this.#input.value);
    if (desk === null || asked === null || quotes.length === 0) return this.#input.focus();
    if (quotes.length > MOST_QUOTES) {
      const detail = `At most ${MOST_QUOTES} at a time.`;
      return fill(this.#result, problemOf({ title: 'Too many quotes', detail }));
    }
    fill(this.#result, hint('Looking …'));
    try {
      const found: VerifiedQuote[] = [];
      for (const batch of batchesOf(quotes)) {
        found.push(...(await this.#api.verify(asked, batch)).quotes);
      }
      if (desk === this.#desk) this.#show(desk, quotes, found);
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
      fill(this.#result, problemOf(error.problem));
    }
  }

  #show(desk: Desk, quotes: readonly string[], found: readonly VerifiedQuote[]): void {
    const [first] = found;
    if (first === undefined) return;
    if (found.length === 1) {
      fill(this.#result, ...oneOf(desk, first));
      say(STATUS_NAMES[first.status]);
      if (first.matches[0]) desk.goToSpan(first.matches[0]);
      return;
    }
    const told = summaryOf(found);
    const list = found.map((one, i) => {
      const head = el(
        'summary',
        {},
        el('span', { class: `status ${one.status}` }, STATUS_NAMES[one.status]),
        ' ',
        el('span', { dir: 'auto' }, excerpt(quotes[i] ?? '', 80)),
      );
      const details = el('details', {}, head, ...placesOf(desk, one));
      // Opened is looked at: the text goes along.
      on(details, 'toggle', () => {
        if (details.open && one.matches[0]) desk.goToSpan(one.matches[0]);
      });
      return el('li', {}, details);
    });
    fill(
      this.#result,
      el('p', { class: 'status' }, told),
      el('ol', { class: 'verified' }, ...list),
    );
    say(told);
  }
}

/** “Word for word: 2 · Not in this text: 1”. */
function summaryOf(found: readonly VerifiedQuote[]): string {
  const parts = STATUSES.flatMap((status) => {
    const number = found.filter((one) => one.status === status).length;
    return number === 0 ? [] : `${STATUS_NAMES[status]}: ${number}`;
  });
  return parts.join(' · ');
}

function oneOf(desk: Desk, verified: VerifiedQuote): readonly Child[] {
  const { status } = verified;
  return [
    el('p', { class: `status ${status}` }, STATUS_NAMES[status]),
    ...placesOf(desk, verified),
  ];
}

function placesOf(desk: Desk, { matches, total }: VerifiedQuote): readonly Child[] {
  const shown = matches.slice(0, MOST_PLACES);
  return [
    total > 1 && el('p', {}, `It stands in ${count(total, 'place')}.`),
    ...shown.map((match) => matchOf(desk, match)),
    total > shown.length && hint(`And ${total - shown.length} more.`),
  ];
}
