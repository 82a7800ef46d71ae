/**
 * Where lines of a text end in a terminal of some width.
 * @module
 */

/** Letters that take two columns and stand without spaces, and other signs that take two. */
const WIDE_LETTER = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u;
const WIDE = /[\p{Script=Hangul}\u3000-\u303e\uff01-\uff60]|\p{Emoji_Presentation}/u;
/** What takes no column: marks on letters, joiners, variants. */
const NONE = /[\p{M}\p{Cf}]/u;
const TAB = 8;

/**
 * Offsets (UTF-16) at which new lines begin so that none is wider than `width` columns: behind spaces, before letters of scripts
 * without spaces, and inside of a word only where it is wider than a line. Linear in the text.
 * @param start offset of the first character, at the beginning of a line
 */
export function breaksOf(
  text: string,
  start: number,
  end: number,
  width: number,
): readonly number[] {
  const breaks: number[] = [];
  let column = 0;
  let line = start;
  /** The last place to break at, and the columns that stand behind it. */
  let place = start;
  let behind = 0;
  for (let at = start; at < end;) {
    const char = String.fromCodePoint(text.codePointAt(at) as number);
    const wide = WIDE_LETTER.test(char);
    if (wide) [place, behind] = [at, 0];
    const columns = columnsOf(char, wide, column);
    if (column + columns > width && char.trim() !== '') {
      // A word alone on its line has no place to break at.
      const isWord = place <= line;
      line = isWord ? at : place;
      column = isWord ? 0 : behind;
      breaks.push(line);
    }
    at += char.length;
    column += columns;
    behind += columns;
    if (LINE_END.test(char)) [column, line, place, behind] = [0, at, at, 0];
    else if (char === ' ' || char === '\t') [place, behind] = [at, 0];
  }
  return breaks;
}

const LINE_END = /[\n\r\u2028\u2029]/;

function columnsOf(char: string, wide: boolean, column: number): number {
  if (char >= ' ' && char <= '~') return 1;
  if (char === '\t') return TAB - (column % TAB);
  if (NONE.test(char)) return 0;
  return wide || WIDE.test(char) ? 2 : 1;
}
