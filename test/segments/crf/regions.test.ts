import { describe, expect, it } from 'vitest';
import { LABELLED_KINDS, type LabelledKind } from '../../../src/labels.ts';
import { GRAMMAR, mayEnter, REGIONS, regionsOf } from '../../../src/segments/crf/regions.ts';

const KINDS = LABELLED_KINDS.length;
const number = (kind: string): number => LABELLED_KINDS.indexOf(kind as LabelledKind);

/** Regions of a page whose lines are written `kind` by `kind`; `starts` are units at which a story begins. */
function regions(kinds: readonly string[], starts: readonly number[] = []): readonly string[] {
  return [...regionsOf(Uint8Array.from(kinds, number), new Set(starts))].map(
    (region) => REGIONS[region] as string,
  );
}

describe('zones', () => {
  it('follow a page from its head over the story to what comes after', () => {
    expect(
      regions([
        'boilerplate/navigation',
        'body/headline',
        'boilerplate/byline',
        'body/paragraph',
        'ads/ad',
        'body/paragraph',
        'boilerplate/related',
      ]),
    ).toEqual(['before', 'head', 'head', 'story', 'story', 'story', 'after']);
  });

  it('make a thread of comments and what stands between them, with their headings', () => {
    expect(
      regions([
        'body/paragraph',
        'boilerplate/share',
        'comments/comment-meta',
        'comments/comment',
        'ads/ad',
        'comments/comment',
        'comments/comment-form',
        'boilerplate/footer',
      ]),
    ).toEqual(['story', 'after', 'thread', 'thread', 'thread', 'thread', 'thread', 'after']);
  });

  it('go back to a story that a thread interrupts', () => {
    expect(
      regions(['body/paragraph', 'comments/comment', 'boilerplate/other', 'body/paragraph']),
    ).toEqual(['story', 'thread', 'after', 'story']);
  });

  it('begin a second story at its headline', () => {
    const kinds = ['body/headline', 'body/paragraph', 'body/headline', 'body/paragraph'];
    expect(regions(kinds, [0, 2])).toEqual(['head', 'story', 'head', 'story']);
    expect(regions(kinds, [0])).toEqual(['head', 'story', 'story', 'story']);
  });

  it('have no comment without a thread and no story without a body', () => {
    expect(regions(['boilerplate/navigation', 'comments/comment-form'])).toEqual([
      'before',
      'before',
    ]);
  });

  it('never take a step that the grammar does not have', () => {
    let seed = 7;
    const random = (below: number): number => {
      seed = (seed * 16807) % 2147483647;
      return seed % below;
    };
    for (let round = 0; round < 500; round++) {
      const kinds = Uint8Array.from({ length: 1 + random(12) }, () => random(KINDS));
      const starts = new Set([random(12), random(12)]);
      const found = regionsOf(kinds, starts);
      found.forEach((region, u) => {
        const from = u === 0 ? 0 : (found[u - 1] as number);
        expect(mayEnter(from, region, kinds[u] as number)).toBe(true);
        if (GRAMMAR.leaves[from * REGIONS.length + region] && u > 0)
          expect(GRAMMAR.mayLeave[from * KINDS + (kinds[u - 1] as number)]).toBe(1);
      });
    }
  });
});
