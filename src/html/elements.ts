/**
 * What the HTML standard says of elements, as far as text needs it: which break lines, which end others, which are not shown.
 * @module
 */

/** Stands on lines of its own. */
export const BLOCK = 1;
/** Has no content and no end tag. */
export const VOID = 2;
/** Its content is not shown as text. */
export const UNSEEN = 4;
/** Table cells, and what else end tags inside cannot reach out of. */
export const BARRIER = 8;
/** Parts of a table: rows and cells end each other. */
export const TABLE_PART = 16;
export const CELL = 32;
export const HEADING = 64;
/** Its white space counts. */
export const PRE = 128;
/** Things to press: neighbours of their kind are apart on the screen, with white space between them or without. */
export const CONTROL = 256;
/** In a foreign tongue (SVG, MathML), where `/>` ends an element. */
export const FOREIGN = 512;

const CLASSES: readonly (readonly [bits: number, names: string])[] = [
  [
    BLOCK,
    `address article aside blockquote body center dd details dialog dir div dl dt fieldset figcaption figure footer form
    frameset header hgroup hr html legend li main menu nav ol p search section summary table tbody tfoot thead tr ul
    caption h1 h2 h3 h4 h5 h6 pre listing plaintext xmp optgroup option`,
  ],
  [
    VOID,
    `area base basefont bgsound br col embed frame hr img input keygen link meta param source track wbr`,
  ],
  [
    UNSEEN,
    `applet audio canvas datalist iframe meter noembed noframes noscript object progress rp script select style svg
    template textarea title video annotation annotation-xml`,
  ],
  // What is inside of noscript is no markup at all where scripts run.
  [BARRIER, `applet caption html marquee noscript object table td template th`],
  [TABLE_PART, `caption tbody td tfoot th thead tr`],
  [CELL, `td th`],
  [HEADING, `h1 h2 h3 h4 h5 h6`],
  [PRE, `pre listing plaintext xmp`],
  [CONTROL, `a button`],
  [FOREIGN, `svg math`],
];

const BITS = new Map<string, number>();
for (const [bits, names] of CLASSES)
  for (const name of names.split(/\s+/)) BITS.set(name, (BITS.get(name) ?? 0) | bits);

/** Line breaks that the text has at both ends of an element: a paragraph is set off by blank lines. */
export function breaksAround(name: string, bits: number): number {
  return name === 'p' ? 2 : bits & BLOCK ? 1 : 0;
}

/** The classes of an element by its name in lower case; an unknown one is a plain inline element. */
export function classesOf(name: string): number {
  return BITS.get(name) ?? 0;
}
