import { describe, expect, it } from 'vitest';
import { analyze } from '../../src/analyze.ts';
import { LABELS } from '../../src/labels.ts';
import { rules } from '../../src/rules/load.ts';

function contents(text: string, language: string): readonly (readonly string[])[] {
  const { quotes = [] } = analyze(text, rules, { language, quotesIn: LABELS });
  return quotes.map(({ content }) => content.map((span) => span.text));
}

describe('asides', () => {
  it('are no part of what is said', () => {
    expect(contents('« Le pont, a-t-elle dit, est sûr. »', 'fr')).toEqual([
      ['« Le pont', 'est sûr. »'],
    ]);
    expect(contents('—El puente es seguro —dijo Reed—. Vengan todos.', 'es')).toEqual([
      ['—El puente es seguro', 'Vengan todos.'],
    ]);
  });

  it('are left where marks are closed in front of them', () => {
    const text = '“The book, says my father, is long,” said Dana Reed.';
    expect(contents(text, 'en')).toEqual([['“The book, says my father, is long,”']]);
  });

  it('must name who says it', () => {
    expect(contents('« Il est venu, a dit non, et a dormi », affirme Jean Morel.', 'fr')).toEqual([
      ['« Il est venu, a dit non, et a dormi »'],
    ]);
  });

  it('make a line behind a dash speech, which is else none', () => {
    expect(contents('— Una lista de la compra', 'es')).toEqual([]);
  });
});
