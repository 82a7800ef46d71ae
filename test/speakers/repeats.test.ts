import { expect, it } from 'vitest';
import type { RawQuote } from '../../src/quotes/quote.ts';
import { lendSpeakers } from '../../src/speakers/repeats.ts';
import type { Attribution, RawSpeaker } from '../../src/speakers/speaker.ts';

const quote = (source: RawQuote['source'] = null): RawQuote => ({
  by: 'marks',
  content: [{ from: 0, to: 4 }],
  source,
  cue: null,
  sentence: 0,
  confidence: 1,
  features: [],
});
const by = (speaker: number): Attribution => ({
  speaker,
  confidence: 0.9,
  step: 'name',
  trail: [],
});
const speaker = (name: string, quotes: readonly number[]): RawSpeaker => ({
  name,
  type: 'person',
  role: null,
  aliases: [],
  mentions: [],
  quotes,
});
const HALE = speaker('Hale', [1]);
const REED = speaker('Reed', [2]);

it('gives words that nobody signs to whoever said them elsewhere, before or behind', () => {
  const found = { speakers: [HALE], attributions: [by(-1), by(0), by(-1)] };
  const { speakers, attributions } = lendSpeakers(
    found,
    [quote(), quote({ from: 5, to: 6 }), quote()],
    [-1, 0, 0],
  );
  expect(attributions.map((attribution) => attribution.speaker)).toEqual([0, 0, 0]);
  expect(attributions[0]?.step).toBe('repeat');
  expect(speakers[0]?.quotes).toEqual([0, 1, 2]);
});

it('leaves words alone that two people said, that name somebody, or that nobody repeats', () => {
  const two = { speakers: [HALE, REED], attributions: [by(-1), by(0), by(1)] };
  const named = { speakers: [HALE], attributions: [by(-1), by(0)] };
  expect(lendSpeakers(two, [quote(), quote(), quote()], [-1, 0, 0]).attributions).toEqual(
    two.attributions,
  );
  expect(lendSpeakers(named, [quote({ from: 8, to: 9 }), quote()], [-1, 0])).toEqual(named);
  expect(lendSpeakers(named, [quote(), quote()], [-1, -1])).toEqual(named);
});
