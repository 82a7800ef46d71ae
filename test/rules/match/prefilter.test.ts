import { describe, expect, it } from 'vitest';
import { LiteralPrefilter } from '../../../src/rules/match/prefilter.ts';

const TEXT = 'photo: port of lindenau, 4 may';

const holds = (text: string, literal: string, from = 0, to = text.length): boolean =>
  new LiteralPrefilter([[literal]]).candidatesIn(text, from, to)[0] === 1;

describe('an index of literals', () => {
  it.each(['photo', 'may', ':', 'lindenau, 4', '0-9', 'p'])('finds %s', (literal) => {
    expect(holds(TEXT, literal)).toBe(true);
  });

  // "portof" and "may 4" begin like the text, or nearly so.
  it.each(['photos', 'z', 'portof', 'may 4', '@'])('does not find %s', (literal) => {
    expect(holds(TEXT, literal)).toBe(false);
  });

  it('agrees with a plain search on every part of a text', () => {
    for (let from = 0; from < TEXT.length; from++)
      for (let to = from + 1; to <= TEXT.length; to++)
        expect(holds(TEXT, TEXT.slice(from, to))).toBe(true);
  });

  it('looks at a part of the text only', () => {
    expect(holds(TEXT, 'port', 7, 11)).toBe(true);
    expect(holds(TEXT, 'port', 8, 30)).toBe(false);
    expect(holds(TEXT, 'port', 0, 10)).toBe(false);
    expect(holds(TEXT, '0-9', 0, 25)).toBe(false);
    expect(holds(TEXT, '0-9', 25, 26)).toBe(true);
  });

  it('tells every expression that has one of its literals there', () => {
    const index = new LiteralPrefilter([['sea', 'port'], ['port'], ['report'], [], ['0-9', 'x']]);
    expect([...index.candidatesIn(TEXT, 0, TEXT.length)]).toEqual([1, 1, 0, 0, 1]);
  });

  it('knows when there is no digit', () => {
    expect(holds('no number', '0-9')).toBe(false);
    expect(holds('', 'a')).toBe(false);
  });

  it('is not fooled by characters that share a slot', () => {
    expect(holds(String.fromCharCode(0x61 + 8192), 'a')).toBe(false);
    expect(holds(String.fromCharCode(0x61, 0x62 + 8192), 'ab')).toBe(false);
    expect(holds(String.fromCharCode(0x61, 0x62, 0x63 + 8192), 'abc')).toBe(false);
  });
});
