/**
 * Changes to a page that must not change what is found in it, or only in one way.
 * @module
 */
import { describe, expect, it } from 'vitest';
import { analyze } from '../src/analyze.ts';
import { rules } from '../src/rules/load.ts';
import type { Analysis } from '../src/schema/types.ts';
import type { Span } from '../src/text/spans.ts';
import { FIXTURES, STORIES } from './stories.ts';

const look = (text: string): Analysis => analyze(text, rules, { language: 'en' });

/** What is said in a quote, by whom, and in which words. */
function told({ quotes = [], speakers = [] }: Analysis): readonly unknown[] {
  const nameOf = (id: string | null): string | null =>
    speakers.find((speaker) => speaker.id === id)?.name ?? null;
  return quotes.map((quote) => ({
    type: quote.type,
    content: quote.content.map(({ text }) => text),
    source: quote.source?.text ?? null,
    cue: quote.cue?.text ?? null,
    speaker: nameOf(quote.speaker),
  }));
}

/** The stretches of the story, without the white space at their ends. */
function story({ segments = [] }: Analysis): readonly unknown[] {
  return segments
    .filter(({ label }) => label === 'body')
    .map(({ start, kind, text }) => ({ start, kind, text: text.trimEnd() }));
}

/** What a page may end with besides. */
const ENDS = [
  ['a blank line', '\n'],
  ['several blank lines', '\n\n \n\n'],
  ['an advertisement', '\n\nAdvertisement'],
  ['an offer', '\n\nSign up for our newsletter'],
  ['a comment', '\n\nComments (1)\n\nrowan77\n2 hours ago\nGreat article, thank you!\nReply'],
] as const;

describe.each(FIXTURES)('the page %s', (_name, page) => {
  const plain = look(page);

  it('has a story and quotes to lose', () => {
    expect(story(plain).length).toBeGreaterThan(0);
    expect(told(plain).length).toBeGreaterThan(2);
  });

  for (const [what, end] of ENDS)
    it(`keeps its story and its quotes with ${what} at the end`, () => {
      const longer = look(page + end);
      expect(story(longer)).toEqual(story(plain));
      expect(told(longer)).toEqual(told(plain));
    });

  it('has other offsets with other line breaks, and nothing else', () => {
    const other = look(page.replaceAll('\n', '\r\n'));
    const moved = JSON.parse(JSON.stringify(other, dropLength), (key, value: unknown) => {
      if (typeof value === 'string') return value.replaceAll('\r\n', '\n');
      return key === 'start' || key === 'end' ? withoutReturns(page, value as number) : value;
    }) as unknown;
    expect(moved).toEqual(JSON.parse(JSON.stringify(plain, dropLength)));
  });
});

/** The length of a text is no offset of something found in it. */
const dropLength = (key: string, value: unknown): unknown => (key === 'length' ? undefined : value);

/** The offset in `page` of an offset in the same with a carriage return at every line break. */
function withoutReturns(page: string, offset: number): number {
  let at = 0;
  let moved = 0;
  while (moved < offset) moved += page[at++] === '\n' ? 2 : 1;
  return at;
}

describe.each(STORIES)('the story %s', (_, text) => {
  const plain = look(text);

  it('says the same with straight marks', () => {
    const straight = look(straighten(text));
    expect(told(straight)).toEqual(JSON.parse(JSON.stringify(told(plain)), straightened));
    expect((straight.segments ?? []).map(spanOf)).toEqual((plain.segments ?? []).map(spanOf));
  });

  it('says the same of somebody of another name', () => {
    const renamed = look(text.replaceAll('Marlow', 'Tarrow').replaceAll('Ines', 'Edna'));
    const changed = JSON.stringify(told(plain)).replaceAll('Marlow', 'Tarrow');
    expect(told(renamed)).toEqual(JSON.parse(changed.replaceAll('Ines', 'Edna')));
    expect((renamed.segments ?? []).map(spanOf)).toEqual((plain.segments ?? []).map(spanOf));
  });
});

const spanOf = ({ start, end, label }: Span & { readonly label: string }): unknown => [
  start,
  end,
  label,
];

const straighten = (text: string): string => text.replaceAll(/[“”]/g, '"').replaceAll(/[‘’]/g, "'");

const straightened = (_: string, value: unknown): unknown =>
  typeof value === 'string' ? straighten(value) : value;

it('two stories have the quotes of both', () => {
  const [first, second] = STORIES.map(([, text]) => text) as [string, string];
  expect(told(look(`${first}\n\n\n${second}`))).toEqual([
    ...told(look(first)),
    ...told(look(second)),
  ]);
});
