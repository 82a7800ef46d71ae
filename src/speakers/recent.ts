/**
 * Who was named lately before a source.
 * @module
 */
import { firstWhere } from '../text/search.ts';
import { phraseNumber } from '../annotation/annotated.ts';
import type { NounPhrase } from '../annotation/noun-phrases.ts';
import type { NameMention } from '../annotation/names.ts';
import type { Entity } from './entity.ts';
import type { Ground } from './source.ts';

/** An entity named lately, by mentions from near to far. */
export interface Recent {
  readonly entity: Entity;
  readonly mentions: readonly NameMention[];
}

/** Sentences and names that a source may reach back over. Set by hand; the second bounds the work in a text of names. */
const REACH = 5;
const MOST_NAMES = 40;

/** The last noun phrases of a sentence before a source, from near to far. */
export function phrasesBefore(
  { index, source }: Ground,
  number: number,
  most: number,
): readonly NounPhrase[] {
  const sentence = index.annotated.sentences.at(number);
  if (!sentence) return [];
  const end = phraseNumber(sentence, source.from);
  return sentence.phrases.slice(Math.max(0, end - most), end).reverse();
}

/** The entities named in the sentences before a source outside of what it says, from near to far. */
export function recentEntities({ index, quote, source, sentence }: Ground): readonly Recent[] {
  const { annotated, mentions } = index;
  const from = annotated.sentences.at(Math.max(0, sentence - REACH))?.from ?? 0;
  const end = firstWhere(mentions.length, (i) => (mentions[i]?.mention.from ?? 0) >= source.from);
  const found = new Map<Entity, NameMention[]>();
  for (let i = end - 1; i >= Math.max(0, end - MOST_NAMES); i--) {
    const { mention, entity } = mentions[i] as (typeof mentions)[number];
    if (mention.from < from) break;
    const isQuoted = quote.content.some(
      (span) => mention.from >= span.from && mention.from < span.to,
    );
    if (isQuoted || annotated.markOf[mention.from] !== -1) continue;
    const known = found.get(entity);
    if (known) known.push(mention);
    else found.set(entity, [mention]);
  }
  return [...found].map(([entity, own]) => ({ entity, mentions: own }));
}
