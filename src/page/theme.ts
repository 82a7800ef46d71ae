/**
 * Light or dark: as the system has it until somebody chooses.
 * @module
 */
import { byId } from './dom.ts';

export function followTheme(): void {
  const system = matchMedia('(prefers-color-scheme: dark)');
  const root = document.documentElement;
  const button = byId('theme');
  const isDark = (): boolean =>
    (root.dataset['theme'] ?? (system.matches ? 'dark' : '')) === 'dark';
  const name = (): void => {
    button.textContent = isDark() ? 'Light' : 'Dark';
  };
  button.addEventListener('click', () => {
    root.dataset['theme'] = isDark() ? 'light' : 'dark';
    name();
  });
  system.addEventListener('change', name);
  name();
}
