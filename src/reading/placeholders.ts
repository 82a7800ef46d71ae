/**
 * What text browsers print for things that are not text: `(BUTTON)`, `[IMG]`, `[photo_12.jpg]`, `[]`, `______`, and pictures by
 * their alternative texts.
 * @module
 */
import { splitLines } from '../text/lines.ts';
import type { Stretch } from './links.ts';
import type { Removals } from './removals.ts';

/**
 * Buttons, fields, boxes, pictures and frames; the programs print these names in any language. A word in brackets with a hyphen
 * or a number is the name of a file only where it stands alone: people put words into quotes that way.
 */
const CONTROLS =
  /\((?:BUTTON|\*)\)|(?<![\w)\]])\[(?:IMG|INLINE|IMAGE|EMBED|USEMAP|APPLET|LINK|[ \u00a0_]*|[x*])\](?![([])|_{6,}|^\[[a-z][\w-]{0,80}[-_\d][\w-]{0,80}\]$|^IFRAME: \S+$/gm;
/** A picture without an alternative text goes by its file. */
const FILES =
  /\[\w[\w%&;=~-]{0,200}(?:\.(?:png|jpe?g|gif|svg|webp|avif)[^\s[\]]{0,200}|_[\w-]{1,80})\](?![([])/gi;
/** A line that is nothing but an alternative text. */
const BRACKETED = /^\[[^[\]\n]{2,300}\]$/gm;
/** People print a line of underscores or an empty pair of brackets, too. */
const LEAST = 3;
/** Alternative texts are no longer. */
const MOST_TEXT = 300;

/**
 * Takes placeholders out of a text whose paragraphs are whole. Linear in its length.
 * @returns pictures, in order
 */
export function findPlaceholders(text: string, out: Removals): readonly Stretch[] {
  const controls = stretches(text, CONTROLS);
  const files = stretches(text, FILES);
  if (controls.length + files.length < LEAST) return [];
  const pictures = [...files, ...stretches(text, BRACKETED), ...saidTwice(text)];
  for (const { start, end } of [...controls, ...pictures]) out.add(start, end);
  return pictures.sort((a, b) => a.start - b.start);
}

function stretches(text: string, expression: RegExp): readonly Stretch[] {
  return [...text.matchAll(expression)].map(({ 0: all, index }) => ({
    start: index,
    end: index + all.length,
  }));
}

/** Lines that say the same twice: the alternative text of a picture, and its title. */
function saidTwice(text: string): readonly Stretch[] {
  return splitLines(text).filter(({ start, end }) => {
    const length = (end - start - 1) / 2;
    if (!Number.isInteger(length) || length > MOST_TEXT || length <= 0) return false;
    const middle = text[start + length];
    if (middle !== ' ' && middle !== '-') return false;
    const first = text.slice(start, start + length);
    // A word may stand twice in a name.
    return first.includes(' ') && first === text.slice(start + length + 1, end);
  });
}
