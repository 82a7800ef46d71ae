/**
 * The text, or its quotes as a table.
 * @module
 */
import { byId, on } from './dom.ts';

export type View = 'text' | 'table';

/** @param shown called when the table comes to be seen */
export function viewOf(shown: () => void): { now(): View; show(view: View): void } {
  const toggle = byId('view');
  const now = (): View => (byId('table').hidden ? 'text' : 'table');
  const show = (view: View): void => {
    byId('table').hidden = view === 'text';
    byId('sheet').hidden = view === 'table';
    byId('reading').dataset['view'] = view;
    toggle.ariaPressed = String(view === 'table');
    if (view === 'table') shown();
  };
  on(toggle, 'click', () => show(now() === 'text' ? 'table' : 'text'));
  return { now, show };
}
