/**
 * Speakers as clients see them. Which source is whom is measured by `fixtures/quotes/14-speakers.json`.
 * @module
 */
import { describe, expect, it } from 'vitest';
import { analyze } from '../../src/analyze.ts';
import { LABELS } from '../../src/labels.ts';
import { rules } from '../../src/rules/load.ts';
import type { Analysis } from '../../src/schema/types.ts';

const look = (text: string): Analysis => analyze(text, rules, { language: 'en', quotesIn: LABELS });

const STORY = [
  'Mayor Laura Ortiz crossed the new bridge on Friday with Martin Hale, the chief engineer of the city.',
  '“The bridge is safe,” Ortiz said. “We tested it twice.”',
  '“We tested it twenty times,” Martin Hale said. He then drove across.',
  '“The ferry will close in the autumn,” the mayor said.',
].join('\n');

describe('speakers', () => {
  const { quotes = [], speakers = [] } = look(STORY);

  it('are listed once each, in order of their first quote, with their quotes', () => {
    expect(speakers.map(({ name }) => name).slice(0, 2)).toEqual(['Laura Ortiz', 'Martin Hale']);
    expect(speakers.map(({ id }) => id)).toEqual(speakers.map((_, i) => `s${i + 1}`));
    for (const speaker of speakers)
      expect(speaker.quotes).toEqual(
        quotes.filter((quote) => quote.speaker === speaker.id).map(({ id }) => id),
      );
  });

  it('are people', () => {
    expect(speakers.slice(0, 2).map(({ type }) => type)).toEqual(['person', 'person']);
  });

  it('count the words of their quotes', () => {
    expect(speakers[1]?.words).toBe(5);
  });

  it('have every mention in order, none over another', () => {
    for (const { mentions } of speakers) {
      expect(mentions.length).toBeGreaterThan(0);
      let at = 0;
      for (const mention of mentions) {
        expect(mention.start).toBeGreaterThanOrEqual(at);
        expect(mention.text).toBe(STORY.slice(mention.start, mention.end));
        at = mention.end;
      }
    }
  });

  it('have other names as aliases, the full one left out', () => {
    expect(speakers[0]?.aliases).toEqual(['Ortiz']);
  });

  it('go where their quotes fall below minConfidence', () => {
    const { quotes: left, speakers: known } = analyze(STORY, rules, {
      language: 'en',
      quotesIn: LABELS,
      minConfidence: 1,
    });
    expect(known?.every(({ id }) => left?.some((quote) => quote.speaker === id))).toBe(true);
  });

  it('are none where nobody speaks', () => {
    expect(look('The bridge was closed for nine weeks last year.').speakers).toEqual([]);
  });
});
