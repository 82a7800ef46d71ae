/**
 * Sentences: what stands in each, and who is mentioned.
 * @module
 */
import type { Lexicon } from '../rules/lexicon.ts';
import type { CueHit } from '../rules/match/cues.ts';
import type { Document } from '../text/document.ts';
import { splitSentences } from '../text/sentences.ts';
import type { Span } from '../text/spans.ts';
import { CAPITAL, firstWordAfter, NUMERIC, wordsWithin } from '../text/words.ts';
import { endOfMark, type Marked, type Scene, type Sentence } from './annotated.ts';
import { chunkWords, type Chunk } from './noun-phrases.ts';
import { COLON, QUOTE_MARK } from './punctuation.ts';
import { isCue, NAME } from './tags.ts';

/** Longer sentences are not sentences; a bound keeps the search for sources and contents linear. */
const MOST_WORDS = 250;

function cutLong(doc: Document, sentences: readonly Span[]): readonly Span[] {
  return sentences.flatMap((span) => {
    const { from, to } = wordsWithin(doc.words, span.start, span.end);
    if (to - from <= MOST_WORDS) return [span];
    const parts: Span[] = [];
    for (let w = from; w < to; w += MOST_WORDS) {
      const start = w === from ? span.start : (doc.words.start[w] as number);
      const next = w + MOST_WORDS;
      parts.push({ start, end: next < to ? (doc.words.end[next - 1] as number) : span.end });
    }
    return parts;
  });
}

/**
 * Each cue is read together with all others of its sentence, so their number needs a bound. Of the 60,000 sentences of
 * the labelled texts none has more than nine.
 */
const MOST_CUES = 9;
/**
 * Cues as dense as this report nothing. In the labelled texts, sentences with more than five cues have at least four
 * words for each of them.
 */
const FEW_CUES = 5;
const LEAST_WORDS_PER_CUE = 4;

/** Cuts a span in front of every cue that would be one too many. `cues` are those outside marks that stand in it. */
function cutDense(
  { words }: Document,
  { start, end }: Span,
  cues: readonly CueHit[],
): readonly (Span & Pick<Sentence, 'cues'>)[] {
  if (cues.length <= FEW_CUES) return [{ start, end, cues }];
  const parts: (Span & Pick<Sentence, 'cues'>)[] = [];
  for (let i = 0; i < cues.length; i += MOST_CUES) {
    const next = cues[i + MOST_CUES];
    const own = exactly(cues.slice(i, i + MOST_CUES));
    const span = {
      start: i === 0 ? start : (words.start[(own[0] as CueHit).from] as number),
      end: next ? (words.end[next.from - 1] as number) : end,
    };
    const { from, to } = wordsWithin(words, span.start, span.end);
    parts.push({ ...span, cues: to - from >= LEAST_WORDS_PER_CUE * own.length ? own : NO_CUES });
  }
  return parts;
}

/** How far after a question mark in marks a cue may stand for the sentence to go on. */
const REACH_OF_CUE = 5;

/** The sentences of all paragraphs, in order. */
export function findSentences(scene: Unread, cues: readonly CueHit[]): readonly Sentence[] {
  const { doc, lexicon, paragraphs, marked, markOf, classes } = scene;
  const { words } = doc;
  const wordEndingAt = (offset: number): number => firstWordAfter(words, offset - 1);
  const help = {
    atoms: marked,
    isAbbreviation: (end: number) => lexicon.has(wordEndingAt(end), 'abbreviation'),
    isOrdinal: (end: number) => isOrdinal(doc, lexicon, wordEndingAt(end)),
    goesOnAfter: (end: number) => {
      if (/[.…]\s?["”»’']*$/.test(doc.text.slice(Math.max(0, end - 3), end))) return false;
      const next = firstWordAfter(words, end);
      for (let w = next; w < Math.min(words.count, next + reachOfCue(doc, lexicon, next)); w++) {
        if (markOf[w] !== -1) return false;
        if (isCue(classes.of[w])) return true;
      }
      return false;
    },
  };
  const outside = cues.filter((hit) => markOf[hit.from] === -1);
  const cuesOf = cuesInOrder(outside);
  const phrases = new PhraseCache(scene);
  return paragraphs.flatMap((paragraph, number) =>
    cutLong(doc, splitSentences(doc.text, paragraph, help))
      .flatMap((span) => cutDense(doc, span, cuesOf(wordsWithin(words, span.start, span.end))))
      .map(({ cues: own, ...span }) => {
        const { from, to } = wordsWithin(words, span.start, span.end);
        const all = withColons(scene, own, { from, to });
        return new LazySentence(phrases, { ...span, from, to, paragraph: number, cues: all });
      }),
  );
}

/** Reads the cues of one range of words after the other, in the order of the text, so that the list is walked once. */
function cuesInOrder(
  cues: readonly CueHit[],
): (range: { readonly from: number; readonly to: number }) => readonly CueHit[] {
  let next = 0;
  return ({ from, to }) => {
    while (next < cues.length && (cues[next]?.from ?? 0) < from) next++;
    const first = next;
    while (next < cues.length && (cues[next]?.to ?? 0) <= to) next++;
    return first === next ? NO_CUES : exactly(cues.slice(first, next));
  };
}

/** A scene before its sentences are known. */
type Unread = Omit<Scene, 'sentences'>;

const NO_CUES: readonly CueHit[] = [];

/** A copy without the room that engines leave for a list to grow: there are thousands of lists of one. */
function exactly<Item>(list: readonly Item[]): readonly Item[] {
  return list.slice();
}

/**
 * The phrases of the sentences asked for last. Most sentences report nothing and are never asked for theirs; those that
 * are, and the few around them, are asked often. To keep all of them would take more memory than the sentences.
 */
class PhraseCache {
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

/** The phrases of one sentence. */
class Phrases {
  readonly from: number;
  readonly chunks: readonly Chunk[];
  readonly #scene: Unread;
  readonly #to: number;
  #mentions: readonly Chunk[] | undefined;

  constructor(scene: Unread, { from, to }: Pick<Sentence, 'from' | 'to'>) {
    this.#scene = scene;
    this.from = from;
    this.#to = to;
    this.chunks = chunksOf(scene, { from, to });
  }

  get mentions(): readonly Chunk[] {
    return (this.#mentions ??= withNamesInMarks(this.#scene, this.chunks, {
      from: this.from,
      to: this.#to,
    }));
  }
}

/** A sentence whose phrases are looked for when they are asked for. */
class LazySentence implements Sentence {
  readonly start: number;
  readonly end: number;
  readonly from: number;
  readonly to: number;
  readonly paragraph: number;
  readonly cues: readonly CueHit[];
  readonly #phrases: PhraseCache;

  constructor(phrases: PhraseCache, sentence: Omit<Sentence, 'chunks' | 'mentions'>) {
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

/** Where the verb comes second, only a verb goes on behind a quote; a capital starts a sentence: „…?“ fragte Reed, but „…!“ Reed fragte. */
function reachOfCue({ words }: Document, { profile }: Lexicon, next: number): number {
  if (!profile.verbSecond) return REACH_OF_CUE;
  return (words.shape[next] ?? 0) & CAPITAL ? 0 : 2;
}

/** "am 5. August": a number with a stop in front of what is counted so. */
function isOrdinal({ words }: Document, lexicon: Lexicon, word: number): boolean {
  if (!lexicon.profile.ordinalStops || !((words.shape[word] as number) & NUMERIC)) return false;
  return lexicon.has(word + 1, 'month') || lexicon.has(word + 1, 'ordinal');
}

/** "Reed:", "Mayor of Avon:": what stands before a colon that introduces words without marks. */
const MOST_WORDS_OF_LABEL = 5;

/**
 * A colon that no verb of saying stands in front of may itself be the cue ("Reed: “…”"): it is given as a cue of no
 * words, under the numbers that follow those of the rules.
 */
function withColons(
  { rules, gaps, markOf }: Unread,
  cues: readonly CueHit[],
  { from, to }: { readonly from: number; readonly to: number },
): readonly CueHit[] {
  const colons: CueHit[] = [];
  for (let w = from + 1; w < to; w++) {
    if (gaps[w] !== COLON || markOf[w - 1] !== -1 || colons.length === MOST_CUES) continue;
    if (cues.some((cue) => cue.to === w)) continue;
    if (markOf[w] === -1 && w - from > MOST_WORDS_OF_LABEL) continue;
    colons.push({
      from: w,
      to: w,
      rule: rules.cueRules.length,
      lemma: rules.lemmas.count,
      form: 'phrase',
    });
  }
  return colons.length === 0 ? cues : exactly([...cues, ...colons].sort((a, b) => a.from - b.from));
}
