/**
 * Descriptions: what stands for somebody who has no name.
 * @module
 */
import { phraseNumber, sentenceAt, type AnnotatedText } from '../annotation/annotated.ts';
import { closingMark } from '../annotation/closing-marks.ts';
import { PLAIN } from '../annotation/punctuation.ts';
import {
  ADVERB,
  AUXILIARY,
  DETERMINER,
  isCue,
  NAME,
  NUMBER,
  PARTICIPLE,
  POSSESSIVE,
  PREPOSITION,
  PRONOUN,
  RELATIVE,
  TIME,
  VERB,
} from '../annotation/tags.ts';
import { hasPossessiveS } from '../annotation/possessives.ts';
import { CAPITAL } from '../text/words.ts';
import type { WordSpan } from '../text/spans.ts';
import type { Head, Opening } from './model/features.ts';
import type { Resolution } from './resolution.ts';

/** Somebody without a name, by the words themselves; null where they are too few to describe anybody. */
export function asDescribed(
  annotated: AnnotatedText,
  phrase: WordSpan,
  head: number,
  by: Pick<Resolution, 'trail'> & { readonly step?: string } = { trail: [] },
): Resolution | null {
  const description = describe(annotated, phrase);
  if (!description) return null;
  const { lexicon } = annotated;
  const kind = headKindOf(annotated, head);
  // "the 54-year-old": an age alone describes nobody.
  if (/^\d\S*$/.test(description)) return null;
  const isPerson = kind === 'role' || kind === 'spokesperson';
  const own = OF_HEAD[kind] ?? { type: 'unknown', step: 'description' };
  return {
    entity: null,
    description,
    type: own.type,
    step: by.step ?? own.step,
    trail: by.trail,
    isPerson,
    gender:
      lexicon.at(head, 'role')?.attribute || lexicon.at(head, 'spokesperson')?.attribute || '',
  };
}

/** People who speak together, by all their names. */
export function asGroup({ doc }: AnnotatedText, { from, to }: WordSpan): Resolution {
  const description = doc.text
    .slice(doc.words.start[from], doc.words.end[to - 1])
    .replace(/\s+/g, ' ');
  return { entity: null, description, type: 'group', step: 'list', trail: [] };
}

const OF_HEAD: Partial<Record<Head, Pick<Resolution, 'type' | 'step'>>> = {
  plural: { type: 'group', step: 'group' },
  group: { type: 'group', step: 'group' },
  organisation: { type: 'organization', step: 'organisation' },
  document: { type: 'organization', step: 'organisation' },
};

/** What heads a description. */
export function headKindOf(annotated: AnnotatedText, head: number): Head {
  const { lexicon, classes, doc } = annotated;
  if (lexicon.has(head, 'spokesperson')) return 'spokesperson';
  if (lexicon.has(head, 'role-plural')) return 'plural';
  if (lexicon.has(head, 'group-noun')) return 'group';
  if (lexicon.has(head, 'role') || lexicon.has(head, 'title')) return 'role';
  if (lexicon.has(head, 'organisation')) return 'organisation';
  if (lexicon.has(head, 'document')) return 'document';
  if (lexicon.has(head, 'demonym')) return 'demonym';
  const byClass = OF_CLASS.get(classes.of[head] as number);
  if (byClass) return byClass;
  return (doc.words.shape[head] as number) & CAPITAL ? 'capital' : 'other';
}

const OF_CLASS = new Map<number, Head>([
  [NAME, 'name'],
  [NUMBER, 'number'],
  [TIME, 'time'],
  [VERB, 'verb'],
  [PARTICIPLE, 'verb'],
  [AUXILIARY, 'verb'],
  [DETERMINER, 'function'],
  [POSSESSIVE, 'function'],
  [PRONOUN, 'function'],
  [RELATIVE, 'function'],
  [PREPOSITION, 'function'],
  [ADVERB, 'function'],
]);

/** What a description opens with. */
export function openingOf({ lexicon, classes, doc }: AnnotatedText, from: number): Opening {
  if (hasPossessiveS(doc, from)) return 'possessive';
  switch (classes.of[from]) {
    case POSSESSIVE:
      return 'possessive';
    case DETERMINER:
      return lexicon.at(from, 'article')?.attribute || 'determiner';
    case NUMBER:
      return 'number';
    default:
      return isCue(classes.of[from]) ? 'determiner' : 'none';
  }
}

/** Phrases that may be tied on behind the first one: "the head | of the office | of the mayor". */
const MOST_TIED = 3;

/**
 * A description with what belongs to its head: "a spokesman | for the ministry", "Sprecher | des Weißen Hauses".
 * @param limit the word that it may reach up to
 */
export function wholeDescription(
  annotated: AnnotatedText,
  { from, to }: WordSpan,
  limit: number,
): WordSpan {
  const { classes, gaps, lexicon } = annotated;
  const sentence = sentenceAt(annotated, from);
  let end = to;
  for (let tied = 0; tied < MOST_TIED && end < limit && gaps[end] === PLAIN; tied++) {
    const isGenitive = classes.of[end] === DETERMINER && lexicon.has(end, 'genitive');
    if (!isGenitive && !(classes.of[end] === PREPOSITION && lexicon.has(end, 'attachment'))) break;
    const first = isGenitive ? end : end + 1;
    const phrase = sentence.phrases[phraseNumber(sentence, first)];
    if (!phrase || phrase.from !== first || phrase.pronoun || phrase.to > limit) break;
    if (!isGenitive && gaps[first] !== PLAIN) break;
    end = phrase.to;
  }
  return { from, to: end };
}

/** The words of a source without article, on one line; null where they are too few to describe anybody. */
function describe({ classes, doc, lexicon }: AnnotatedText, source: WordSpan): string | null {
  let from = source.from;
  while (
    from < source.to &&
    (lexicon.has(from, 'article') || lexicon.has(from, 'pronoun-possessive')) &&
    // "una de las vecinas"
    (from + 1 >= source.to || classes.of[from + 1] !== PREPOSITION)
  )
    from++;
  if (from >= source.to) return null;
  // One letter: "Q:", "A:" name nobody.
  if ((doc.words.end[source.to - 1] as number) - (doc.words.start[from] as number) < 2) return null;
  const { text, words } = doc;
  const start = words.start[from] as number;
  const end = words.end[source.to - 1] as number;
  return text
    .slice(start, end + closingMark(text, start, end))
    .replace(/['’]s$/, '')
    .replace(/\s+/g, ' ');
}
