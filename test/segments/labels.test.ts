import { describe, expect, it } from 'vitest';
import { LABELLED_KINDS, LABELS, type LabelledKind } from '../../src/labels.ts';
import { choose, LOSS } from '../../src/segments/labels.ts';

type Chances = Readonly<Partial<Record<LabelledKind, number>>>;

interface Given {
  readonly chances: Chances;
  readonly words?: number;
  readonly prose?: boolean;
}

const SURE: Given = { chances: { 'body/paragraph': 1 }, words: 30, prose: true };

/** What is chosen for some units: kinds with their labels, and confidences. */
function chosen(...units: readonly Given[]) {
  const kinds = Float32Array.from(
    units.flatMap(({ chances }) => LABELLED_KINDS.map((kind) => chances[kind] ?? 0)),
  );
  const to: number[] = [];
  for (const { words = 20 } of units) to.push((to.at(-1) ?? 0) + words);
  const { label, kind, confidence } = choose(
    {
      units: {
        count: units.length,
        start: new Int32Array(units.length),
        end: new Int32Array(units.length),
        from: Int32Array.from([0, ...to.slice(0, -1)]),
        to: Int32Array.from(to),
        gap: new Uint8Array(units.length),
      },
      prose: Uint8Array.from(units, ({ prose }) => (prose ? 1 : 0)),
    },
    kinds,
  );
  kind.forEach((number, u) =>
    expect(LABELLED_KINDS[number]?.startsWith(`${LABELS[label[u] as number]}/`)).toBe(true),
  );
  return { kinds: [...kind].map((number) => LABELLED_KINDS[number]), confidence };
}

/** The kind of a unit on a page of many. */
const kindOf = (chances: Chances, words: number): string | undefined =>
  chosen({ chances, words }, SURE, SURE, SURE, SURE, SURE).kinds[0];

describe('the label of a unit', () => {
  it('is the one with the largest sum, not that of the likeliest kind', () => {
    const chances = { 'ads/ad': 0.3, 'boilerplate/share': 0.25, 'boilerplate/footer': 0.25 };
    expect(kindOf(chances, 5)).toBe('boilerplate/share');
    expect(chosen({ chances }, SURE, SURE, SURE, SURE, SURE).confidence[0]).toBeCloseTo(0.5);
  });

  it.each([
    ['another label', 'boilerplate/related'],
    ['comments', 'comments/comment'],
  ] as const)(
    'is the body where %s is not so much likelier as a lost line costs more',
    (_, kind) => {
      const even = 1 / (1 + LOSS);
      const told = (body: number) => kindOf({ 'body/paragraph': body, [kind]: 1 - body }, 20);
      expect(told(even + 0.01)).toBe('body/paragraph');
      expect(told(even - 0.01)).toBe(kind);
    },
  );

  it('says how probable all kinds of the label are together', () => {
    const { confidence } = chosen({
      chances: { 'body/paragraph': 0.3, 'body/list': 0.25, 'boilerplate/related': 0.45 },
      words: 20,
    });
    expect(confidence[0]).toBeCloseTo(0.55);
  });

  it('takes half of what is none of the kinds for nothing', () => {
    const chances = { 'boilerplate/other': 0.64, 'comments/comment-meta': 0.36 };
    expect(kindOf(chances, 3)).toBe('comments/comment-meta');
    const more = { 'boilerplate/other': 0.7, 'comments/comment-meta': 0.3 };
    expect(kindOf(more, 3)).toBe('boilerplate/other');
    expect(chosen({ chances: more }, SURE, SURE, SURE, SURE, SURE).confidence[0]).toBeCloseTo(0.7);
  });

  it('takes all of it for nothing where there is no page around a text', () => {
    const text = { chances: { 'boilerplate/other': 0.9, 'body/paragraph': 0.1 }, words: 3 };
    expect(chosen(text, SURE, SURE, SURE, SURE).kinds[0]).toBe('body/paragraph');
    expect(chosen(text, SURE, SURE, SURE, SURE, SURE).kinds[0]).toBe('boilerplate/other');
  });
});

describe('the kind of a unit', () => {
  it.each([
    ['caption', 'body/caption', 30, 0.93, 'body/caption'],
    ['caption', 'body/caption', 30, 0.91, 'body/paragraph'],
    ['standfirst', 'body/standfirst', 30, 0.93, 'body/standfirst'],
    ['standfirst', 'body/standfirst', 30, 0.91, 'body/paragraph'],
    ['long headline', 'body/headline', 20, 0.93, 'body/headline'],
    ['long headline', 'body/headline', 20, 0.91, 'body/paragraph'],
    ['headline', 'body/headline', 19, 0.51, 'body/headline'],
  ] as const)(
    '%s is one only where paragraphs are out of the question',
    (_, kind, words, chance, expected) => {
      expect(kindOf({ [kind]: chance, 'body/paragraph': 1 - chance }, words)).toBe(expected);
    },
  );

  it('takes a word or two among comments for a name', () => {
    const chances = { 'comments/comment': 0.6, 'comments/comment-meta': 0.4 };
    expect(kindOf(chances, 2)).toBe('comments/comment-meta');
    expect(kindOf(chances, 3)).toBe('comments/comment');
    expect(kindOf({ 'comments/comment': 0.7, 'comments/comment-meta': 0.3 }, 2)).toBe(
      'comments/comment',
    );
  });
});

describe('standfirsts', () => {
  const standfirst: Given = { chances: { 'body/standfirst': 1 }, prose: true };
  const furniture: Given = { chances: { 'boilerplate/share': 1 } };
  const point: Given = { chances: { 'body/standfirst': 1 }, prose: false };

  it('may be of two sentences', () => {
    expect(chosen(standfirst, standfirst, SURE).kinds.slice(0, 2)).toEqual([
      'body/standfirst',
      'body/standfirst',
    ]);
  });

  it('are paragraphs if they go on, whatever furniture stands between', () => {
    expect(chosen(standfirst, furniture, standfirst, standfirst).kinds).toEqual([
      'body/paragraph',
      'boilerplate/share',
      'body/paragraph',
      'body/paragraph',
    ]);
  });

  it('go on over points of a list, which stay what they are', () => {
    const { kinds } = chosen(standfirst, point, standfirst, standfirst);
    expect(kinds.map((kind) => kind === 'body/standfirst')).toEqual([false, true, false, false]);
  });

  it('begin anew after something else of a story', () => {
    const { kinds } = chosen(standfirst, standfirst, SURE, standfirst, standfirst);
    expect(kinds.filter((kind) => kind === 'body/standfirst')).toHaveLength(4);
  });

  it('may be lists of as many points as there are', () => {
    const { kinds } = chosen(point, point, point, point);
    expect(new Set(kinds)).toEqual(new Set(['body/standfirst']));
  });
});
