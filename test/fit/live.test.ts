import { describe, expect, it } from 'vitest';
import type { Line } from '../../tools/fit/segments/lines.ts';
import { toldLive } from '../../tools/fit/segments/live.ts';

const line = (text: string, kind: string): Line => ({ text, label: 'body', kind, gap: '\n' });
const STORY = [
  line('Bridge closed', 'headline'),
  ...['One.', 'Two.', 'Three.', 'Four.'].map((text) => line(text, 'paragraph')),
];
/** Numbers that depend on a seed and a name. */
const chanceOf =
  (seed: number) =>
  (name: string): number =>
    ([...`${seed}${name}`].reduce((sum, sign) => (sum * 31 + sign.charCodeAt(0)) % 9973, 7) %
      9973) /
    9973;

describe.each([1, 2, 3, 4, 5, 6])('a story told live, %i', (seed) => {
  const told = toldLive(STORY, chanceOf(seed));

  it('keeps all lines of the story, in their order and with their labels', () => {
    const kept = told.filter(({ text }) => STORY.some((own) => own.text === text));
    expect(kept.map(({ text, label, kind }) => [text, label, kind])).toEqual(
      STORY.map(({ text, label, kind }) => [text, label, kind]),
    );
  });

  it('has a time in front of its first paragraph, and none is the story', () => {
    const first = told.findIndex(({ text }) => text === 'One.');
    expect(told[first - 1]).toMatchObject({ label: 'boilerplate', kind: 'byline' });
    expect(told[first - 1]?.text).toMatch(/\d/);
  });
});

it('is the same for the same chances', () => {
  expect(toldLive(STORY, chanceOf(9))).toEqual(toldLive(STORY, chanceOf(9)));
});
