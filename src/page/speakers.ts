/**
 * Who speaks, how much, and a walk through what they say.
 * @module
 */
import type { Speaker } from '../schema/types.ts';
import { takenOut, type Change } from './correct-form.ts';
import type { Desk } from './desk.ts';
import { barOf, button, el, fill, hint, say } from './dom.ts';
import { count } from './words.ts';

/** More are left out of the list; the filter has them all. */
const MOST = 300;

const TYPES: Readonly<Record<Speaker['type'], string>> = {
  person: '',
  organization: 'organisation',
  group: 'group',
  unknown: 'not named',
};

export class SpeakersPanel {
  readonly element = el('div');
  readonly #change: Change;
  #desk: Desk | null = null;
  #cards: readonly HTMLElement[] = [];
  #chosen = -1;
  #at = -1;

  constructor(change: Change) {
    this.#change = change;
  }

  put(desk: Desk): void {
    this.#desk = desk;
    this.#chosen = -1;
    const { speakers = [], quotes = [] } = desk.reading.analysis;
    const most = Math.max(1, ...speakers.map(({ words }) => words));
    this.#cards = speakers.slice(0, MOST).map((speaker, i) => this.#card(speaker, i, most));
    const nameless = desk.speakerOf.filter((speaker) => speaker < 0).length;
    fill(
      this.element,
      quotes.length === 0 && hint('There are no quotes in this text.'),
      el('ul', { class: 'speakers' }, ...this.#cards),
      speakers.length > MOST && hint(`And ${speakers.length - MOST} more.`),
      nameless > 0 && hint(`${count(nameless, 'quote')} without a known speaker.`),
      ...takenOut(desk.reading, this.#change),
    );
  }

  /** Shows who speaks in what is pointed at. */
  light(speaker: number): void {
    this.#cards.forEach((card, i) => card.classList.toggle('lit', i === speaker));
  }

  #card({ name, role, type, words, aliases, mentions }: Speaker, i: number, most: number) {
    const said = this.#desk?.quotesOf[i]?.length ?? 0;
    const about = [role, TYPES[type]].filter(Boolean).join(' · ');
    const head = button(el('span', { class: 'name', dir: 'auto' }, name), () => this.#choose(i), {
      class: 'card',
      'aria-expanded': 'false',
    });
    head.append(
      el('span', { class: 'about', dir: 'auto' }, about),
      el('span', { class: 'counts' }, `${count(said, 'quote')} · ${count(words, 'word')}`),
      barOf(words / most),
    );
    const place = el('span', { class: 'place' });
    const more = el('div', { class: 'more', hidden: true });
    more.append(
      el('p', { dir: 'auto' }, names(aliases, mentions.length)),
      button('Previous', () => this.#walk(-1)),
      place,
      button('Next', () => this.#walk(1)),
    );
    return el('li', { 'data-card': i }, head, more);
  }

  #choose(i: number): void {
    const again = this.#chosen === i;
    this.#chosen = again ? -1 : i;
    this.#at = -1;
    this.#cards.forEach((card, k) => {
      const open = k === this.#chosen;
      card.querySelector('.card')?.setAttribute('aria-expanded', String(open));
      (card.querySelector('.more') as HTMLElement).hidden = !open;
    });
    this.#desk?.choose(again ? null : { on: 'speaker', index: i });
    if (!again) this.#walk(1);
  }

  /** Opens a speaker's card and begins the walk. */
  open(i: number): void {
    if (this.#chosen !== i) this.#choose(i);
    this.#cards[i]?.querySelector<HTMLElement>('.card')?.focus();
  }

  #walk(by: number): void {
    const quotes = this.#desk?.quotesOf[this.#chosen] ?? [];
    if (quotes.length === 0) return;
    this.#at = (this.#at + by + quotes.length) % quotes.length;
    const place = `${this.#at + 1} of ${quotes.length}`;
    const card = this.#cards[this.#chosen];
    if (card) fill(card.querySelector('.place') as HTMLElement, place);
    say(`Quote ${place}`);
    this.#desk?.goTo({ on: 'quote', index: quotes[this.#at] as number });
  }
}

function names(aliases: readonly string[], mentions: number): string {
  const named = `Named ${count(mentions, 'time')}`;
  return aliases.length === 0
    ? `${named}.`
    : `${named}, also as ${aliases.slice(0, 8).join(', ')}.`;
}
