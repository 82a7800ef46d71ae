/**
 * Pages of many types, with what must come out. `NAME.expect` holds lines "LABEL | words": the line of `NAME.txt` that holds
 * the words must have that label; and "articles N". What follows "todo " is a known miss, kept in the open.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { rules } from '../../src/rules/load.ts';
import { findPhrases } from '../../src/rules/match/trie.ts';
import { segmentDocument } from '../../src/segments/segment.ts';
import { readDocument } from '../../src/text/document.ts';

const PAGES = join(import.meta.dirname, '../fixtures/pages');
const names = readdirSync(PAGES)
  .filter((name) => name.endsWith('.txt'))
  .map((name) => name.slice(0, -'.txt'.length));

describe('pages of many types', () => {
  it.each(names)('%s', (name) => {
    const text = readFileSync(join(PAGES, `${name}.txt`), 'utf8');
    const doc = readDocument(text, rules.vocabulary);
    const { segments, articles } = segmentDocument(doc, rules, findPhrases(rules.trie, doc.words), {
      explain: false,
    });
    for (const line of readFileSync(join(PAGES, `${name}.expect`), 'utf8')
      .trim()
      .split('\n')) {
      if (line.startsWith('todo ')) continue;
      if (line.startsWith('articles ')) {
        expect(articles.length, 'articles').toBe(Number(line.slice('articles '.length)));
        if (articles.length === 0)
          expect(segments.some(({ label }) => label === 'body')).toBe(false);
        continue;
      }
      const [label, words] = line.split(' | ') as [string, string];
      const at = text.indexOf(words);
      expect(at, `“${words}” stands in the page`).toBeGreaterThanOrEqual(0);
      const own = segments
        .filter(({ start, end }) => start < at + words.length && at < end)
        .map((segment) => segment.label);
      expect([...new Set(own)], words).toEqual([label]);
    }
  });
});
