import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readText } from '../../src/reading/read.ts';
import { STORIES } from '../stories.ts';
import { wrap } from './dumps.ts';

const copyOf = (text: string): string => readText(text).copy.text;
const trimmed = (text: string): readonly string[] => text.split(/\s*\n\s*/).filter(Boolean);

const PARAGRAPHS = STORIES.flatMap(([, story]) => story.split('\n\n'));

describe('wrapped lines', () => {
  it('are the paragraphs that they were, at any width and margin', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 40, max: 120 }),
        fc.integer({ min: 0, max: 8 }),
        fc.constantFrom('\n', '\r\n'),
        fc.constantFrom('', '> ', '>> '),
        (width, indent, newline, prefix) => {
          const margin = prefix + ' '.repeat(indent);
          const text = PARAGRAPHS.map((one) => wrap(one, width, margin)).join('\n\n');
          expect(trimmed(copyOf(text.replaceAll('\n', newline)))).toEqual(PARAGRAPHS);
        },
      ),
    );
  });

  it('are paragraphs without blank lines between them, too, where their last lines are short', () => {
    const short = PARAGRAPHS.filter((one) => {
      const last = wrap(one, 72).split('\n').at(-1) ?? '';
      return last.length < 50;
    });
    const text = short.map((one) => wrap(one, 72)).join('\n');
    expect(trimmed(copyOf(text))).toEqual(short);
  });

  it('have first lines that stand in or out', () => {
    for (const [first, hang] of [
      ['    ', ''],
      ['', '    '],
      ['  * ', '    '],
      [' 12. ', '     '],
    ] as const) {
      const text = PARAGRAPHS.map((one) => wrap(one, 72, first, hang)).join('\n\n');
      const marks = first.startsWith(' 12') ? '12. ' : '';
      expect(trimmed(copyOf(text))).toEqual(PARAGRAPHS.map((one) => marks + one));
    }
  });

  it('may end with a space that says so', () => {
    const text = PARAGRAPHS.map((one) => wrap(one, 70).replaceAll('\n', ' \n')).join('\n\n');
    expect(trimmed(copyOf(text))).toEqual(PARAGRAPHS);
  });

  it('divide words in narrow columns, and keep the hyphens of words that have one', () => {
    const text = [
      'The old ferry was lost be-',
      'cause nobody had looked at',
      'the weather. A well-known',
      'captain told the harbour-',
      'master that a well-',
      'known ferry is no ship.',
    ].join('\n');
    expect(copyOf(text)).toBe(
      'The old ferry was lost because nobody had looked at the weather. A well-known captain told the harbourmaster that a well-known ferry is no ship.',
    );
  });

  it('divide words with soft hyphens', () => {
    const before = PARAGRAPHS.map((one) => wrap(one, 72))
      .join('\n\n')
      .replace('had been\nknown', 'had been kn\u00ad\nown');
    expect(before).toMatch(/\u00ad\n/);
    expect(trimmed(copyOf(before))).toEqual(PARAGRAPHS);
  });

  it('have Chinese characters two columns wide, and no spaces between them', () => {
    const line = '桥梁将在五月之前一直关闭市议会周二表示检查人员在两根主梁上';
    const paragraph = line.repeat(8);
    const text = Array.from({ length: 3 }, () =>
      (paragraph.match(/.{1,30}/g) ?? []).join('\n'),
    ).join('\n\n');
    expect(trimmed(copyOf(text))).toEqual([paragraph, paragraph, paragraph]);
  });
});

describe('wrapped lines beside each other', () => {
  const story = `   The first tram left on the day that the council had promised for so
   long, and the people who had come to see it were as surprised as the
   driver, who had been told that nobody would be there at seven in the
   morning when the doors of the depot opened for the first time.
`;

  it('are headings that are a little wider', () => {
    const text = `  Council opens the tram a year late and says: ‘Nobody could have
   foreseen it’

${story}`;
    expect(
      copyOf(`Council opens the tram line one year late and says that ‘Nobody knew
it’

${story}`),
    ).toMatch(/^Council opens the tram line one year late and says that ‘Nobody knew it’\n/);
    expect(copyOf(text)).toMatch(/^Council .* foreseen it’\n/);
  });

  it('are the fields of a record', () => {
    const text = `${story}
   Last voyage: Monday from the old harbour with Mira Solberg, Dag Lee
   Next voyage: open
`;
    expect(copyOf(text)).toMatch(/Dag Lee\nNext voyage: open\n$/);
  });
});

describe('lines that are not wrapped', () => {
  const VERSE = `The river takes what it is given,
The bridge gives back what it was owed,
And nobody who crossed at even
Came home by any other road.

The ferryman has lost his lantern,
The moon has lost its silver coin,
And all the ships that sail at random
Are looking for a coast to join.`;
  const ADDRESS = `The Harrow Messenger
14 Mill Lane
Upper Wick
Telephone 555 0134
Open on weekdays
from nine to five`;
  const LIST = `Old bridge sold for scrap after a winter of storms
Ferry back after the longest break in its history
Mayor wins the vote of the year with a single voice
Rain until Thursday, says the harbour office
Library finds letters of a poet under the floor
Fish market moves indoors`;
  const CODE = `function ferry(boat) {
  if (boat.full) return null;
  const next = boat.next;
  return next;
}`;

  it.each([VERSE, ADDRESS, LIST, CODE, PARAGRAPHS.join('\n\n'), PARAGRAPHS.join('\n')])(
    'stay as they are: %#',
    (text) => {
      const { copy, wrapped } = readText(text);
      expect([copy.text, wrapped]).toEqual([text, null]);
    },
  );

  it.each([VERSE, ADDRESS, LIST])('stay as they are in a wrapped text: %#', (inside) => {
    const text = [...PARAGRAPHS.map((one) => wrap(one, 72)), inside].join('\n\n');
    expect(trimmed(copyOf(text))).toEqual([...PARAGRAPHS, ...trimmed(inside)]);
  });
});

describe('pieces of sentences on lines of their own', () => {
  it('are put together', () => {
    const text = `The first tram left on the day that the
council
had promised has passed, said
Mira Solberg
, a nurse at the clinic.
“We did
not
promise it,” Dag Ferrand told the council.`;
    expect(copyOf(text))
      .toBe(`The first tram left on the day that the council had promised has passed, said Mira Solberg, a nurse at the clinic.
“We did not promise it,” Dag Ferrand told the council.`);
  });

  it('are put together behind a mark that opens and in front of a full stop', () => {
    const text = `The recipe stands in her “
Winter Kitchen
” cookbook, said the
council of bakers
. Nobody was
surprised
, of course.
“
Winter Kitchen” sold well.`;
    expect(copyOf(text))
      .toBe(`The recipe stands in her “Winter Kitchen” cookbook, said the council of bakers. Nobody was surprised, of course.
“Winter Kitchen” sold well.`);
  });

  it('are none in menus and lists of tags', () => {
    const text =
      'Home\nnews\nsport\nweather\n\nThe bridge was closed on Monday.\npolitics\nbridges\nThe town\n';
    expect(readText(text).copy.isSame).toBe(true);
  });
});

describe('blocks without a break between them', () => {
  it('are divided', () => {
    const text =
      'Tram opens a year lateBy Orla WestThe first tram left on Sunday.“I sold my car,” said Mira Solberg.The head of the company was sorry.“Nobody knew,” he said."We hope," she said.Old bridge soldFerry back';
    expect(copyOf(text).split('\n\n')).toEqual([
      'Tram opens a year late',
      'By Orla West',
      'The first tram left on Sunday.',
      '“I sold my car,” said Mira Solberg.',
      'The head of the company was sorry.',
      '“Nobody knew,” he said.',
      '"We hope," she said.',
      'Old bridge sold',
      'Ferry back',
    ]);
  });

  it('are divided at brackets, years, straight marks, words in capitals and margins of the source', () => {
    const text =
      'Tram opens a year lateThe tram left in the UK.Mira Solberg waved.   The crowd sang. (Photo: Ann Lee)Dag Ferrand wept in 2023The line had cost 40 USDNobody knew. BUY YOUR TICKET"We hope," she said.PRINTED"It came," he said, and "so late"See the images of the day.Old ImagesThe end.More ImagesThe end in the U.S.The crowd left.A few stayed.U.S. trams are like the rest.   Ann Lee agreed.';
    expect(copyOf(text).split('\n\n')).toEqual([
      'Tram opens a year late',
      'The tram left in the UK.',
      'Mira Solberg waved.   ',
      'The crowd sang. (Photo: Ann Lee)',
      'Dag Ferrand wept in 2023',
      'The line had cost 40 USD',
      'Nobody knew. BUY YOUR TICKET',
      '"We hope," she said.',
      'PRINTED',
      '"It came," he said, and "so late"',
      'See the images of the day.',
      'Old Images',
      'The end.',
      'More Images',
      'The end in the U.S.',
      'The crowd left.',
      'A few stayed.',
      'U.S. trams are like the rest.   ',
      'Ann Lee agreed.',
    ]);
  });

  it.each([
    'He lives in the U.S. and works for the E.U. in D.C. now.',
    'The company CrowdStrike and its rival SentinelOne use Node.js and ASP.NET. Mr. MacArthur of www.Example.com agreed.',
    'One slip.Only one.',
    'J.R.Tolkien and J.R.Lee met. Mr.B. and vitamin.C were there.',
  ])('are none in %s', (text) => {
    expect(copyOf(text)).toBe(text);
  });
});

describe('headings in stars', () => {
  it('say that underscores are spaces', () => {
    expect(copyOf('****** A year late ******\nsaid Mira_Solberg of the city_council')).toBe(
      'A year late\nsaid Mira Solberg of the city council',
    );
    expect(copyOf('use city_council and Mira_Solberg')).toBe('use city_council and Mira_Solberg');
  });
});
