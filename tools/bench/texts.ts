/**
 * Texts to time the program on: each family can be made to any length. Plain pages, and what would hurt a program whose
 * time does not grow in line with its input.
 * @module
 */

const PEOPLE = ['Ines Marlow', 'Teodor Brandt', 'Priya Nand', 'Callum Ferris', 'Odile Sarrazin'];
const PLACES = ['Harrowgate Bay', 'Lindenau', 'Port Ellery', 'Upper Marsh', 'Saint-Vaury'];
const THINGS = ['the ferry terminal', 'the flood barrier', 'the night bus', 'the old foundry'];

/** Makes the `i`-th piece of a text. Pieces differ, so that nothing is met with a ready answer. */
type Piece = (i: number) => string;

function pick(list: readonly string[], i: number): string {
  return list[i % list.length] ?? '';
}

function surname(i: number): string {
  return pick(PEOPLE, i).split(' ')[1] ?? '';
}

/** Paragraphs of a story: quotes of every sort among plain sentences. */
const paragraph: Piece = (i) =>
  [
    `“Nobody told us in ${1990 + (i % 30)} that ${pick(THINGS, i)} would take so long,” said ${pick(PEOPLE, i)}, who has lived in ${pick(PLACES, i)} for ${(i % 40) + 2} years.`,
    `Work on ${pick(THINGS, i + 1)} began in spring. According to the regional office, ${30 + (i % 50)} of ${90 + (i % 7)} sections have been finished, at a cost of $${(i % 9) + 2}.4 million.`,
    `${surname(i)} added that the council would ask for a new timetable. “If they need another winter, they should say so,” she told reporters on Tuesday. “People can plan around bad news.”`,
    `A spokesman for the ministry rejected the criticism and said that the contractor had met every condition of the agreement signed in ${pick(PLACES, i + 3)}.`,
  ][i % 4] as string;

/** Lines of a page's furniture, with a story in between. */
const pageLine: Piece = (i) =>
  i % 9 < 3
    ? `${paragraph(i)}\n`
    : ([
        `Home | Local | Business | Weather ${i}`,
        `Share this article`,
        `Read more: What ${pick(THINGS, i)} means for commuters`,
        `By ${pick(PEOPLE, i)}`,
        `${(i % 12) + 1}:30 pm, 4 May 2025`,
        `Sign up for our newsletter`,
        `Advertisement`,
        `${surname(i)} ${i % 60} minutes ago`,
        `Reply  Report  ${i % 17} likes`,
        `I never thought they would finish it, but here we are. Great work everyone!`,
        `Comments (${i % 300})`,
        `© 2025 ${pick(PLACES, i)} Courier. All rights reserved.`,
        `This page contains affiliate links.`,
      ][i % 13] as string);

export interface Family {
  readonly name: string;
  readonly piece: Piece;
  readonly separator: string;
  /** Primary subtag; English where it is left out. */
  readonly language?: string;
}

const PLAIN: readonly Family[] = [
  { name: 'prose', separator: '\n\n', piece: paragraph },
  { name: 'noisy page', separator: '\n', piece: pageLine },
  { name: 'short lines', separator: '\n', piece: (i) => `Item ${i % 100}` },
  { name: 'the same line', separator: '\n', piece: () => 'Read more' },
  { name: 'one line', separator: ' ', piece: paragraph },
  { name: 'one word', separator: '', piece: () => 'abcdefgh' },
  {
    name: 'quote marks only',
    separator: '',
    piece: (i) => pick(['“', '”', '"', "'", '«', '»', '‘', '’', '„'], i * i),
  },
  { name: 'opening marks', separator: ' ', piece: (i) => `“${pick(THINGS, i)}` },
  // Lines too short to be wrapped ones, and wrapped ones: between the two, the last line decides how a text is read.
  { name: 'opening marks, lines', separator: '\n', piece: (i) => `“${pick(THINGS, i)}` },
  {
    name: 'opening marks, wrapped',
    separator: '\n',
    piece: (i) => `“${pick(THINGS, i)} is late and the others are`.padEnd(45, ' too late'),
  },
  { name: 'single marks', separator: ' ', piece: (i) => `'tis ${surname(i)}'s 'late` },
  { name: 'short quotes', separator: ' ', piece: (i) => `“No,” said ${surname(i)}.` },
  {
    name: 'cues only',
    separator: ' ',
    piece: (i) => pick(['said', 'told', 'claimed that', 'according to'], i),
  },
  { name: 'names only', separator: ' ', piece: (i) => `${pick(PEOPLE, i)} of ${pick(PLACES, i)}` },
  {
    name: 'new names only',
    separator: ' ',
    piece: (i) => `${newName(i)} ${newName(i + 7919)} said.`,
  },
  { name: 'one name', separator: ' ', piece: () => 'Ines Marlow said so.' },
  {
    name: 'one name, surnames',
    separator: '\n',
    piece: (i) => `“Yes,” said ${i % 2 ? 'Marlow' : 'Ines Marlow'} on day ${i}.`,
  },
  { name: 'digits and stops', separator: ' ', piece: (i) => `${i}.${i % 7}. A. B. ${i}:30` },
  { name: 'white space', separator: '', piece: (i) => pick([' ', '\n', '\t', '  '], i) },
  {
    name: 'ideographs',
    separator: '',
    piece: (i) => pick(['港', '湾', '工', '事', '。', '「', '」'], i),
  },
];

/** Thousands of people who share a surname, a given name, an initial, a role, or the beginning of a name. */
const NAMESAKES: readonly Family[] = [
  { name: 'one surname', separator: ' ', piece: (i) => `${newName(i)} Marlow left.` },
  { name: 'one given name', separator: ' ', piece: (i) => `Ines ${newName(i)} left.` },
  { name: 'one surname, quotes', separator: ' ', piece: (i) => `“No,” said ${newName(i)} Marlow.` },
  {
    name: 'one given name, quotes',
    separator: ' ',
    piece: (i) => `“No,” said Ines ${newName(i)}.`,
  },
  {
    name: 'one surname, alone too',
    separator: ' ',
    piece: (i) => `${newName(i)} Marlow left. “No,” said Marlow.`,
  },
  {
    name: 'one given name, alone too',
    separator: ' ',
    piece: (i) => `Ines ${newName(i)} left. “No,” said Ines.`,
  },
  { name: 'pronouns', separator: ' ', piece: (i) => `Ines ${newName(i)} left. “No,” she said.` },
  {
    name: 'initials',
    separator: ' ',
    piece: (i) =>
      `${letter(i)}. ${newName(i)} left. ${newName(i * 7)} ${letter(i)}. Marlow said so.`,
  },
  {
    name: 'names in cases',
    language: 'ru',
    separator: ' ',
    piece: (i) =>
      `${cyrillic(i)} Ласкин ушёл. По словам ${cyrillic(i)}а Ласкина, всё идёт по плану.`,
  },
  {
    name: 'surnames alike',
    separator: ' ',
    piece: (i) =>
      `Ines Marl${newName(i).toLowerCase()} left. Marl${newName(i * 7).toLowerCase()} said no.`,
  },
  {
    name: 'offices alike',
    separator: ' ',
    piece: (i) => `The ${newName(i)} Harbour Office said so. Harbour Office agreed.`,
  },
  {
    name: 'one role',
    separator: ' ',
    piece: (i) => `The mayor, Ines ${newName(i)}, left. “No,” said the mayor.`,
  },
];

/** Texts with far more cues, phrases or lines than prose has. */
const DENSE: readonly Family[] = [
  { name: 'according to', separator: '', piece: () => 'according to the ' },
  { name: 'laut', language: 'de', separator: ' ', piece: () => 'laut der' },
  {
    name: 'laut, sentences',
    language: 'de',
    separator: ' ',
    piece: () => 'Laut der laut der laut der laut der laut der Stadt.',
  },
  { name: 'по словам', language: 'ru', separator: ' ', piece: () => 'по словам' },
  { name: 'según', language: 'es', separator: '', piece: () => 'según el ' },
  {
    name: 'relative clauses',
    separator: ' ',
    piece: () => 'the man who said that the woman who said that',
  },
  {
    name: 'nested cues',
    separator: ' ',
    piece: () => 'he said she claimed they told us it announced that',
  },
  {
    name: 'short reports',
    separator: ' ',
    piece: () => 'He said she said he told us they claimed it announced we think.',
  },
  { name: 'dass', language: 'de', separator: ' ', piece: () => 'Er sagte, dass sie sagte, dass' },
  {
    name: 'dass, sentences',
    language: 'de',
    separator: ' ',
    piece: () => 'Er sagte, dass sie sagte, dass er sagte, dass sie es sagt.',
  },
  {
    name: 'verbs last',
    language: 'de',
    separator: ' ',
    piece: () => 'dass der Rat den Plan ablehnt, dass die Stadt wartet, sagte Marlow, dass',
  },
  {
    name: 'reported mood',
    language: 'de',
    separator: ' ',
    piece: () => 'Sie habe das gesagt, er sei da.',
  },
  {
    name: 'German quotes',
    language: 'de',
    separator: ' ',
    piece: (i) => `„Nein“, sagte ${newName(i)}.`,
  },
  { name: 'colon lines', separator: '\n', piece: () => 'Reed: we will go on' },
  { name: 'labels', separator: ' ', piece: (i) => `${letter(i)}:` },
  { name: 'dash lines', separator: '\n', piece: () => '— No, said Marlow, we go on' },
  {
    name: 'questions and answers',
    separator: '\n',
    piece: (i) => (i % 2 ? 'A: Yes, I did.' : 'Q: Did you go there?'),
  },
  { name: 'one-letter lines', separator: '\n', piece: letter },
  { name: 'signed', separator: '\n', piece: (i) => `“We go on.” — ${newName(i)} Marlow` },
  { name: 'words in marks', separator: ' ', piece: () => 'we say “no” and' },
];

export const FAMILIES: readonly Family[] = [...PLAIN, ...NAMESAKES, ...DENSE];

function letter(i: number): string {
  return String.fromCharCode(65 + (i % 26));
}

/** A pronounceable name for a number, all different. */
function newName(i: number): string {
  return spell(i, ['ba', 'de', 'fi', 'go', 'lu', 'ma', 'ne', 'ri', 'so', 'tu']);
}

function cyrillic(i: number): string {
  return spell(i, ['ба', 'де', 'фи', 'го', 'лу', 'ма', 'не', 'ри', 'со', 'ту']);
}

/**
 * Digit by digit. All names are of one length: sentences that are too short to stand alone are read together with the
 * next one, so names that grow with their number would make the longer text of a family another kind of text.
 */
function spell(i: number, syllables: readonly string[]): string {
  const digits = String(i % 10 ** DIGITS).padStart(DIGITS, '0');
  const name = [...digits].map((digit) => syllables[Number(digit)]).join('');
  return `${name.charAt(0).toUpperCase()}${name.slice(1)}`;
}

/** Enough for every piece of a text of a million characters to have a name of its own. */
const DIGITS = 5;

/** The family of a name. Throws where there is none. */
export function familyOf(name: string): Family {
  const family = FAMILIES.find((one) => one.name === name);
  if (!family)
    throw new Error(`no family "${name}": ${FAMILIES.map((one) => one.name).join(', ')}`);
  return family;
}

/** The first `length` UTF-16 units of an endless text of a family. */
export function makeText(family: Family, length: number): string {
  const pieces: string[] = [];
  let size = 0;
  for (let i = 0; size < length; i++) {
    const piece = family.piece(i) + family.separator;
    pieces.push(piece);
    size += piece.length;
  }
  return pieces.join('').slice(0, length);
}
