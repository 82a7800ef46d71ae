import { describe, expect, it } from 'vitest';
import { prepareNeed, Sieve } from '../../src/rules/needs.ts';

const TEXT = 'photo: port of lindenau, 4 may';

describe('a sieve', () => {
  it.each(['photo', 'may', ':', 'lindenau, 4', '0-9', 'p'])('finds %s', (literal) => {
    expect(new Sieve(TEXT).holds(prepareNeed(literal))).toBe(true);
  });

  // "portof" has only pairs that the text has too, or nearly so.
  it.each(['photos', 'z', 'portof', 'may 4', '@'])('does not find %s', (literal) => {
    expect(new Sieve(TEXT).holds(prepareNeed(literal))).toBe(false);
  });

  it('agrees with a plain search on every part of a text', () => {
    const sieve = new Sieve(TEXT);
    for (let from = 0; from < TEXT.length; from++)
      for (let to = from + 1; to <= TEXT.length; to++)
        expect(sieve.holds(prepareNeed(TEXT.slice(from, to)))).toBe(true);
  });

  it('knows when there is no digit', () => {
    expect(new Sieve('no number').holds(prepareNeed('0-9'))).toBe(false);
    expect(new Sieve('').holds(prepareNeed('a'))).toBe(false);
  });
});
