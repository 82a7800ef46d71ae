import { describe, expect, it } from 'vitest';
import { rules } from '../../../src/rules/load.ts';
import { segmentHits } from '../../../src/rules/match/segment-rules.ts';
import { findPhrases } from '../../../src/rules/match/trie.ts';
import { cutUnits, GAPS } from '../../../src/segments/units/units.ts';
import { readDocument } from '../../../src/text/document.ts';

function unitsOf(text: string): readonly (readonly [string, string])[] {
  const doc = readDocument(text, rules.vocabulary);
  const units = cutUnits(doc, rules, segmentHits(rules, findPhrases(rules.trie, doc.words)));
  return Array.from({ length: units.count }, (_, u) => [
    GAPS[units.gap[u] as number] as string,
    text.slice(units.start[u], units.end[u]),
  ]);
}

const textsOf = (text: string): readonly string[] => unitsOf(text).map(([, part]) => part);

describe('units', () => {
  it('takes every line for a unit and knows the gap in front', () => {
    expect(unitsOf('One\nTwo\n\nThree\n\n\n\nFour')).toEqual([
      ['tight', 'One'],
      ['tight', 'Two'],
      ['blank', 'Three'],
      ['wide', 'Four'],
    ]);
  });

  it('leaves a paragraph whole', () => {
    const text =
      'The harbour office opened at noon. Nobody came. A clerk waited until four and locked the door again.';
    expect(textsOf(text)).toEqual([text]);
  });

  it('joins lines that were wrapped by hand', () => {
    const wrapped = [
      'The ferry to the outer islands will stop running in the first week of',
      'November, the harbour office said, because its engine has to be taken',
      'apart and repaired on the mainland. Islanders fear a long winter without',
      'fresh bread and have asked the council to hire a smaller boat from the',
      'neighbouring town. The council wants to decide about that request on the',
      'first Monday of the month, when its members come back from their travels',
      'through the region.',
      '',
      'A second paragraph is short.',
    ];
    expect(textsOf(wrapped.join('\n'))).toEqual([
      wrapped.slice(0, 7).join('\n'),
      'A second paragraph is short.',
    ]);
  });

  it('does not join a list', () => {
    const list = Array.from({ length: 12 }, (_, i) => `Item number ${i} of the shopping list`);
    expect(textsOf(list.join('\n'))).toEqual(list);
  });

  it.each([
    [
      'This article holds the opinion of its author. ',
      'facebook twitter telegram reddit vk pinterest youtube external-link',
    ],
    ['The bridge opens again on Monday at noon. ', 'Facebook Twitter WhatsApp Email Print'],
  ])('splits a tail of share words off: %s', (head, tail) => {
    expect(textsOf(head + tail)).toEqual([head.trim(), tail]);
  });

  it('leaves networks in a sentence alone', () => {
    const text = 'The ministry has opened accounts on Facebook, Twitter and Telegram, it said.';
    expect(textsOf(text)).toEqual([text]);
  });

  it('cuts a text that lost its line breaks at its sentences', () => {
    const sentence = 'The river rose by another hand during the night and the mill stood still. ';
    const parts = textsOf(sentence.repeat(60));
    expect(parts.length).toBe(60);
    expect(parts.every((part) => part === sentence.trim())).toBe(true);
  });
});

describe('borders', () => {
  /** Units of a text that is cut where it has a `^`. */
  function cut(marked: string): readonly string[] {
    const text = marked.replaceAll('^', '');
    const borders = [...marked.matchAll(/\^/g)].map(({ index }, i) => index - i);
    const doc = readDocument(text, rules.vocabulary);
    const hits = segmentHits(rules, findPhrases(rules.trie, doc.words));
    const units = cutUnits(doc, rules, hits, Int32Array.from(borders));
    for (let u = 1; u < units.count; u++) expect(units.from[u]).toBe(units.to[u - 1]);
    return Array.from({ length: units.count }, (_, u) => text.slice(units.start[u], units.end[u]));
  }

  it('cut lines', () => {
    expect(cut('One ^two three^\n^four')).toEqual(['One', 'two three', 'four']);
    expect(cut('^One^')).toEqual(['One']);
  });

  it('do not cut words', () => {
    expect(cut('One t^wo ^three')).toEqual(['One two', 'three']);
  });
});
