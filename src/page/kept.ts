/**
 * What was in the form when the page was left, for whoever comes back. It stays with the tab, in the browser alone, and
 * goes when the tab is closed.
 * @module
 */
import type { Asked } from './api.ts';
import { MODES } from './words.ts';

const NAME = 'copydesk';

/** Keeps it until the tab is closed; nothing to keep forgets what was kept. */
export function keep({ mode, text, options }: Asked): void {
  try {
    if (text.trim() === '') sessionStorage.removeItem(NAME);
    else sessionStorage.setItem(NAME, JSON.stringify({ mode, text, options }));
  } catch {
    // Browsers may forbid it, or have no room: then it is as if this page did not offer it.
  }
}

/** What was kept; null if there is nothing that can be read. */
export function kept(): Asked | null {
  try {
    const { mode, text, options } = JSON.parse(sessionStorage.getItem(NAME) ?? 'null') as Asked;
    const known = MODES.includes(mode) && typeof text === 'string' && typeof options === 'object';
    return known ? { mode, text, options } : null;
  } catch {
    return null;
  }
}
