/**
 * Whom and where in German, and what holds of every text; English cases are in `fixtures/quotes/16-audience.json`.
 * @module
 */
import { describe, expect, it } from 'vitest';
import { analyze } from '../../src/analyze.ts';
import { LABELS } from '../../src/labels.ts';
import { rules } from '../../src/rules/load.ts';

function audienceIn(text: string, language: string): readonly (string | null)[] {
  const [quote] = analyze(text, rules, { language, quotesIn: LABELS }).quotes ?? [];
  return [quote?.addressee?.text ?? null, quote?.venue?.text ?? null];
}

describe('audienceOf', () => {
  it.each<[string, string | null, string | null]>([
    [
      '„Wir haben alles geprüft“, sagte Dana Kern auf einer Pressekonferenz.',
      null,
      'einer Pressekonferenz',
    ],
    ['Auf Twitter schrieb Dana Kern: „Niemand ist in Gefahr.“', null, 'Twitter'],
    ['„Das stimmt nicht“, sagte Dana Kern gegenüber der Zeitung.', 'der Zeitung', null],
    ['„Das stimmt nicht“, sagte Dana Kern am Montag.', null, null],
  ])('reads German: %s', (text, addressee, venue) => {
    expect(audienceIn(text, 'de')).toEqual([addressee, venue]);
  });

  it('gives spans of the text that share no character with the source', () => {
    const text = '“We checked it,” the mayor of Avon told CNN in an interview on Friday.';
    const [quote] = analyze(text, rules, { language: 'en', quotesIn: LABELS }).quotes ?? [];
    for (const span of [quote?.addressee, quote?.venue]) {
      expect(span?.text).toBe(text.slice(span?.start, span?.end));
      expect((span?.start ?? 0) >= (quote?.source?.end ?? 0)).toBe(true);
    }
  });
});
