/**
 * Colours for a terminal, and text that cannot command it.
 * @module
 */
import type { Label } from '../labels.ts';

const CODES = {
  bold: [1, 22],
  dim: [2, 22],
  italic: [3, 23],
  underline: [4, 24],
  red: [31, 39],
  green: [32, 39],
  yellow: [33, 39],
  blue: [34, 39],
  magenta: [35, 39],
  gray: [90, 39],
} as const;

export type Style = keyof typeof CODES;

/** Puts styles around a text, or leaves it alone. */
export type Paint = (text: string, ...styles: readonly Style[]) => string;

export function painter(colored: boolean): Paint {
  return (text, ...styles) =>
    colored
      ? styles.reduce(
          (inner, style) => `\u001b[${CODES[style][0]}m${inner}\u001b[${CODES[style][1]}m`,
          text,
        )
      : text;
}

export const LABEL_STYLES: Readonly<Record<Label, Style>> = {
  body: 'green',
  comments: 'blue',
  ads: 'yellow',
  disclaimers: 'magenta',
  boilerplate: 'gray',
};

/** Whether to colour, by https://no-color.org where nobody says otherwise. */
export function wantsColor(
  choice: 'auto' | 'always' | 'never',
  isTTY: boolean,
  env: Readonly<Record<string, string | undefined>>,
): boolean {
  if (choice !== 'auto') return choice === 'always';
  return isTTY && !env['NO_COLOR'] && env['TERM'] !== 'dumb';
}

/** Control characters shown instead of obeyed: a text must not move the cursor or rename the window. */
export function harmless(text: string): string {
  return text.replace(/[\p{Cc}\u202a-\u202e\u2066-\u2069]/gu, (char) => {
    if (char === '\t' || char === '\n') return char;
    return char < ' ' ? String.fromCharCode(0x2400 + char.charCodeAt(0)) : '\uFFFD';
  });
}
