import { describe, expect, it } from 'vitest';
import { analyze } from '../../src/analyze.ts';
import { quoteEvidence } from '../../src/answer/quote-evidence.ts';
import type { CueHit } from '../../src/rules/match/cues.ts';
import { LABELS } from '../../src/labels.ts';
import { openModel } from '../../src/quotes/model/model.ts';
import type { QuoteModel, RawQuote } from '../../src/quotes/quote.ts';
import { rules } from '../../src/rules/load.ts';
import { groundOf } from '../annotation/ground.ts';

describe('quoteEvidence', () => {
  const annotated = groundOf('Dana Reed said the bridge was closed.');
  const opened = openModel(annotated.rules, '');
  const weighing = <Key extends 'candidates' | 'uncued' | 'mood'>(key: Key, weight: number) => ({
    ...opened[key],
    weights: opened[key].weights.map(() => weight),
  });
  const model: QuoteModel = {
    ...opened,
    candidates: weighing('candidates', 1),
    uncued: weighing('uncued', 2),
    mood: weighing('mood', 3),
  };
  const cue = annotated.sentences.at(0)?.cues[0] as CueHit;
  const found = {
    content: [{ from: 3, to: 7 }],
    source: null,
    sentence: 0,
    confidence: 1,
    features: [[0]],
  };
  const cases: readonly (readonly [RawQuote, keyof QuoteModel, number])[] = [
    [{ ...found, by: 'cue', cue }, 'candidates', 1],
    [{ ...found, by: 'colon', cue }, 'candidates', 1],
    [{ ...found, by: 'marks', cue: null }, 'uncued', 2],
    [{ ...found, by: 'mood', cue: null }, 'mood', 3],
  ];

  it.each(cases)('is read from the model that found the quote: $by', (quote, name, weight) => {
    const { space } = model[name as 'mood'];
    expect(quoteEvidence(annotated, model, quote)).toContainEqual({
      rule: space.nameOf(0),
      weight,
    });
  });
});

describe('the evidence of turns', () => {
  it('is the form of the label, which no model weighs', () => {
    const text = 'MR. HALE: The bridge is safe.\n\nMS. ORTIZ: Who tested it?';
    const { quotes = [] } = analyze(text, rules, {
      language: 'en',
      quotesIn: LABELS,
      explain: true,
    });
    expect(quotes.map(({ evidence }) => evidence?.[0]?.rule)).toEqual([
      'turn/person',
      'turn/person',
    ]);
    expect(quotes.every(({ evidence }) => (evidence?.[0]?.weight ?? 0) > 0)).toBe(true);
  });
});

describe('the evidence of quotes in reported mood', () => {
  it('names features of that mood, and what the kind of the source weighs', () => {
    const text =
      'Die Bürgermeisterin sagte, die Stadt sei überrascht. Das Depot sei zu alt. Man habe zu lange gewartet.';
    const answer = analyze(text, rules, { language: 'de', quotesIn: LABELS, explain: true });
    const quote = answer.quotes?.find(({ content }) => content[0]?.text.startsWith('Das Depot'));
    expect(quote?.cue).toBeNull();
    const own = (quote?.evidence ?? []).filter(({ rule }) => !rule.startsWith('speaker/'));
    expect(own.filter(({ rule }) => rule.startsWith('run/'))).not.toEqual([]);
    expect(own.every(({ weight }) => weight !== 0)).toBe(true);
  });
});
