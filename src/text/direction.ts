/**
 * Which way a text runs.
 * @module
 */

export type Direction = 'ltr' | 'rtl';

/** Scripts that run from right to left and have characters in Unicode, by their names in ISO 15924. */
const RIGHT_TO_LEFT: ReadonlySet<string> = new Set(
  `Adlm Arab Armi Avst Chrs Cprt Elym Gara Hatr Hebr Hung Khar Lydi Mand Mani Mend Merc Mero Narb Nbat Nkoo Orkh Ougr
  Palm Phli Phlp Phnx Prti Rohg Samr Sarb Sogd Sogo Syrc Thaa Yezi`.split(/\s+/),
);

const LETTER = /\p{L}/u;
/** The blocks of Unicode that are set aside for scripts from right to left. */
const RIGHT_TO_LEFT_LETTER =
  /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\u{10800}-\u{10fff}\u{1e800}-\u{1efff}]/u;

/** The direction of a text's first letter, as the bidirectional algorithm tells it (UAX 9, P2); null for a text without letters. */
export function directionOf(text: string): Direction | null {
  const letter = LETTER.exec(text)?.[0];
  if (letter === undefined) return null;
  return RIGHT_TO_LEFT_LETTER.test(letter) ? 'rtl' : 'ltr';
}

/** The direction of a language's usual script. A tag that is none is taken for one of a language from left to right. */
export function directionOfLanguage(tag: string): Direction {
  try {
    const { script = '' } = new Intl.Locale(tag).maximize();
    return RIGHT_TO_LEFT.has(script) ? 'rtl' : 'ltr';
  } catch {
    return 'ltr';
  }
}
