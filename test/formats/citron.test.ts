import { describe, expect, test } from 'vitest';
import { contents, PAGE, quotes, rendered } from './ground.ts';

interface Span {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** docs/data_format.md of github.com/bbc/citron. */
interface Citron {
  readonly text: string;
  readonly quotes: readonly {
    readonly id?: string;
    readonly cue: Span;
    readonly sources: readonly Span[];
    readonly contents: readonly Span[];
    readonly coreferences?: readonly Span[];
    readonly confidence?: number;
  }[];
  readonly coreference_groups?: readonly (readonly Span[])[];
}

const citron = (text = PAGE): Citron => JSON.parse(rendered('citron', text)) as Citron;

/** Reads a document as Citron's own parser does: every span by its indices, in Python's characters. */
function spansOf({ quotes: all, coreference_groups = [] }: Citron): readonly Span[] {
  return [
    ...all.flatMap((quote) => [
      quote.cue,
      ...quote.sources,
      ...quote.contents,
      ...(quote.coreferences ?? []),
    ]),
    ...coreference_groups.flat(),
  ];
}

describe('a document', () => {
  const document = citron();

  test('has every quote, with spans that a Python program slices as we do', () => {
    expect(document.text).toBe(PAGE);
    expect(document.quotes.map(({ id }) => id)).toEqual(quotes.map(({ id }) => id));
    const characters = [...document.text];
    for (const { start, end, text } of spansOf(document)) {
      expect(end).toBeGreaterThan(start);
      expect(characters.slice(start, end).join('')).toBe(text);
    }
    expect(document.quotes.flatMap((quote) => quote.contents.map(({ text }) => text))).toEqual(
      contents.map(({ text }) => text),
    );
  });

  test('says who a surname stands for, and groups the mentions', () => {
    const marlow = document.quotes.find(({ sources }) => sources[0]?.text === 'Marlow');
    expect(marlow?.coreferences?.map(({ text }) => text)).toEqual(['Ines Marlow']);
    const groups = document.coreference_groups?.map((group) => group.map(({ text }) => text));
    expect(groups).toContainEqual(['Ines Marlow', 'Marlow']);
  });

  test('has a cue in every quote: a colon, where no word reports', () => {
    expect(quotes.some(({ cue }) => cue === null)).toBe(true);
    for (const { cue } of document.quotes) expect(cue.text).toMatch(/^(?:\p{L}+|:)/u);
    expect(document.quotes.some(({ cue }) => cue.text === ':')).toBe(true);
  });
});

test('the mark that opens a quote is its cue where nothing else could be', () => {
  const story =
    'The mayor was angry on Monday, after the vote in the council.\n\n“Nobody asked me.”\n';
  for (const { cue, contents: parts } of citron(story).quotes) {
    if (cue.start === parts[0]?.start) expect(cue.text).toBe('“');
  }
});

test('a text without quotes is a document without quotes', () => {
  expect(citron('')).toEqual({ text: '', quotes: [], coreference_groups: [] });
});
