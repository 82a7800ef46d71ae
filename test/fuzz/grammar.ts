/**
 * Hostile texts, from a grammar of pages and quotes: what real pages are made of, broken in every way.
 * @module
 */
import fc from 'fast-check';

const NAMES = [
  'Dana Reed',
  'Martin Hale',
  'Laura Ortiz',
  'Reed',
  'he',
  'she',
  'the mayor',
  'NATO',
  'REED',
  'Gen. Hale',
  'officials',
  'Žižek',
  '山田さん',
];
const CUES = [
  'said',
  'says',
  'told CNN',
  'asked',
  'according to',
  'called it',
  'denied',
  'saying that',
  ':',
  '—',
  'has accused',
  '',
];
const CLAUSES = [
  'the bridge is safe',
  'we won',
  'that nobody knew',
  'No.',
  'It rained, and the river rose. Then it fell!',
  'don’t ‘go’',
  '6" pipe',
  '',
  '…',
  'x'.repeat(90),
];
const OPENERS = [
  '“',
  '„',
  '«',
  '»',
  '‘',
  '‚',
  '"',
  "'",
  '‹',
  '「',
  '『',
  '``',
  "''",
  '',
  '““',
  '“‘«',
];
const CLOSERS = ['”', '“', '»', '«', '’', '‘', '"', "'", '›', '」', '』', "''", '', '””', '»’”'];
const FURNITURE = [
  'Home | News | Sport',
  'Facebook Twitter WhatsApp',
  'Advertisement',
  '5 Comments',
  'Leave a reply',
  'Reply',
  'May 3, 2021 at 10:30',
  'By Laura Ortiz',
  '© 2021 All rights reserved.',
  'Photo: Martin Hale',
  'Read more: Bridge closed',
  '- one',
  '1. one',
];
const ODD = [
  '\u0000',
  '\ufeff',
  '\u200b',
  '\u200d',
  '\u00ad',
  '\u202e',
  '\u2066',
  '\u0301',
  '\u0301'.repeat(40),
  '😀',
  '👨‍👩‍👧',
  '𝐀𝐁',
  '\ud800',
  '\udfff',
  '\udc00\ud800',
  'İ',
  'ﷺ',
  '\t',
  '\u00a0',
  '￼',
  '__proto__',
  'constructor',
  '{n}',
  '&amp;<b>',
  'w'.repeat(3000),
  '.'.repeat(200),
  '(['.repeat(30),
];
const BREAKS = [
  '\n',
  '\n\n',
  '\r\n',
  '\r',
  '\u2028',
  '\u2029',
  '\u0085',
  '\v',
  '\n \n\t\n',
  '\n\n\n\n\n',
];

const pick = (...from: readonly (readonly string[])[]): fc.Arbitrary<string> =>
  fc.constantFrom(...from.flat());
const join = (parts: fc.Arbitrary<unknown[]>, by = ''): fc.Arbitrary<string> =>
  parts.map((all) => all.join(by));

const marked = join(fc.tuple(pick(OPENERS), pick(CLAUSES), pick(CLOSERS)));
const nested = join(
  fc.tuple(pick(OPENERS), pick(CLAUSES), marked, pick(['', ' ', ', ']), marked, pick(CLOSERS)),
);
const sentence = fc.oneof(
  join(
    fc.tuple(
      fc.oneof(marked, nested),
      pick([',', '', ' —']),
      pick(CUES),
      pick(NAMES),
      pick(['.', '', '?']),
    ),
    ' ',
  ),
  join(
    fc.tuple(pick(NAMES), pick(CUES), fc.oneof(marked, nested, pick(CLAUSES)), pick(['.', ''])),
    ' ',
  ),
  join(fc.tuple(marked, pick(NAMES), pick(CUES), marked), ' '),
  pick(CLAUSES),
);
const broken = fc.oneof(
  { weight: 4, arbitrary: sentence },
  { weight: 1, arbitrary: pick(ODD, OPENERS, CLOSERS) },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 12 }) },
);
const line = fc.oneof(
  { weight: 4, arbitrary: join(fc.array(broken, { minLength: 1, maxLength: 6 }), ' ') },
  { weight: 2, arbitrary: pick(FURNITURE) },
  {
    weight: 1,
    arbitrary: join(
      fc.tuple(pick(FURNITURE, ODD), fc.nat(40)).map(([text, n]) => Array<string>(n).fill(text)),
      '\n',
    ),
  },
);

/** Whole pages: lines of quotes and furniture with breaks of all sorts between them. */
export const page: fc.Arbitrary<string> = fc
  .array(fc.tuple(line, pick(BREAKS)), { maxLength: 14 })
  .map((lines) => lines.flat().join(''));

/** Lone marks, words and odd characters in any order: no grammar at all. */
export const rubble: fc.Arbitrary<string> = join(
  fc.array(
    fc.oneof(
      pick(OPENERS, CLOSERS, ODD, BREAKS, [' ', ' ', ' ']),
      pick(NAMES, CUES),
      fc.string({ unit: 'binary', maxLength: 3 }),
    ),
    { maxLength: 120 },
  ),
);

/** What a long text is made of, again and again, and what stands in front of it. */
export type Long = readonly [name: string, unit: string, front?: string];

/** A text of about `size` characters. */
export const longText = (size: number, [, unit, front = '']: Long): string =>
  front + unit.repeat(size / unit.length);

/** Long texts of one thing again and again: what slows a program that is not linear. */
export const LONG: readonly Long[] = [
  ['one word', 'x'],
  ['words', 'word '],
  ['openings', '“'],
  ['openings and words', '“a '],
  ['straight marks', '" a'],
  ['single marks', " 'a"],
  ['cues', 'said '],
  ['sources and cues', 'Dana Reed said '],
  ['quotes on one line', '“We won,” said Dana Reed. '],
  ['quotes line by line', '“We won,” he said.\n'],
  ['open quotes line by line', '“We won.\n'],
  ['typed double marks line by line', '``we won\n'],
  ['asides', '« We won, said Reed, and we '],
  ['asides between dashes', '— We won — said Reed — and we '],
  ['words that lost their end', "l'"],
  ['people', 'Dana Reed met Martin Hale. '],
  ['surnames', 'Reed '],
  ['numbers', '12 '],
  ['combining marks', 'a\u0301\u0301\u0301'],
  ['pairs', '😀'],
  ['lone surrogates', '\ud800'],
  ['ideographs', '字'],
  ['stops', '. '],
  ['NULs', '\u0000'],
  ['headers', 'BREAKING NEWS\n'],
  ['bars', 'Home | '],
  ['colons', 'Reed: '],
  ['commas', 'a, '],
  ['quotes in a row under one cue', '“We won.”\n', 'Dana Reed said: '],
];

/** Known faults: growth that is not linear. One that is mended belongs to the list above. */
export const TOO_LONG: readonly Long[] = [
  ['paragraphs of one open quote', '“We won.\n', 'Dana Reed said: “We won.\n'],
  ['spans of one split quote', '“We won.” ', '“We won,” said Dana Reed. '],
];
