/**
 * What is known of the sentences that are looked at: their phrases, and what is asked of their words again and again.
 * @module
 */
import { CAPITAL } from '../text/words.ts';
import type { WordSpan } from '../text/spans.ts';
import { endOfMark, type Marked, type SentenceMemo, type Unread } from './annotated.ts';
import { findNounPhrases, type NounPhrase } from './noun-phrases.ts';
import { QUOTE_MARK } from './punctuation.ts';
import { findPostmodifiers, type Postmodifier } from './postmodifiers.ts';
import { NAME } from './tags.ts';

/** The phrases of one sentence, and notes on its words. */
export class Phrases implements SentenceMemo {
  readonly phrases: readonly NounPhrase[];
  readonly next: Uint8Array;
  readonly adverbials: SentenceMemo['adverbials'];
  readonly #annotated: Unread;
  readonly #sentence: WordSpan;
  #candidateSpeakers: readonly NounPhrase[] | undefined;
  #postmodifiers: readonly Postmodifier[] | undefined;

  constructor(annotated: Unread, { from, to }: WordSpan) {
    this.#annotated = annotated;
    this.#sentence = { from, to };
    this.phrases = phrasesOf(annotated, { from, to });
    this.next = new Uint8Array(to - from);
    this.adverbials = [];
  }

  get candidateSpeakers(): readonly NounPhrase[] {
    return (this.#candidateSpeakers ??= withNamesInMarks(
      this.#annotated,
      this.phrases,
      this.#sentence,
    ));
  }

  get postmodifiers(): readonly Postmodifier[] {
    return (this.#postmodifiers ??= findPostmodifiers(
      this.#annotated,
      this.candidateSpeakers,
      this.#sentence,
    ));
  }
}

function phrasesOf(
  { doc, classes, gaps, lexicon, markOf }: Unread,
  { from, to }: WordSpan,
): readonly NounPhrase[] {
  return findNounPhrases(doc, classes, gaps, lexicon, from, to).filter(
    (phrase) => markOf[phrase.from] === -1,
  );
}

/** Names of papers, bands and ships are written in marks where a language likes it so. */
const MOST_WORDS_OF_NAME = 4;

/** Adds names in marks to the mentions: „Abendbote“ alone, or with what is in front: die „Halder Zeitung“. */
function withNamesInMarks(
  { doc, classes, lexicon, markOf, marked, gaps }: Unread,
  phrases: readonly NounPhrase[],
  { from, to }: WordSpan,
): readonly NounPhrase[] {
  if (!lexicon.profile.namesInMarks) return phrases;
  const names: NounPhrase[] = [];
  for (let w = from; w < to; w++) {
    const mark = markOf[w] as number;
    if (mark === -1) continue;
    const end = endOfMark(markOf, w, to);
    const { closed, end: closing } = marked.at(mark) as Marked;
    const isCapital = (word: number): boolean =>
      ((doc.words.shape[word] as number) & CAPITAL) !== 0;
    const isName =
      closed &&
      closing - (doc.words.end[end - 1] as number) === 1 &&
      end - w <= MOST_WORDS_OF_NAME &&
      isCapital(w) &&
      isCapital(end - 1);
    if (isName && (gaps[w] === QUOTE_MARK || w === from))
      names.push({ from: w, to: end, reach: end, pronoun: false });
    w = end - 1;
  }
  if (names.length === 0) return phrases;
  const all = [...phrases, ...names].sort((a, b) => a.from - b.from);
  const opens = new Set(names.map((name) => name.from));
  const joins = (before: NounPhrase, name: NounPhrase): boolean =>
    opens.has(name.from) &&
    before.to === name.from &&
    !before.pronoun &&
    classes.of[before.to - 1] !== NAME;
  return all.flatMap((phrase, i) => {
    const next = all[i + 1];
    if (next && joins(phrase, next)) return [];
    const before = all[i - 1];
    return [before && joins(before, phrase) ? { ...phrase, from: before.from } : phrase];
  });
}
