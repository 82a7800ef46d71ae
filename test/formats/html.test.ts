import fc from 'fast-check';
import { parse, type DefaultTreeAdapterTypes } from 'parse5';
import { describe, expect, test } from 'vitest';
import { LABELS } from '../../src/labels.ts';
import { rubble } from '../fuzz/grammar.ts';
import { analysis, PAGE, quotes, rendered } from './ground.ts';

type Element = DefaultTreeAdapterTypes.Element;
type Node = DefaultTreeAdapterTypes.ChildNode;

interface Page {
  readonly elements: readonly Element[];
  readonly main: Element;
  readonly errors: readonly string[];
}

/** Parsed as browsers do, with what a conformance checker would object to. */
function read(html: string): Page {
  const errors: string[] = [];
  const document = parse(html, { onParseError: ({ code }) => errors.push(code) });
  const elements = document.childNodes.flatMap(elementsIn);
  return { elements, errors, main: elements.find(({ tagName }) => tagName === 'main') as Element };
}

function elementsIn(node: Node): readonly Element[] {
  return 'tagName' in node ? [node, ...node.childNodes.flatMap(elementsIn)] : [];
}

function textOf(node: Node): string {
  if ('value' in node) return node.value;
  return 'childNodes' in node ? node.childNodes.map(textOf).join('') : '';
}

const attribute = (element: Element, name: string): string | undefined =>
  element.attrs.find((attr) => attr.name === name)?.value;

/** What no HTML document can hold. */
const writable = (text: string): string => text.toWellFormed().replaceAll('\0', '\uFFFD');

describe('a page', () => {
  const { elements, main, errors } = read(rendered('html'));
  const withData = (name: string): readonly Element[] =>
    elements.filter((element) => attribute(element, name) !== undefined);

  test('is valid, but for the carriage returns of the text', () => {
    expect([...new Set(errors)]).toEqual(['control-character-reference']);
    expect(read(rendered('html', PAGE.replaceAll('\r', ''))).errors).toEqual([]);
    expect(attribute(elements[0]!, 'lang')).toBe('en');
    const title = elements.find(({ tagName }) => tagName === 'title');
    expect(textOf(title!)).toBe('Harbour bridge to stay shut until May');
  });

  test('shows the text, character for character', () => {
    expect(textOf(main)).toBe(PAGE);
  });

  test('has the segments as elements, those of a story in an article', () => {
    const sections = withData('data-label');
    expect(sections.map(textOf)).toEqual(analysis.segments?.map(({ text }) => text));
    expect(sections.map((section) => attribute(section, 'data-kind'))).toEqual(
      analysis.segments?.map(({ kind }) => kind),
    );
    const articles = elements.filter(({ tagName }) => tagName === 'article');
    const [{ start, end } = { start: 0, end: 0 }] = analysis.articles ?? [];
    expect(articles.map((article) => textOf(article).trim())).toEqual([PAGE.slice(start, end)]);
    expect(elements.filter(({ tagName }) => tagName === 'h1')).toHaveLength(1);
  });

  test('marks what is quoted, by whom, and in which words that is reported', () => {
    const marks = elements.filter(({ tagName }) => tagName === 'mark');
    for (const quote of quotes) {
      const parts = marks.filter((mark) => attribute(mark, 'data-quote') === quote.id);
      expect(parts.map(textOf)).toEqual(quote.content.map(({ text }) => text));
    }
    const [second] = marks.filter((mark) => attribute(mark, 'id') === 'q3');
    expect(attribute(second!, 'data-speaker')).toBe('Ines Marlow');
    expect(attribute(second!, 'data-type')).toBe('direct');
    const spans = withData('class').filter((element) => attribute(element, 'data-quote') === 'q3');
    expect(spans.filter(({ tagName }) => tagName === 'span').map(textOf)).toEqual([
      'said',
      'Ines Marlow',
    ]);
  });

  test('offsets count in the unit asked for', () => {
    const last = (unit: 'utf16' | 'codepoint'): string | undefined =>
      read(rendered('html', PAGE, { offsetUnit: unit }))
        .elements.map((element) => attribute(element, 'data-end'))
        .findLast((end) => end !== undefined);
    expect(last('utf16')).toBe(String(PAGE.length));
    expect(last('codepoint')).toBe(String([...PAGE].length));
  });
});

describe('direction', () => {
  const directions = (text: string, language: string): readonly (string | undefined)[] => {
    const { elements } = read(rendered('html', text, { language }));
    const shown = elements.filter(
      (element) => element.tagName === 'html' || attribute(element, 'data-label') !== undefined,
    );
    return shown.map((element) => attribute(element, 'dir'));
  };

  test('of a page from right to left, and of a line in it that runs the other way', () => {
    const story =
      'גשר הנמל יישאר סגור עד מאי, הודיעה מועצת העיר ביום שלישי. תשעה אלף מכוניות ביום יעברו בדרך הארוכה.';
    const [page, ...segments] = directions(
      `${story}\n\nCopyright Example News 2024. All rights reserved.\n`,
      'he',
    );
    expect(page).toBe('rtl');
    expect(segments[0]).toBeUndefined();
    expect(segments.at(-1)).toBe('ltr');
  });

  test('of a page from left to right', () => {
    expect(new Set(directions(PAGE, 'en'))).toEqual(new Set([undefined]));
    expect(directions('הגשר סגור\n', 'en')).toEqual([undefined, 'rtl']);
    expect(directions('12 – 13\n', 'ar')).toEqual(['rtl', undefined]);
  });
});

describe('any text', () => {
  test.each([
    '',
    '\n\nA story.\n',
    '</main><script>alert(1)</script>',
    '“<img src=x onerror=alert(1)>,” said "><script>alert(1)</script> Reed.',
    '<!-- a -->&amp;&#13;',
    'a\0b\rc\r\nd\ud800e',
  ])('%j is shown and not run', (text) => {
    const { main, elements } = read(rendered('html', text).toWellFormed());
    expect(textOf(main)).toBe(writable(text));
    expect(elements.some(({ tagName }) => ['script', 'img'].includes(tagName))).toBe(false);
  });

  test('of rubble comes back as it was, with each part of each quote marked', () => {
    fc.assert(
      fc.property(rubble, (text) => {
        const { main } = read(rendered('html', text, { quotesIn: LABELS }).toWellFormed());
        expect(textOf(main)).toBe(writable(text));
      }),
      { numRuns: 100 },
    );
  });
});
