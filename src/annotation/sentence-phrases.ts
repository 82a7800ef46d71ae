/**
 * What is known of the sentences that are looked at: their phrases, and what is asked of their words again and again.
 * @module
 */
import type { CueHit } from '../rules/match/cues.ts';
import { CAPITAL } from '../text/words.ts';
import {
  endOfMark,
  type Marked,
  type Sentence,
  type SentenceMemo,
  type Unread,
} from './annotated.ts';
import { chunkWords, type Chunk } from './noun-phrases.ts';
import { QUOTE_MARK } from './punctuation.ts';
import { exactly } from './sentence-bounds.ts';
import { NAME } from './tags.ts';

/**
 * The phrases of the sentences asked for last. Most sentences report nothing and are never asked for theirs; those that
 * are, and the few around them, are asked often. To keep all of them would take more memory than the sentences.
 */
export class PhraseCache {
  readonly #scene: Unread;
  readonly #kept: (Phrases | undefined)[] = Array.from({ length: KEPT });

  constructor(scene: Unread) {
    this.#scene = scene;
  }

  of(sentence: Pick<Sentence, 'from' | 'to'>): Phrases {
    const slot = sentence.from % KEPT;
    const kept = this.#kept[slot];
    if (kept?.from === sentence.from) return kept;
    const found = new Phrases(this.#scene, sentence);
    this.#kept[slot] = found;
    return found;
  }
}

/** Sentences around a quote that are looked at, several times over. No two of so few stand in one slot often. */
const KEPT = 64;

/** The phrases of one sentence, and notes on its words. */
class Phrases implements SentenceMemo {
  readonly from: number;
  readonly chunks: readonly Chunk[];
  readonly next: Uint8Array;
  readonly adverbials: SentenceMemo['adverbials'];
  readonly #scene: Unread;
  readonly #to: number;
  #mentions: readonly Chunk[] | undefined;

  constructor(scene: Unread, { from, to }: Pick<Sentence, 'from' | 'to'>) {
    this.#scene = scene;
    this.from = from;
    this.#to = to;
    this.chunks = exactly(chunksOf(scene, { from, to }));
    this.next = new Uint8Array(to - from);
    this.adverbials = [];
  }

  get mentions(): readonly Chunk[] {
    return (this.#mentions ??= withNamesInMarks(this.#scene, this.chunks, {
      from: this.from,
      to: this.#to,
    }));
  }
}

/** A sentence whose phrases are looked for when they are asked for. */
export class LazySentence implements Sentence {
  readonly start: number;
  readonly end: number;
  readonly from: number;
  readonly to: number;
  readonly paragraph: number;
  readonly cues: readonly CueHit[];
  readonly #phrases: PhraseCache;

  constructor(phrases: PhraseCache, sentence: Omit<Sentence, 'chunks' | 'mentions' | 'memo'>) {
    this.#phrases = phrases;
    this.start = sentence.start;
    this.end = sentence.end;
    this.from = sentence.from;
    this.to = sentence.to;
    this.paragraph = sentence.paragraph;
    this.cues = sentence.cues;
  }

  get chunks(): readonly Chunk[] {
    return this.#phrases.of(this).chunks;
  }

  get mentions(): readonly Chunk[] {
    return this.#phrases.of(this).mentions;
  }

  get memo(): SentenceMemo {
    return this.#phrases.of(this);
  }
}

function chunksOf(
  { doc, classes, gaps, lexicon, markOf }: Unread,
  { from, to }: Pick<Sentence, 'from' | 'to'>,
): readonly Chunk[] {
  return chunkWords(doc, classes, gaps, lexicon, from, to).filter(
    (chunk) => markOf[chunk.from] === -1,
  );
}

/** Names of papers, bands and ships are written in marks where a language likes it so. */
const MOST_WORDS_OF_NAME = 4;

/** Adds names in marks to the mentions: „Abendbote“ alone, or with what is in front: die „Halder Zeitung“. */
function withNamesInMarks(
  { doc, classes, lexicon, markOf, marked, gaps }: Unread,
  chunks: readonly Chunk[],
  { from, to }: { readonly from: number; readonly to: number },
): readonly Chunk[] {
  if (!lexicon.profile.namesInMarks) return chunks;
  const names: Chunk[] = [];
  for (let w = from; w < to; w++) {
    const mark = markOf[w] as number;
    if (mark === -1) continue;
    const end = endOfMark(markOf, w, to);
    const { closed, end: closing } = marked[mark] as Marked;
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
  if (names.length === 0) return chunks;
  const all = [...chunks, ...names].sort((a, b) => a.from - b.from);
  const opens = new Set(names.map((name) => name.from));
  const joins = (before: Chunk, name: Chunk): boolean =>
    opens.has(name.from) &&
    before.to === name.from &&
    !before.pronoun &&
    classes.of[before.to - 1] !== NAME;
  return all.flatMap((chunk, i) => {
    const next = all[i + 1];
    if (next && joins(chunk, next)) return [];
    const before = all[i - 1];
    return [before && joins(before, chunk) ? { ...chunk, from: before.from } : chunk];
  });
}
