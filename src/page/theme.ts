/**
 * Light or dark: as the system has it until somebody chooses. A choice holds on all pages of the service, and stays.
 * @module
 */
import { byId, on } from './dom.ts';

const NAME = 'theme';
const root = document.documentElement;

/** Takes up what was chosen before. */
export function takeTheme(): void {
  try {
    const theme = localStorage.getItem(NAME);
    if (theme) root.dataset['theme'] = theme;
  } catch {
    // Browsers may forbid it: then it is as the system has it.
  }
}

export function followTheme(): void {
  takeTheme();
  const system = matchMedia('(prefers-color-scheme: dark)');
  const button = byId('theme');
  const isDark = (): boolean =>
    (root.dataset['theme'] ?? (system.matches ? 'dark' : '')) === 'dark';
  const name = (): void => {
    button.textContent = isDark() ? 'Light' : 'Dark';
  };
  on(button, 'click', () => {
    const theme = (root.dataset['theme'] = isDark() ? 'light' : 'dark');
    name();
    try {
      localStorage.setItem(NAME, theme);
    } catch {
      // Then it holds until the page is left.
    }
  });
  on(system, 'change', name);
  name();
}
