import { describe, expect, it } from 'vitest';
import { looksLikeMarkdown } from '../../src/reading/markdown.ts';
import { readText } from '../../src/reading/read.ts';

const copyOf = (text: string, format?: 'markdown'): string => readText(text, format).copy.text;

describe('links', () => {
  it.each([
    ['said [Ada Reed](https://a.example/reed), a nurse', 'said Ada Reed, a nurse'],
    ['said [Ada Reed](/reed "Ada (the nurse)"), a nurse', 'said Ada Reed, a nurse'],
    ['said [Ada Reed](https://a.example/reed_(nurse)), a nurse', 'said Ada Reed, a nurse'],
    ['said [Ada Reed](<https://a.example/a b>), a nurse', 'said Ada Reed, a nurse'],
    ['said Ada Reed [https://a.example/reed?a=b&c=d], a nurse', 'said Ada Reed, a nurse'],
    ['said Ada Reed [/reed], a nurse', 'said Ada Reed, a nurse'],
    ['said Ada Reed <https://a.example/reed>, a nurse', 'said Ada Reed , a nurse'],
  ])('%s', (text, expected) => {
    expect(copyOf(text)).toBe(expected);
  });

  it.each([
    'write to desk.one@mail.example before noon',
    'see https://a.example/reed: it is late',
    'he said that it [the bill] was late',
    'he said [sic] that (almost) nobody came [1] to vote',
    'a[0](b) = c',
    '[unfinished](no end',
    'a ] b [ c',
    '“[We] won,” she said',
    'the score was 3:2 at half time, and 4:2 later',
    '@reed and @hale were there',
  ])('are not: %s', (text) => {
    expect(copyOf(text)).toBe(text);
  });

  it('of pictures go with their description, as a segment of their own where they stand alone', () => {
    const text = 'One.\n\n![A tram](https://a.example/t.jpg)\n\nTwo ![a dot](/dot.png) three.\n';
    const { copy, lumps } = readText(text);
    expect(copy.text).toBe('One.\n\n\nTwo  three.\n');
    expect(lumps.map(({ start, end, kind }) => [text.slice(start, end), kind])).toEqual([
      ['![A tram](https://a.example/t.jpg)\n\n', 'media'],
    ]);
  });

  it('have numbers where a list of addresses stands below', () => {
    const text =
      'said [1]Ada Reed, a [2]nurse, and [9]others [sic].\n\nReferences\n\n   1. https://a.example/1\n   2. file:///b\n';
    const { copy, lumps } = readText(text);
    expect(copy.text).toBe('said Ada Reed, a nurse, and [9]others [sic].\n\n');
    expect(lumps.map(({ start, end }) => text.slice(start, end).slice(0, 10))).toEqual([
      'References',
    ]);
  });

  it('have addresses of the same folder in brackets where others stand in brackets', () => {
    const others = 'One [/a]\n\nTwo [https://a.example/b]\n\nThree [/c]\n\n';
    expect(copyOf(`${others}Trams [trams-today.html] are [sic] late`)).toBe(
      'One\n\nTwo\n\nThree\n\nTrams are [sic] late',
    );
    expect(copyOf('Trams [trams-today.html] are late')).toBe('Trams [trams-today.html] are late');
  });

  it('have names where these have addresses', () => {
    const text =
      'said [Ada Reed][reed] and [Hale].\n\n[reed]: https://a.example/reed "Ada"\n[hale]: <https://a.example/hale>\n';
    expect(copyOf(text)).toBe('said Ada Reed and Hale.\n\n');
  });
});

describe('Markdown', () => {
  it.each([
    ['a *b* c', 'a b c'],
    ['a **b c** d', 'a b c d'],
    ['a __b__ _c_ d', 'a b c d'],
    ['snake_case_name and 2 * 3 * 4', 'snake_case_name and 2 * 3 * 4'],
    ['1\\. not a list \\[or a link\\]', '1. not a list [or a link]'],
    ['`code` and ~~gone~~', 'code and gone'],
    ['one<br>two <b>three</b>', 'one\ntwo three'],
    ['# Head #\n\nText', 'Head #\n\nText'],
    ['Head\n====\n\nText', 'Head\n\nText'],
    ['> quoted\n> text', 'quoted\ntext'],
    ['* one\n* two\n\n1. three', 'one\ntwo\n\n1. three'],
    ['| a | b |\n| --- | --- |\n| c | d |', 'a\tb\nc\td'],
    ['*unclosed and **open', '*unclosed and **open'],
  ])('%j', (text, expected) => {
    expect(copyOf(text, 'markdown')).toBe(expected);
  });

  it.each([
    '# Title\n\nText.',
    'Text with [one](https://a.example) and [two](/b).',
    '## One\n\nText\n\n## Two\n\nText',
    'Title\n=====\n\nText with [a link](https://a.example).',
  ])('is recognised: %j', (text) => {
    expect(looksLikeMarkdown(text)).toBe(true);
  });

  it.each([
    'Plain text.',
    '# comment\nx = 1\n# another\ny = 2',
    '***\nStars\n***',
    '#1 in the charts\n\n#2 in the charts',
    'a[0](b) and c[1](d)',
    'One [link](https://a.example) alone.',
    '-----\nHeader\n-----',
  ])('is not: %j', (text) => {
    expect(looksLikeMarkdown(text)).toBe(false);
  });
});

describe('marks', () => {
  it.each([
    ['â€œNo,â€\u009d she said. â€œDonâ€™t.â€', '“No,” she said. “Don’t.”'],
    ['late â€\u201d at four â€\u201c yesâ€¦', 'late — at four – yes…'],
    ['\u0093No,\u0094 she said. \u0091Don\u0092t.', '“No,” she said. ‘Don’t.'],
    ['\u001cNo,\u001d she said.', '“No,” she said.'],
    ["``No,'' she said.", '“No,” she said.'],
    [",,Nein'', sagte sie.", '„Nein”, sagte sie.'],
    ['***No,*** she didn***t say. ***We***ve won.***', '“No,” she didn’t say. “We’ve won.”'],
    [
      '\ufffdNo,\ufffd she didn\ufffdt say. \ufffdWe\ufffdve won.\ufffd',
      '“No,” she didn’t say. “We’ve won.”',
    ],
    ['?No,? she didn?t say. ?We?ve won.?', '“No,” she didn’t say. “We’ve won.”'],
    [
      'It?s late. ?Why?? he asked. ?We don?t know why.?',
      'It’s late. “Why?” he asked. “We don’t know why.”',
    ],
    [
      'The town?s ?best? hotel ? it?s old ? is shut.',
      'The town’s “best” hotel — it’s old — is shut.',
    ],
  ])('that were lost: %j', (text, expected) => {
    expect(copyOf(text)).toBe(expected);
  });

  it.each([
    'Why? Because. Who? Nobody knows?',
    'see a.example/?q=it and b.example/?s=we',
    'a *** b *** c',
    'What?s that? One slip is no habit.',
    'âge, pâté, château',
    '\u0001\u001cone field\u001canother\u0019',
  ])('that were not: %j', (text) => {
    expect(copyOf(text)).toBe(text);
  });
});
