/**
 * What went wrong, as the service tells it.
 * @module
 */
import type { ProblemData } from '../schema/problem.ts';
import { el, hint } from './dom.ts';

export function problemOf({ title, detail, errors, requestId }: Partial<ProblemData>): HTMLElement {
  return el(
    'div',
    { class: 'problem' },
    el('strong', {}, title ?? 'Something went wrong'),
    detail !== undefined && el('p', {}, detail),
    errors && el('ul', {}, ...errors.map((one) => el('li', {}, `${one.pointer}: ${one.detail}`))),
    requestId !== undefined && hint(`Request ${requestId}`),
  );
}
