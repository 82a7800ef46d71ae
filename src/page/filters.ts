/**
 * The bar over the text: what to show of it.
 * @module
 */
import { LABELS, type Label } from '../labels.ts';
import type { Desk } from './desk.ts';
import { button, byId, el, fill, on } from './dom.ts';
import { excerpt, LABEL_HELP, LABEL_NAMES } from './words.ts';

/** A `select` with more is of no use. */
const MOST = 500;

/** Listens once; `desk` is whatever is read at the time. */
export function listenToFilters(desk: () => Desk | null): void {
  const by = byId<HTMLSelectElement>('by');
  on(by, 'change', () => desk()?.only(Number(by.value)));
  const kinds = byId<HTMLInputElement>('kinds');
  on(kinds, 'change', () => byId('text').classList.toggle('kinds', kinds.checked));
}

/** The filters that fit a text, with nothing filtered yet. */
export function putFilters(desk: Desk): void {
  const { segments = [], speakers = [] } = desk.reading.analysis;
  const lengths = new Map<Label, number>();
  for (const { label, start, end } of segments) {
    lengths.set(label, (lengths.get(label) ?? 0) + end - start);
  }
  const total = Math.max(1, desk.reading.text.length);
  const there = LABELS.filter((label) => lengths.has(label));
  fill(
    byId('labels'),
    ...there.map((label) => chip(desk, label, (lengths.get(label) ?? 0) / total)),
  );
  const names = speakers.slice(0, MOST).map(({ name }) => excerpt(name, 40));
  const nobody = desk.speakerOf.includes(-1);
  fill(
    byId('by'),
    el('option', { value: -1 }, 'Everybody'),
    ...names.map((name, i) => el('option', { value: i }, name)),
    nobody && el('option', { value: -2 }, 'Not known'),
  );
  desk.only(-1);
}

function chip(desk: Desk, label: Label, share: number): HTMLElement {
  const part = share < 0.01 ? '<1%' : `${Math.round(share * 100)}%`;
  const made = button(
    LABEL_NAMES[label],
    () => {
      const shown = made.ariaPressed !== 'true';
      made.ariaPressed = String(shown);
      desk.show(label, shown);
    },
    {
      class: `chip ${label}`,
      'aria-pressed': 'true',
      title: `${LABEL_HELP[label]} ${part} of the text.`,
      'aria-description': LABEL_HELP[label],
    },
  );
  made.style.setProperty('--share', String(share));
  made.append(' ', el('small', {}, part, el('span', { class: 'vh' }, ' of the text')));
  return made;
}
