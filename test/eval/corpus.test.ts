/**
 * The labelled pages that ship with the project: whole, varied, and known to the tools that measure.
 */
import { describe, expect, it } from 'vitest';
import { KINDS } from '../../src/labels.ts';
import { fromProgram } from '../../tools/eval/answers.ts';
import { readGold, type SegmentDocument } from '../../tools/eval/gold.ts';
import { score } from '../../tools/eval/kinds.ts';
import { CORPUS } from '../../tools/rules/public-corpus.ts';

const pages = readGold<SegmentDocument & { readonly language: string }>(CORPUS);

describe('the public corpus', () => {
  it('has six pages in each of ten languages, all of them different', () => {
    const languages = Map.groupBy(pages, ({ language }) => language);
    expect([...languages.values()].map((some) => some.length)).toEqual(
      Array.from({ length: 10 }, () => 6),
    );
    expect(new Set(pages.map(({ id }) => id)).size).toBe(60);
    expect(new Set(pages.map(({ text }) => text)).size).toBe(60);
  });

  it('labels every line once, with a kind that there is', () => {
    for (const { id, text, segments } of pages) {
      let at = 0;
      for (const { start, end, label, kind } of segments) {
        expect([id, text.slice(at, start).trim()]).toEqual([id, '']);
        expect(text.slice(start, end).trim()).toBe(text.slice(start, end));
        expect(label && (KINDS[label] as readonly string[])).toContain(kind);
        at = end;
      }
      expect([id, text.slice(at).trim()]).toEqual([id, '']);
    }
  });

  it('has stories, threads, adverts, appeals, notices and footers in every language', () => {
    for (const [language, some] of Map.groupBy(pages, (page) => page.language)) {
      const kinds = new Set(
        some.flatMap(({ segments }) => segments.map(({ label, kind }) => `${label}/${kind}`)),
      );
      expect([language, kinds.size]).toEqual([language, 26]);
    }
  });

  it('is measured as any file of labelled pages is', async () => {
    const scored = await score('segments', CORPUS, fromProgram());
    expect(scored.figures['documents']).toBe(60);
    // Far below what it reaches: a change of weights moves it by a point or two.
    expect(scored.figures['macroF1']).toBeGreaterThan(80);
    expect(scored.by('language')).toHaveLength(10);
  });
});
