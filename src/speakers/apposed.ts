/**
 * Names in apposition to a description that is the source.
 * @module
 */
import { isRole } from '../annotation/appositions.ts';
import { COMMA, PLAIN } from '../annotation/punctuation.ts';
import { firstWhere } from '../text/search.ts';
import type { WordSpan } from '../text/spans.ts';
import { headKindOf, wholeDescription } from './description.ts';
import { mentionsWithin, type EntityIndex } from './entity-index.ts';
import type { Named } from './entity.ts';
import { named } from './named.ts';
import type { Referent } from './resolution.ts';
import type { Ground } from './source.ts';

export function apposedReferents(ground: Ground, head: number): readonly Referent[] {
  const { index, source } = ground;
  const { annotated } = index;
  const kind = headKindOf(annotated, head);
  const isOfPerson = isRole(annotated, head);
  if (!isOfPerson && kind !== 'group' && kind !== 'organisation') return [];
  const isSort = ({ entity }: Named): boolean => (entity.type === 'person') === isOfPerson;
  const behind = nameBehind(index, source);
  const front = nameInFront(index, source);
  return [
    ...(behind && isSort(behind) ? [apposed(ground, behind, 'apposed-behind')] : []),
    ...(front && isSort(front) ? [apposed(ground, front, 'apposed-front')] : []),
  ];
}

function apposed(ground: Ground, name: Named, way: 'apposed-behind' | 'apposed-front'): Referent {
  const step = { mention: ground.source, to: name.mention, why: 'apposition' } as const;
  return named(ground, name, way, 'apposition', [step]);
}

/**
 * "the president, | Volodymyr Zelensky", "der Trainer der Frankfurter, | Michael Skibbe", "the master of ceremonies | Asab
 * Al-Tabchi": the name behind a description, with a comma between them or nothing.
 */
function nameBehind(index: EntityIndex, source: WordSpan): Named | undefined {
  const { annotated } = index;
  const { gaps, doc } = annotated;
  const { to } = wholeDescription(annotated, source, doc.words.count);
  const inside = to > source.to ? mentionsWithin(index, { from: source.to + 1, to }) : [];
  const tied = inside.find(
    ({ mention }) => mention.to === to && gaps[mention.titlesFrom] === PLAIN,
  );
  if (tied && tied.mention.titlesFrom > source.to + 1 && tied.entity.type === 'person') return tied;
  return gaps[to] === COMMA ? startingAt(index, to) : undefined;
}

/** "Anthony Anton, | chief of the association, said" */
function nameInFront({ annotated, mentions }: EntityIndex, { from }: WordSpan): Named | undefined {
  if (annotated.gaps[from] !== COMMA) return undefined;
  const next = firstWhere(mentions.length, (i) => (mentions[i]?.mention.from ?? 0) >= from);
  const found = mentions[next - 1];
  return found?.mention.to === from ? found : undefined;
}

/** A name at a word, with titles in front of it or not. */
function startingAt(index: EntityIndex, word: number): Named | undefined {
  const found = mentionsWithin(index, { from: word, to: word + MOST_TITLES })[0];
  return found && found.mention.titlesFrom <= word ? found : undefined;
}

/** Words of titles in front of a name at most. */
const MOST_TITLES = 4;
