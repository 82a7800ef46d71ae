/**
 * How a source is written: by a pronoun, one word, or more.
 * @module
 */
import { guessLanguage } from '../../../src/rules/language.ts';
import { Lexicon } from '../../../src/rules/lexicon.ts';
import { rules } from '../../../src/rules/load.ts';
import { wordsWithin } from '../../../src/text/words.ts';
import { parseText } from '../../../src/stages.ts';
import type { Pair } from '../gold.ts';

export type MentionKind = 'no source' | 'pronoun' | 'one word' | 'longer';

/** A function that gives the kind of any source in the text. Pronouns are those of the rules. */
export function mentionKinds(text: string): (spans: readonly Pair[]) => MentionKind {
  const { doc, hits } = parseText(text, rules);
  const whole = [{ start: 0, end: text.length }];
  const language = guessLanguage(text, rules, doc.words, hits, whole);
  const lexicon = new Lexicon(rules, doc, hits, language);
  return (spans) => {
    const words = spans.map(([start, end]) => wordsWithin(doc.words, start, end));
    const count = words.reduce((n, { from, to }) => n + to - from, 0);
    if (count === 0) return 'no source';
    if (count > 1) return 'longer';
    const only = words.find(({ from, to }) => to > from)?.from ?? 0;
    return lexicon.has(only, 'pronoun') ? 'pronoun' : 'one word';
  };
}
