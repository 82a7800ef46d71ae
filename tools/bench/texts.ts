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

interface Family {
  readonly name: string;
  readonly piece: Piece;
  readonly separator: string;
}

export const FAMILIES: readonly Family[] = [
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
  { name: 'opening marks, lines', separator: '\n', piece: (i) => `“${pick(THINGS, i)} is late` },
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

/** A pronounceable name for a number, all different. */
function newName(i: number): string {
  const syllables = ['ba', 'de', 'fi', 'go', 'lu', 'ma', 'ne', 'ri', 'so', 'tu'];
  const tail = [...String(i)].map((digit) => syllables[Number(digit)]).join('');
  return `${tail.charAt(0).toUpperCase()}${tail.slice(1)}`;
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
