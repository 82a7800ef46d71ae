/**
 * Asks for a key.
 * @module
 */
import { byId } from './dom.ts';

/** A key, or null if its owner would rather not. `again`: the last one was wrong. */
export function askKey(again: boolean): Promise<string | null> {
  const dialog = byId<HTMLDialogElement>('ask');
  const input = byId<HTMLInputElement>('secret');
  const kept = 'It is kept in this page’s memory alone, until you close it.';
  byId('ask-why').textContent = again ? `That key is not known here. ${kept}` : kept;
  byId('ask-cancel').addEventListener('click', () => dialog.close(''), { once: true });
  dialog.returnValue = '';
  input.value = '';
  dialog.showModal();
  return new Promise((resolve) => {
    dialog.addEventListener(
      'close',
      () => {
        const key = input.value.trim();
        input.value = '';
        resolve(dialog.returnValue === 'ok' && key !== '' ? key : null);
      },
      { once: true },
    );
  });
}
