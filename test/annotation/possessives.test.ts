import { describe, expect, it } from 'vitest';
import {
  hasPossessiveS,
  isPossessive,
  withoutPossessive,
} from '../../src/annotation/possessives.ts';
import { readDocument } from '../../src/text/document.ts';
import { vocabularyOf } from '../../src/text/words.ts';

const read = (text: string) => readDocument(text, vocabularyOf(new Map()));

describe('possessive endings', () => {
  it.each<[string, boolean, boolean, string]>([
    ["Reed's bridge", true, true, 'reed'],
    ['Reed’s bridge', true, true, 'reed'],
    ["the workers' bridge".slice(4), false, true, 'workers'],
    ['Reed bridge', false, false, 'reed'],
    ["Reed'", false, true, 'reed'],
  ])('of %s', (text, withS, any, bare) => {
    const doc = read(text);
    expect([hasPossessiveS(doc, 0), isPossessive(doc, 0), withoutPossessive(doc, 0)]).toEqual([
      withS,
      any,
      bare,
    ]);
  });

  it('are none in front of the first word', () => {
    expect(hasPossessiveS(read("Reed's"), -1)).toBe(false);
  });
});
