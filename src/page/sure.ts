/**
 * How sure the service is, as five dots. Shares of a text are bars: the two are never mistaken for each other.
 * @module
 */
import { el } from './dom.ts';
import { percent } from './words.ts';

export function sureOf(confidence: number, of = ''): HTMLElement {
  const dots = el('span', { class: 'dots', 'aria-hidden': 'true' });
  dots.style.setProperty('--sure', String(Math.round(confidence * 5) / 5));
  const words = `${percent(confidence)} ${of === '' ? 'sure' : `sure of ${of}`}`;
  return el('span', { class: `sure ${confidence < 0.65 ? 'unsure' : ''}` }, dots, ' ', words);
}
