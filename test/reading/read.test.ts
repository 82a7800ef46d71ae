import { describe, expect, it } from 'vitest';
import { analyze } from '../../src/analyze.ts';
import { readText } from '../../src/reading/read.ts';
import { rules } from '../../src/rules/load.ts';
import { breaches } from '../contract.ts';
import { asBrowser, asMail, asMarkdown, asPieces, asQuoted, asText, PAGE, SAID } from './dumps.ts';

const MANNERS: readonly (readonly [manner: string, text: string])[] = [
  ['innerText', asText()],
  ...[60, 72, 77, 80, 100].map(
    (width) => [`a text browser, ${width} wide`, asBrowser(width)] as const,
  ),
  ['a text browser without a margin', asBrowser(79, { indent: 0, bullet: '•' })],
  ['a text browser that numbers links', asBrowser(76, { numbers: true })],
  ['a text browser with letters for bullets', asBrowser(76, { bullet: 'o' })],
  ...[66, 80].map((width) => [`links in brackets, ${width} wide`, asMail(width)] as const),
  ['Markdown', asMarkdown()],
  ['Markdown with lines under headings', asMarkdown({ isSetext: true, bullet: '- ' })],
  ['wrapped Markdown', asMarkdown({ width: 78, bullet: '  * ' })],
  ['pieces', asPieces()],
  ['mail that is quoted', asQuoted(70)],
  ['columns of a newspaper', asBrowser(38, { indent: 0 })],
  ['a browser’s text with CRLF', asBrowser(72).replaceAll('\n', '\r\n')],
];

describe.each(MANNERS)('a page printed as %s', (_, text) => {
  const answer = analyze(text, rules);
  const names = new Map(answer.speakers?.map(({ id, name }) => [id, name]));

  it('keeps the contract', () => {
    expect(breaches(text, answer)).toEqual([]);
  });

  it('has its quotes, each with its speaker', () => {
    const marked = answer.quotes?.filter(({ type }) => type !== 'indirect') ?? [];
    const said = SAID.map(([words]) => {
      const quote = marked.find(({ content }) =>
        content.some((span) => bare(span.text).includes(bare(words))),
      );
      return [words, quote?.speaker ? names.get(quote.speaker) : null];
    });
    expect(said).toEqual(SAID);
  });

  it('has nobody who is no person of it', () => {
    const known = ['Ellen Mostyn', 'Victor Hallam', 'Agnes Thorley', 'harbour board'];
    const strangers = answer.speakers?.filter(
      ({ type, name }) => type === 'person' && !known.includes(name),
    );
    expect(strangers?.map(({ name }) => name)).toEqual([]);
  });

  it('has its story in the body', () => {
    const body = bare(
      (answer.segments ?? [])
        .filter(({ label }) => label === 'body')
        .map((segment) => segment.text)
        .join(' '),
    );
    for (const { kind, text: words } of PAGE)
      if (kind === 'paragraph' && !words.startsWith('©')) {
        const [start = ''] = words.replaceAll('_', '').split('[');
        expect(body).toContain(bare(start));
      }
  });
});

/** Words alone. */
function bare(text: string): string {
  return (text.match(/[\p{L}\p{N}]+/gu) ?? []).join(' ').toLowerCase();
}

describe('what was read is told', () => {
  it.each([
    [asText(), 'plain', null],
    [asBrowser(72), 'plain', 72],
    [asMail(66), 'plain', 66],
    [asMarkdown(), 'markdown', null],
    [asMarkdown({ width: 78 }), 'markdown', 78],
  ] as const)('of %#', (text, format, width) => {
    const { input } = analyze(text, rules);
    expect(input.format).toBe(format);
    if (width === null) expect(input.wrapped).toBeNull();
    // The widest line need not be quite full.
    else expect(Math.abs((input.wrapped ?? 0) - width)).toBeLessThan(3);
  });
});

describe('a text that needs no change', () => {
  it.each([asText(), '', ' \n ', 'One line.', 'Word '.repeat(400), '\ud800 “lone” \udc00'])(
    'is read as it is',
    (text) => {
      const { copy, lumps, wrapped } = readText(text);
      expect([copy.isSame, copy.text, lumps.length, wrapped]).toEqual([true, text, 0, null]);
    },
  );
});
