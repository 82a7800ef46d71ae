/**
 * What rules change among the quotes of a page: for files with verbs and word lists.
 * @module
 */
import { analyze, readPage } from '../../src/analyze.ts';
import type { Rules } from '../../src/rules/rules.ts';
import type { PageText } from './difference.ts';

/** Quotes as lines, `“content” — speaker (cue)`: those that are there before alone, and after alone. */
export interface QuoteChanges {
  readonly gone: readonly string[];
  readonly come: readonly string[];
}

export function quoteChanges(page: PageText, before: Rules, after: Rules): QuoteChanges {
  const old = quoteLines(page, before);
  const now = quoteLines(page, after);
  const without = (some: readonly string[], others: readonly string[]): readonly string[] => {
    const known = new Set(others);
    return some.filter((line) => !known.has(line));
  };
  return { gone: without(old, now), come: without(now, old) };
}

function quoteLines({ text, isHtml }: PageText, rules: Rules): readonly string[] {
  const { quotes = [], speakers = [] } = analyze(isHtml ? readPage(text, rules) : text, rules);
  return quotes.map(({ content, cue, source, speaker }) => {
    const words = content.map((part) => part.text).join(' … ').replaceAll(/\s+/g, ' ');
    const name = speakers.find(({ id }) => id === speaker)?.name;
    const who = name === undefined || name === source?.text ? (source?.text ?? 'nobody') : `${source?.text ?? ''} = ${name}`;
    return `${words} — ${who}${cue ? ` (${cue.text})` : ''}`;
  });
}
