import { describe, expect, it } from 'vitest';
import { findTurns } from '../../src/quotes/turns/find.ts';
import { labelOf } from '../../src/quotes/turns/labels.ts';
import { rules } from '../../src/rules/load.ts';
import { annotateText, parseText } from '../../src/stages.ts';
import type { AnnotatedText } from '../../src/annotation/annotated.ts';
import type { WordSpan } from '../../src/text/spans.ts';

const annotate = (text: string, language = 'en'): AnnotatedText =>
  annotateText(parseText(text, rules), rules, language);
const shown = ({ doc: { text, words } }: AnnotatedText, { from, to }: WordSpan): string =>
  text.slice(words.start[from], words.end[to - 1]);

describe('a label', () => {
  it.each<[string, string, string]>([
    ['DANA WILKES, ANCHOR: Good morning.', 'DANA WILKES', 'person'],
    ['Mr HARLOW (Leith) (10.02 pm): I rise.', 'Mr HARLOW', 'person'],
    ['The DEPUTY SPEAKER (Ms Quist): Order!', 'The DEPUTY SPEAKER', 'person'],
    ['Q: Why?', 'Q', 'question'],
    ['A. Because.', 'A', 'answer'],
    ['TEXT: winds of 105 mph', 'TEXT', 'nobody'],
    ['LONDON: Two people were hurt.', 'LONDON', 'nobody'],
  ])('%s', (text, name, role) => {
    const annotated = annotate(text);
    const label = labelOf(annotated, 0);
    expect(label && shown(annotated, label.name)).toBe(name);
    expect(label?.role).toBe(role);
  });

  it.each([
    'The council met on Monday: nobody came.',
    'It is late. REED: No.',
    'At 10:30 the doors open.',
    'reed: we will wait',
    'REED:we will wait',
    ': we will wait',
    '',
  ])('is none: %s', (text) => {
    expect(labelOf(annotate(text || 'x'), 0)).toBeNull();
  });
});

describe('turns', () => {
  const turnsOf = (text: string, language?: string): readonly (readonly string[])[] => {
    const annotated = annotate(text, language);
    return findTurns(annotated).map(({ content }) => content.map((span) => shown(annotated, span)));
  };

  it('go to their end, past notes in brackets', () => {
    const text =
      'MR. HALE: The bridge is safe. It was tested.\n(Laughter)\nNobody has found a crack in it.\nMS. ORTIZ: Who tested it?';
    expect(turnsOf(text)).toEqual([
      ['The bridge is safe. It was tested', 'Nobody has found a crack in it'],
      ['Who tested it'],
    ]);
  });

  it('end where the story goes on', () => {
    const text =
      'MR. HALE: The bridge is safe.\nMS. ORTIZ: Who tested it?\nThe council meets again in June.';
    expect(turnsOf(text)).toEqual([['The bridge is safe'], ['Who tested it']]);
  });

  it('behind the last label only go on in the first or second person', () => {
    const text =
      'MR. HALE: The bridge is safe.\nMS. ORTIZ: Who tested it?\nI have never seen anybody there.';
    expect(turnsOf(text)[1]).toEqual(['Who tested it', 'I have never seen anybody there']);
  });

  it('may have a label on a line of its own', () => {
    expect(turnsOf('MR. HALE:\nThe bridge is safe.\nMS. ORTIZ:\nWho tested it?')).toEqual([
      ['The bridge is safe'],
      ['Who tested it'],
    ]);
  });

  it('need two labels', () => {
    expect(turnsOf('REED: The bridge is safe.')).toEqual([]);
    expect(turnsOf('Q: Is the bridge safe?')).toEqual([]);
  });

  it('are none in lists', () => {
    expect(turnsOf('Price: 20 pounds\nVenue: Town Hall\nPrice: 30 pounds')).toEqual([]);
    expect(turnsOf('WHO: The Players\nWHAT: A play\nWHERE: Town Hall')).toEqual([]);
  });

  it('are read in time that grows with the text', () => {
    const time = (lines: number): number => {
      const annotated = annotate(
        'REED: No. (a) (b) (c\nORTIZ, of Avon, (d: Why?\n\nSo it is.\n'.repeat(lines),
      );
      const started = process.cpuUsage();
      findTurns(annotated);
      return process.cpuUsage(started).user / 1000;
    };
    time(100);
    expect(time(10_000)).toBeLessThan(4000);
  });
});
