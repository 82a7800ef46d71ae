import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Marked } from '../../src/annotation/annotated.ts';
import { scanMarks } from '../../src/annotation/quote-marks.ts';
import { splitLines } from '../../src/text/lines.ts';

const scan = (text: string): readonly Marked[] => scanMarks(text, splitLines(text));
const shown = (text: string): readonly string[] =>
  scan(text).map(({ start, end }) => text.slice(start, end));

describe('pairs of marks', () => {
  it.each<[string, string, string[]]>([
    ['curly', 'She said “it rained” and left.', ['“it rained”']],
    ['curly, several', '“A,” he said. “B.”', ['“A,”', '“B.”']],
    ['German', 'Sie sagte: „Es regnet.“ Dann ging sie.', ['„Es regnet.“']],
    ['Polish and Hungarian', 'Mówi: „Pada deszcz”.', ['„Pada deszcz”']],
    ['French with blanks', 'Il dit : « Il pleut », puis sort.', ['« Il pleut »']],
    ['French with hard blanks', '«\u00a0Il pleut\u00a0»', ['«\u00a0Il pleut\u00a0»']],
    ['Russian', 'Он сказал: «Идёт дождь».', ['«Идёт дождь»']],
    ['reversed guillemets', 'Sie sagte: »Es regnet.« Dann ging sie.', ['»Es regnet.«']],
    ['Swedish', 'Hon sade: ”Det regnar.” Sedan gick hon.', ['”Det regnar.”']],
    ['single guillemets', 'Il dit ‹oui› et sort.', ['‹oui›']],
    [
      'a lost opening mark before a single pair',
      'The ‘Mill’ is open,” said Reed.',
      ['The ‘Mill’ is open,”'],
    ],
    ['a lost opening mark right before a single pair', '‚’“, ', ['‚’“']],
    [
      'an opening mark typed for a closing one',
      'She said “it rained,“ and left.',
      ['“it rained,“'],
    ],
    ['two single ones typed for a double one', "''It rained,'' she said.", ["''It rained,''"]],
    ['two graves typed for a double one', "``It rained,'' she said.", ["``It rained,''"]],
    ['corner brackets', '市長は「橋は安全だ」と述べた。', ['「橋は安全だ」']],
    ['white corner brackets', '『雨』という。', ['『雨』']],
    ['around a title, Chinese', '他读了《老灯塔》。', ['《老灯塔》']],
    ['curly without blanks, Chinese', '“下雨了。”他说。“走吧。”', ['“下雨了。”', '“走吧。”']],
    ['straight without blanks, Chinese', '他说"下雨了"，就走了。', ['"下雨了"']],
    ['Arabic', 'قال: «الجسر آمن». ثم غادر.', ['«الجسر آمن»']],
    ['British single', 'She said ‘it rained’ and left.', ['‘it rained’']],
    ['German single', 'Er sagte ‚es regnet‘ und ging.', ['‚es regnet‘']],
    ['straight double', 'She said "it rained" and left.', ['"it rained"']],
    ['straight single', "She said 'it rained' and left.", ["'it rained'"]],
    ['straight, several', '"A," he said. "B."', ['"A,"', '"B."']],
    ['curly opened, straight closed', '“It rained," she said.', ['“It rained,"']],
    ['straight opened, curly closed', '"It rained,” she said.', ['"It rained,”']],
    ['low opened, straight closed', '„Es regnet", sagte sie.', ['„Es regnet"']],
    ['with signs around', '(“It rained.”) – “It poured!”', ['“It rained.”', '“It poured!”']],
    ['none', 'It rained.', []],
    ['an empty text', '', []],
  ])('%s', (_, text, expected) => {
    expect(shown(text)).toEqual(expected);
  });

  it('tells single ones from double ones, and closed ones', () => {
    expect(
      scan('“a b” and ‘c d’').map(({ single, closed, paragraph }) => [single, closed, paragraph]),
    ).toEqual([
      [false, true, 0],
      [true, true, 0],
    ]);
  });
});

describe('the outermost of a nest', () => {
  it.each<[string, string[]]>([
    ['“He told me ‘go home’ twice,” she said.', ['“He told me ‘go home’ twice,”']],
    ['‘He told me “go home” twice,’ she said.', ['‘He told me “go home” twice,’']],
    ['“He told me “go home” twice,” she said.', ['“He told me “go home” twice,”']],
    ['"He told me "go home" twice," she said.', ['"He told me "go home" twice,"']],
    ['“He told me "go home" twice,” she said.', ['“He told me "go home" twice,”']],
    ['""Заря" показала футбол".', ['""Заря" показала футбол"']],
    ['""Hello,"" she said. ""Bye.""', ['""Hello,""', '""Bye.""']],
    ['"He told me \'go home\' twice," she said.', ['"He told me \'go home\' twice,"']],
    ['«Он сказал „да“ дважды», — говорит она.', ['«Он сказал „да“ дважды»']],
    ['「彼は『はい』と言った」', ['「彼は『はい』と言った」']],
    ['“The ‘so-called’ ‘plan’ failed.”', ['“The ‘so-called’ ‘plan’ failed.”']],
  ])('%s', (text, expected) => {
    expect(shown(text)).toEqual(expected);
  });
});

describe('apostrophes and inches', () => {
  it.each<[string, string[]]>([
    ["It doesn't matter that he's gone.", []],
    ['It doesn’t matter that he’s gone.', []],
    ["The workers' rights and the drivers' pay.", []],
    ['The class of ’68 met the class of ’69.', []],
    ['‘It doesn’t matter that he’s gone,’ she said.', ['‘It doesn’t matter that he’s gone,’']],
    ["'It doesn't matter that he's gone,' she said.", ["'It doesn't matter that he's gone,'"]],
    ['‘The workers’ rights come first,’ she said.', ['‘The workers’ rights come first,’']],
    ['A 6" pipe and a 12" board.', []],
    ['The 6\' 2" keeper left.', []],
    ['“A 6" pipe and a 12" board,” she said.', ['“A 6" pipe and a 12" board,”']],
    ['“It rained for 60" she said. “It poured.”', ['“It rained for 60"', '“It poured.”']],
    ['The pipe of 6" she had bought.', []],
    ['x‹y› and the ‹z›', ['‹z›']],
    ['Er kam um 8‚15 und ging.', []],
  ])('%s', (text, expected) => {
    expect(shown(text)).toEqual(expected);
  });
});

describe('two single marks typed for a double one', () => {
  it.each<[string, string[]]>([
    ["''It rained,'' she said. ''It poured.''", ["''It rained,''", "''It poured.''"]],
    ["''It rained,''''it poured.''", ["''It rained,''", "''it poured.''"]],
    ["It is 5'' wide and 6'' long.", []],
    [",,Es regnet'', sagte sie. ,,Ja.“", [",,Es regnet''", ',,Ja.“']],
    ['Er sagte: ,,Es regnet." Dann ging er.', [',,Es regnet."']],
    ['Es regnet,, und er ging.', []],
    ["''It rained\nand poured,'' she said.", []],
    ["''", []],
    ["said ''", []],
  ])('%s', (text, expected) => {
    expect(shown(text)).toEqual(expected);
  });

  it('are as good as a double one', () => {
    expect(scan("''It rained,'' she said.")).toMatchObject([{ single: false, closed: true }]);
  });
});

describe('a paragraph', () => {
  /** The stretches of a part of a text. */
  const within = (text: string, start: number, end: number): readonly string[] =>
    scanMarks(text, [{ start, end }]).map((mark) => text.slice(mark.start, mark.end));

  it.each([
    ['a mark at its start', 'said"It rained," she', 4, 20, ['"It rained,"']],
    ['a single mark at its start', "said'It rained,' she", 4, 20, ["'It rained,'"]],
    ['a mark at its end', 'It rained "so', 0, 11, []],
    ['a pair that ends behind it', 'She said “it rained” today', 0, 15, ['“it ra']],
    ['typed marks that end behind it', "''It rained,'' she", 0, 13, ["'It rained,'"]],
  ] as const)('knows nothing of what stands around it: %s', (_, text, start, end, expected) => {
    expect(within(text, start, end)).toEqual(expected);
  });
});

describe('marks that are missing', () => {
  it('ends an unclosed pair with its paragraph', () => {
    const [mark] = scan('She said “it rained.\nIt poured.');
    expect(mark).toMatchObject({
      start: 9,
      end: 20,
      closed: false,
      continues: false,
      paragraph: 0,
    });
  });

  it('carries a quote on where the next paragraph opens with a mark', () => {
    const text = '“One.\n“Two.\n“Three,” she said.';
    expect(
      scan(text).map(({ closed, continues, paragraph }) => [closed, continues, paragraph]),
    ).toEqual([
      [false, true, 0],
      [false, true, 1],
      [true, false, 2],
    ]);
    expect(shown(text)).toEqual(['“One.', '“Two.', '“Three,”']);
  });

  it('carries straight marks on too', () => {
    expect(
      scan('"One.\n"Two," she said.').map(({ closed, continues }) => [closed, continues]),
    ).toEqual([
      [false, true],
      [true, false],
    ]);
  });

  it('carries on into a paragraph without an opening mark, if it has the closing one', () => {
    const text = '“One.\nTwo.” Then it rained.';
    expect(shown(text)).toEqual(['“One.', 'Two.”']);
    expect(scan(text).map(({ continues }) => continues)).toEqual([true, false]);
    expect(scan('“One.\nTwo.').map(({ continues }) => continues)).toEqual([false]);
  });

  it.each<[string, string[]]>([
    ['Guten Morgen“, sagte sie. „Schön.“', ['Guten Morgen“', '„Schön.“']],
    ['It rained,” she said. “It poured.”', ['It rained,”', '“It poured.”']],
    ['It rained," she said.', ['It rained,"']],
    ['It was dry. It rained,” she said.', []],
    ['He read the Star” and left.', []],
    ['A board of 12", and a pipe.', []],
  ])('starts with the paragraph where the opening mark is lost: %s', (text, expected) => {
    expect(shown(text)).toEqual(expected);
  });

  it('repairs a pair that was never closed before the next one opens', () => {
    expect(shown('“It rained, she said. “It poured,” he said.').at(-1)).toBe('“It poured,”');
  });

  it('passes over marks at the very end and alone', () => {
    expect(shown('It rained. “')).toEqual([]);
    expect(shown('It rained." Then it poured.')).toEqual([]);
    expect(shown("'")).toEqual([]);
  });
});

const MARKS = '“”„«»‘’‚"\'‹›「」『』`,';

describe('any text', () => {
  const piece = fc.oneof(
    fc.constantFrom(
      '“',
      '”',
      '„',
      '«',
      '»',
      '‘',
      '’',
      '‚',
      '"',
      "'",
      '‹',
      '›',
      '「',
      '」',
      '『',
      '』',
      "''",
      '``',
      ',,',
    ),
    fc.constantFrom(
      ' ',
      ', ',
      '. ',
      'word',
      'Word',
      "don't",
      '6',
      '字',
      '😀',
      '\ud83d',
      '\n',
      '\n\n',
      '\r\n',
      '\u2028',
    ),
    fc.string({ unit: 'binary', maxLength: 3 }),
  );

  it('yields stretches in order, apart, each in its paragraph', () => {
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 60 }), (pieces) => {
        const text = pieces.join('');
        const paragraphs = splitLines(text);
        let at = 0;
        for (const mark of scanMarks(text, paragraphs)) {
          const paragraph = paragraphs[mark.paragraph];
          if (!paragraph) throw new Error('no such paragraph');
          const isInside = mark.start >= paragraph.start && mark.end <= paragraph.end;
          if (!isInside || mark.start < at || mark.end <= mark.start)
            throw new Error('out of place');
          if (!MARKS.includes(text[mark.start] as string) && mark.start !== paragraph.start)
            throw new Error('opens with no mark');
          if (mark.closed && !MARKS.includes(text[mark.end - 1] as string))
            throw new Error('closes with no mark');
          if (mark.continues && (mark.closed || !paragraphs[mark.paragraph + 1]))
            throw new Error('goes on into nothing');
          at = mark.end;
        }
      }),
      { numRuns: 500 },
    );
  });
});

describe('marks that are no pair, or look like none', () => {
  it.each<[string, string[]]>([
    ['Il dit ‹ oui › et sort.', ['‹ oui ›']],
    ["Rock 'n' roll and fish 'n' chips.", []],
    ['“A 6" pipe burst,” she said.', ['“A 6" pipe burst,”']],
    ['"The pipe is 12" wide and it leaks," she said.', ['"The pipe is 12" wide and it leaks,"']],
    ['"It is 12" she said. "It leaks."', ['"It is 12"', '"It leaks."']],
    ['"He is 6\'2" tall," she said.', ['"He is 6\'2" tall,"']],
  ])('%s', (text, expected) => {
    expect(shown(text)).toEqual(expected);
  });

  it.each<[string, string, string[]]>([
    [
      'a straight mark that opens where one is open',
      '"We won, she said. "And we will again," he added.',
      ['"We won, she said.', '"And we will again,"'],
    ],
    [
      'the same in the middle of a line',
      'He said "it rained and "it poured" later.',
      ['"it rained and', '"it poured"'],
    ],
    [
      'an inch in front of another quote',
      '“The pipe is 6" wide. “The other is not,” she said.',
      ['“The pipe is 6"', '“The other is not,”'],
    ],
    [
      'a quote in a quote, in the same marks',
      '“He said “it rained” twice,” she said.',
      ['“He said “it rained” twice,”'],
    ],
  ])('%s', (_, text, expected) => {
    expect(shown(text)).toEqual(expected);
  });

  it('go on in the next paragraph only where they were not closed', () => {
    const paragraphs = [
      { start: 0, end: 3 },
      { start: 3, end: 6 },
    ];
    expect(scanMarks('“a”“b”', paragraphs).map(({ continues }) => continues)).toEqual([
      false,
      false,
    ]);
    expect(scanMarks('“ab“c”', paragraphs).map(({ continues }) => continues)).toEqual([
      true,
      false,
    ]);
  });
});
