/**
 * The sentences of a text, kept small: as numbers, and as objects only those that were looked at last. A megabyte may have
 * sixty thousand, most of which report nothing.
 * @module
 */
import type { CueHit } from '../rules/match/cues.ts';
import { firstWhere } from '../text/search.ts';
import type { Span } from '../text/spans.ts';
import { IntList } from '../text/typed.ts';
import type { Sentence, SentenceMemo, Sentences, Unread } from './annotated.ts';
import type { NounPhrase } from './noun-phrases.ts';
import type { Postmodifier } from './postmodifiers.ts';
import { NO_CUES } from './sentence-bounds.ts';
import { Phrases } from './sentence-phrases.ts';

/** A sentence as it is found. */
export type Bounds = Span & Pick<Sentence, 'from' | 'to' | 'paragraph' | 'cues'>;

/** Sentences around a quote that are looked at, several times over. Neighbours never share a slot. */
const KEPT = 64;

/** Numbers of each sentence in `#numbers`: start, end, from, to, paragraph, and the end of its cues in `#cues`. */
const FIELDS = 6;
const [END, FROM, TO, PARAGRAPH, CUES] = [1, 2, 3, 4, 5] as const;

export class SentenceList implements Sentences {
  readonly #annotated: Unread;
  readonly #numbers = new IntList();
  /** The cues of all sentences, in order. */
  readonly #cues: CueHit[] = [];
  readonly #kept: (LazySentence | undefined)[] = Array.from({ length: KEPT });

  constructor(annotated: Unread) {
    this.#annotated = annotated;
  }

  get length(): number {
    return this.#numbers.length / FIELDS;
  }

  add({ start, end, from, to, paragraph, cues }: Bounds): void {
    for (const cue of cues) this.#cues.push(cue);
    for (const number of [start, end, from, to, paragraph, this.#cues.length])
      this.#numbers.push(number);
  }

  at(number: number): Sentence | undefined {
    if (!(number >= 0 && number < this.length)) return undefined;
    const slot = number % KEPT;
    const kept = this.#kept[slot];
    if (kept?.number === number) return kept;
    return (this.#kept[slot] = this.#make(number));
  }

  numberOf(word: number): number {
    const next = firstWhere(this.length, (number) => this.#field(number, FROM) > word);
    return Math.max(0, next - 1);
  }

  forEach(visit: (sentence: Sentence, number: number) => void): void {
    for (let number = 0; number < this.length; number++) visit(this.at(number) as Sentence, number);
  }

  *[Symbol.iterator](): Generator<Sentence> {
    for (let number = 0; number < this.length; number++) yield this.at(number) as Sentence;
  }

  #make(number: number): LazySentence {
    const bounds = {
      start: this.#field(number, 0),
      end: this.#field(number, END),
      from: this.#field(number, FROM),
      to: this.#field(number, TO),
      paragraph: this.#field(number, PARAGRAPH),
      cues: this.#cuesOf(number),
    };
    return new LazySentence(this.#annotated, number, bounds);
  }

  #cuesOf(number: number): readonly CueHit[] {
    const first = number === 0 ? 0 : this.#field(number - 1, CUES);
    const end = this.#field(number, CUES);
    return first === end ? NO_CUES : this.#cues.slice(first, end);
  }

  #field(number: number, field: number): number {
    return this.#numbers.at(number * FIELDS + field);
  }
}

/**
 * A sentence whose phrases are looked for when they are asked for. Most report nothing and are never asked for theirs; those
 * that are, and the few around them, are asked often.
 */
class LazySentence implements Sentence {
  readonly number: number;
  readonly start: number;
  readonly end: number;
  readonly from: number;
  readonly to: number;
  readonly paragraph: number;
  readonly cues: readonly CueHit[];
  readonly #annotated: Unread;
  #found: Phrases | undefined;

  constructor(annotated: Unread, number: number, bounds: Bounds) {
    this.#annotated = annotated;
    this.number = number;
    this.start = bounds.start;
    this.end = bounds.end;
    this.from = bounds.from;
    this.to = bounds.to;
    this.paragraph = bounds.paragraph;
    this.cues = bounds.cues;
  }

  get phrases(): readonly NounPhrase[] {
    return this.#phrases.phrases;
  }

  get candidateSpeakers(): readonly NounPhrase[] {
    return this.#phrases.candidateSpeakers;
  }

  get postmodifiers(): readonly Postmodifier[] {
    return this.#phrases.postmodifiers;
  }

  get memo(): SentenceMemo {
    return this.#phrases;
  }

  get #phrases(): Phrases {
    return (this.#found ??= new Phrases(this.#annotated, this));
  }
}
