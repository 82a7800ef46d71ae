/**
 * The page's help: what labels mean, and keys.
 * @module
 */
import { LABELS } from '../labels.ts';
import { byId, el, on } from './dom.ts';
import { LABEL_HELP, LABEL_NAMES } from './words.ts';

/** Steps through quotes: 1 is the next one, -1 the one before. */
export type Step = (by: number) => void;

/** Listens for as long as the page lives. */
export function offerHelp(step: Step): void {
  const dialog = byId<HTMLDialogElement>('help');
  const letters = byId<HTMLInputElement>('letters');
  const labels = byId('help-labels');
  for (const label of LABELS) {
    labels.append(el('dt', { class: label }, LABEL_NAMES[label]), el('dd', {}, LABEL_HELP[label]));
  }
  on(byId('help-open'), 'click', () => dialog.showModal());
  on(document, 'keydown', (event) => {
    const { key, ctrlKey, metaKey, altKey, target } = event;
    if (ctrlKey || metaKey || altKey || !letters.checked || document.querySelector('dialog[open]'))
      return;
    // Who types means the letter.
    if (
      target instanceof Element &&
      target.matches('input:not([type=checkbox], [type=radio]), textarea, select')
    )
      return;
    if (key === '?') dialog.showModal();
    else if (key === 'n' || key === 'p') step(key === 'n' ? 1 : -1);
    else return;
    event.preventDefault();
  });
}
