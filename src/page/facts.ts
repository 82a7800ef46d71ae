/**
 * What an answer says of the whole text: its language, how much there is, and what the service warns of.
 * @module
 */
import { byId, el, fill } from './dom.ts';
import type { Reading } from './explained.ts';
import { count, languageName } from './words.ts';

/** How well a language is known, where that is less than well. */
const SUPPORT: Readonly<Record<string, string>> = {
  basic: ' (basic rules)',
  shape: ' (no rules)',
};

/** Shows them, and answers them as a sentence. */
export function showFacts(reading: Reading): string {
  const { text, analysis } = reading;
  const { language, articles = [], quotes = [], speakers = [], engine, rulesVersion } = analysis;
  const { languageSupport } = analysis as { readonly languageSupport?: unknown };
  byId('version').textContent = `Copydesk ${engine}, rules ${rulesVersion}.`;
  const facts = [
    languageName(language) + (SUPPORT[String(languageSupport)] ?? ''),
    articles.length === 0 ? 'no story' : count(articles.length, 'story', 'stories'),
    count(quotes.length, 'quote'),
    count(speakers.length, 'speaker'),
    count(text.length, 'character'),
  ].join(' · ');
  byId('facts').textContent = facts;
  const warnings = warningsOf(analysis);
  const list = byId('warnings');
  list.hidden = warnings.length === 0;
  fill(list, ...warnings.map((warning) => el('li', {}, warning)));
  return [facts, ...warnings].join('. ');
}

/** Warnings in words. The page may be older or newer than what answers it, so nothing is taken for granted. */
export function warningsOf(answer: object): readonly string[] {
  const { warnings } = answer as { readonly warnings?: unknown };
  if (!Array.isArray(warnings)) return [];
  return warnings.flatMap((one: unknown) => {
    if (typeof one === 'string') return [one];
    if (typeof one !== 'object' || one === null) return [];
    const { detail, message, code } = one as Readonly<Record<string, unknown>>;
    const words = [detail, message, code].find((text) => typeof text === 'string' && text !== '');
    return words === undefined ? [] : [String(words)];
  });
}
