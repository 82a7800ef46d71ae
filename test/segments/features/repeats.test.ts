import { describe, expect, it } from 'vitest';
import { LABELLED_KINDS } from '../../../src/labels.ts';
import { rules } from '../../../src/rules/load.ts';
import { findPhrases } from '../../../src/rules/match/trie.ts';
import { readPage } from '../../../src/segments/features/page.ts';
import { readRuleFacts } from '../../../src/segments/features/rule-hits.ts';
import { readDocument } from '../../../src/text/document.ts';

function pageOf(lines: readonly string[]) {
  const doc = readDocument(lines.join('\n'), rules.vocabulary);
  return readPage(doc, rules, readRuleFacts(rules), findPhrases(rules.trie, doc.words));
}

const THREAD = [
  'Marta K',
  '3 hours ago',
  'I never liked that bridge, and I said so at the time.',
  'Qwerty',
  'Olaf',
  '2 hours ago',
  'My aunt crosses it twice a day without a word of complaint.',
  'Qwerty',
  'Priya',
  '1 hour ago',
  'Can we please talk about the buses instead? They are late again.',
  'Qwerty',
];

const LINKS = [
  'New roof for the school',
  '2d',
  'Mayor to step down',
  '3d',
  'Ice on the lake',
  '4d',
  'Fair opens',
  '5d',
];

describe('repeats', () => {
  it('feels the beat of a thread', () => {
    const { repeats } = pageOf(THREAD);
    expect(repeats.times[3]).toBe(3);
    expect(repeats.threads[6]).toBeGreaterThanOrEqual(1);
    expect(repeats.stroke[7]).toBe(1);
  });

  it('tells a list of links from a thread', () => {
    const { repeats } = pageOf(LINKS);
    expect(repeats.threads[2]).toBe(0);
    expect(repeats.lists[2]).toBeGreaterThanOrEqual(1);
  });

  it('sees a line that stands twice in a row', () => {
    const long =
      'Harbour to close for two winters while divers look for the bell of the old mission ship';
    const { repeats } = pageOf([
      'Harbour to close',
      'Harbour to close',
      'Something else',
      long,
      long,
    ]);
    expect([...repeats.twin]).toEqual([1, 2, 0, 1, 2]);
  });

  it('sees a line that is made of lines that rules know', () => {
    const { hits } = pageOf([
      'Previous Post Next Post',
      'Previous Post',
      'Previous Post about the harbour',
    ]);
    expect(LABELLED_KINDS[(hits.tiles[0] as number) - 1]).toBe('boilerplate/navigation');
    expect([...hits.tiles.slice(1)]).toEqual([0, 0]);
  });

  it('finds the main block where the prose is', () => {
    const prose =
      'The council met on Monday evening and agreed to repair the old bridge before winter comes.';
    const { main } = pageOf(['Home', 'News', 'Sport', prose, prose, prose, 'Contact', 'Imprint']);
    expect(main).toEqual({ from: 3, to: 6 });
  });
});
