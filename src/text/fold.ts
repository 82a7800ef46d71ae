/**
 * Folding for matching. Every fold keeps the length, so an offset into folded text is an offset into the text.
 * @module
 */

const APOSTROPHES = /[‘’‚‛ʼ′`´＇]/g;
const DOUBLE_MARKS = /[“”„‟″＂]/g;
const DASHES = /[‐‑‒–—―−]/g;
const SPACES = /[\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]/g;
/**
 * Letters that writers leave out or mix up: the dotless i, whose capital is that of i; ё; hamza on alif; yeh and kaf of Persian;
 * Greek accents, which capitals lack, and the sigma that ends a word; Romanian letters with a comma or a cedilla below.
 */
const VARIANTS: Readonly<Record<string, string>> = {
  ı: 'i',
  ё: 'е',
  أ: 'ا',
  إ: 'ا',
  آ: 'ا',
  ٱ: 'ا',
  ى: 'ي',
  ی: 'ي',
  ک: 'ك',
  ά: 'α',
  έ: 'ε',
  ή: 'η',
  ί: 'ι',
  ϊ: 'ι',
  ΐ: 'ι',
  ό: 'ο',
  ύ: 'υ',
  ϋ: 'υ',
  ΰ: 'υ',
  ώ: 'ω',
  ς: 'σ',
  ș: 'ş',
  ț: 'ţ',
};
const ANY_VARIANT = /[ıёأإآٱىیکάέήίϊΐόύϋΰώςșț]/g;
const FULL_WIDTH = /[！-～]/g;
const TO_ASCII = 0xfee0;
const ANY_SPECIAL = /[İ‘’‚‛ʼ′`´＇“”„‟″＂‐‑‒–—―−\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]/;

/**
 * Lower-cases and evens out typography: one kind of apostrophe, double mark, dash and space, plain letters for those of
 * full width and for {@link VARIANTS}.
 * Same length as `text`, in UTF-16 units: the only letter whose lower case is longer ('İ') is folded by hand.
 */
export function fold(text: string): string {
  if (!ANY_SPECIAL.test(text)) return inPieces(text.toLowerCase(), foldLetters);
  return inPieces(text.replace(/İ/g, 'i').toLowerCase(), foldSpecial);
}

/** Units that are folded at once: of a megabyte of marks, engines would keep a list as long as the text. */
const PIECE = 16_384;

function inPieces(lower: string, foldPiece: (piece: string) => string): string {
  if (lower.length <= PIECE) return foldPiece(lower);
  const pieces: string[] = [];
  for (let at = 0; at < lower.length; at += PIECE)
    pieces.push(foldPiece(lower.slice(at, at + PIECE)));
  return pieces.join('');
}

/** @param lower in lower case */
function foldSpecial(lower: string): string {
  return foldLetters(lower)
    .replace(APOSTROPHES, "'")
    .replace(DOUBLE_MARKS, '"')
    .replace(DASHES, '-')
    .replace(SPACES, ' ');
}

/** @param lower in lower case */
function foldLetters(lower: string): string {
  return lower
    .replace(ANY_VARIANT, (letter) => VARIANTS[letter] as string)
    .replace(FULL_WIDTH, (sign) => String.fromCharCode(sign.charCodeAt(0) - TO_ASCII));
}
