import {
  textPositionSelectorMatcher,
  textQuoteSelectorMatcher,
  type TextPositionSelector,
  type TextQuoteSelector,
} from '@apache-annotator/selector';
import { describe, expect, test } from 'vitest';
import { contents, PAGE, quotes, rendered } from './ground.ts';
import { objects, triplesOf } from './json-ld.ts';

const OA = 'http://www.w3.org/ns/oa#';

interface Target {
  readonly type: string;
  readonly source: string;
  readonly selector: readonly [TextQuoteSelector, TextPositionSelector];
}

interface Annotation {
  readonly id: string;
  readonly type: string;
  readonly body: readonly { readonly purpose: string; readonly value: string }[];
  readonly target: readonly Target[];
}

interface Collection {
  readonly id: string;
  readonly type: string;
  readonly total: number;
  readonly first: { readonly partOf: string; readonly items: readonly Annotation[] };
}

const parse = (json: string): Collection => JSON.parse(json) as Collection;
const collection = parse(rendered('web-annotation'));
const targets = collection.first.items.flatMap(({ target }) => target);

/** The text as Apache Annotator reads any text: in chunks. This one has a chunk to a hundred characters. */
function chunksOf(text: string) {
  const chunks = Array.from({ length: Math.ceil(text.length / 100) }, (_, i) => ({
    data: text.slice(i * 100, (i + 1) * 100),
    from: i * 100,
  }));
  let at = 0;
  return {
    get currentChunk() {
      return chunks[at] as { data: string; from: number };
    },
    nextChunk: () => (at + 1 < chunks.length ? (chunks[++at] ?? null) : null),
    previousChunk: () => (at > 0 ? (chunks[--at] ?? null) : null),
    precedesCurrentChunk: (chunk: { from: number }) => chunk.from < (chunks[at]?.from ?? 0),
  };
}

interface Match {
  readonly startChunk: { readonly from: number };
  readonly startIndex: number;
  readonly endChunk: { readonly from: number };
  readonly endIndex: number;
}

/** What a matcher finds in a text. */
async function found(
  text: string,
  matcher: (chunks: never) => AsyncGenerator<unknown, void>,
): Promise<readonly string[]> {
  const all: string[] = [];
  for await (const match of matcher(chunksOf(text) as never)) {
    const { startChunk, startIndex, endChunk, endIndex } = match as Match;
    all.push(text.slice(startChunk.from + startIndex, endChunk.from + endIndex));
  }
  return all;
}

describe('Apache Annotator', () => {
  test('finds every part of every quote by its position', async () => {
    expect(targets).toHaveLength(contents.length);
    for (const [i, { selector }] of targets.entries()) {
      const matcher = textPositionSelectorMatcher(selector[1]);
      expect(await found(PAGE, matcher)).toEqual([contents[i]?.text]);
    }
  });

  test('finds each once by its words and what stands around them', async () => {
    const twice = `${PAGE}\n\nOn Monday: ${targets[0]?.selector[0].exact}`;
    for (const { selector } of targets) {
      const matcher = textQuoteSelectorMatcher(selector[0]);
      expect(await found(twice, matcher)).toEqual([selector[0].exact]);
    }
  });
});

test('what surrounds a quote never starts or ends with half a character', () => {
  const emoji = '😀'.repeat(20);
  const story = PAGE.replace('“We', `${emoji}a“We`).replace('more,” said', `more,”a${emoji} said`);
  const { first } = parse(rendered('web-annotation', story));
  expect(first.items.length).toBeGreaterThan(0);
  for (const { prefix = '', suffix = '' } of first.items.map(
    ({ target }) => target[0]!.selector[0],
  )) {
    expect(prefix.isWellFormed()).toBe(true);
    expect(suffix.isWellFormed()).toBe(true);
  }
});

describe('the model', () => {
  test('a collection has a page, an annotation bodies and targets, a target one source', async () => {
    const triples = await triplesOf(rendered('web-annotation'));
    expect(collection.type).toBe('AnnotationCollection');
    expect(collection.total).toBe(quotes.length);
    expect(collection.first.partOf).toBe(collection.id);
    const types = objects(triples, 'http://www.w3.org/1999/02/22-rdf-syntax-ns#type');
    const count = (type: string): number => types.filter((one) => one === OA + type).length;
    expect(count('Annotation')).toBe(quotes.length);
    expect(count('SpecificResource')).toBe(contents.length);
    expect(count('TextQuoteSelector')).toBe(contents.length);
    expect(count('TextPositionSelector')).toBe(contents.length);
    expect(objects(triples, `${OA}hasSource`)).toHaveLength(contents.length);
    expect(objects(triples, `${OA}exact`)).toEqual(
      expect.arrayContaining(contents.map(({ text }) => text)),
    );
  });

  test('the speaker identifies the quote; where there is none, nobody does', () => {
    for (const [i, { body }] of collection.first.items.entries()) {
      const speaker = body.find(({ purpose }) => purpose === 'identifying');
      expect(speaker !== undefined).toBe(quotes[i]?.speaker !== null);
      expect(body.at(-1)).toMatchObject({ purpose: 'tagging', value: quotes[i]?.type });
    }
    expect(collection.first.items.flatMap(({ body }) => body.map(({ value }) => value))).toContain(
      'Ines Marlow',
    );
  });

  test('names are IRIs, of what the client calls the text', async () => {
    for (const id of ['wire 4711 / “ä”', '\ud800']) {
      const json = rendered('web-annotation', PAGE, { id });
      await triplesOf(json);
      expect(parse(json).id).toMatch(/^urn:x-copydesk:[\w%.~-]+$/);
    }
    const url = 'https://example.com/story?a=b';
    const withUrl = parse(rendered('web-annotation', PAGE, { url }));
    expect(withUrl.first.items[0]?.target[0]?.source).toBe(url);
  });
});
