/**
 * To whom something was said, and where or through what: "told CNN", "on Twitter", "in a statement to reporters".
 * Both are read off the words around the cue that are neither source nor content.
 * @module
 */
import { phraseFrom, adverbialAt } from '../annotation/adverbials.ts';
import { isColon, sentenceAt, type AnnotatedText, type Sentence } from '../annotation/annotated.ts';
import { headOf, kindOf, type Kind } from '../annotation/mention-types.ts';
import { PLAIN } from '../annotation/punctuation.ts';
import { isCue, PREPOSITION } from '../annotation/tags.ts';
import type { WordSpan } from '../text/spans.ts';
import type { RawQuote } from './quote.ts';

export interface Audience {
  readonly addressee: WordSpan | null;
  readonly venue: WordSpan | null;
}

/** Words to look at from each place on. Set by hand; it bounds the work. */
const MOST_WORDS = 30;

/** Who was told, and where, as far as the sentence of the cue says so. */
export function audienceOf(annotated: AnnotatedText, quote: RawQuote): Audience {
  const { cue } = quote;
  if (!cue || isColon(cue)) return { addressee: null, venue: null };
  const sentence = sentenceAt(annotated, cue.from);
  const found = new Finder(annotated, sentence, quote);
  found.lookFrom(cue.to, takesPerson(annotated, quote));
  if (quote.source && quote.source.from >= cue.to) found.lookFrom(quote.source.to, false);
  const last = quote.content.reduce((end, span) => Math.max(end, span.to), 0);
  if (last > cue.to && last < sentence.to) found.lookFrom(last, false);
  found.lookFrom(sentence.from, false);
  if (opensLikeVerb(annotated, sentence)) found.lookFrom(sentence.from + 1, false);
  return { addressee: found.addressee, venue: found.venue };
}

/** "Speaking to reporters on Monday, …" */
function opensLikeVerb(
  { doc, lexicon, classes, markOf }: AnnotatedText,
  { from }: Sentence,
): boolean {
  const word = doc.folded.slice(doc.words.start[from], doc.words.end[from]);
  const isVerb = isCue(classes.of[from]) || lexicon.endingOf(word) === 'ing-ending';
  return isVerb && markOf[from] === -1;
}

function takesPerson({ rules }: AnnotatedText, { cue }: RawQuote): boolean {
  return cue !== null && (rules.cueRules[cue.rule]?.takes.includes('person') ?? false);
}

class Finder {
  addressee: WordSpan | null = null;
  venue: WordSpan | null = null;
  readonly #annotated: AnnotatedText;
  readonly #sentence: Sentence;
  readonly #quote: RawQuote;

  constructor(annotated: AnnotatedText, sentence: Sentence, quote: RawQuote) {
    this.#annotated = annotated;
    this.#sentence = sentence;
    this.#quote = quote;
  }

  /** Walks over the circumstances that start at `word`; with `person`, whoever stands there first was told. */
  lookFrom(word: number, person: boolean): void {
    let at = person ? this.#addressed(word) : word;
    const end = Math.min(this.#sentence.to, at + MOST_WORDS);
    while (at < end && (at === word || this.#annotated.gaps[at] === PLAIN) && this.#isFree(at)) {
      const step = adverbialAt(this.#annotated, this.#sentence, at);
      if (!step || !this.#isFree(step.to - 1)) return;
      at = this.#note(at, step.to, step.kind === 'venue');
    }
  }

  /** Whoever stands right behind a cue like "told"; answers the word behind. */
  #addressed(word: number): number {
    const { gaps, lexicon } = this.#annotated;
    if (word >= this.#sentence.to || gaps[word] !== PLAIN || !this.#isFree(word)) return word;
    const phrase = phraseFrom(this.#sentence, word);
    const to = lexicon.has(word, 'pronoun-object') ? word + 1 : (phrase?.to ?? word);
    if (to === word || !this.#isFree(to - 1)) return word;
    this.addressee ??= { from: word, to };
    return to;
  }

  /** Notes a phrase with its preposition at `from`; answers the word behind it. */
  #note(from: number, to: number, isVenue: boolean): number {
    const phrase = { from: from + 1, to };
    if (isVenue) {
      phrase.to = this.#withAttachments(to);
      this.venue ??= phrase;
    } else if (this.#annotated.lexicon.has(from, 'addressee')) this.addressee ??= { from, to };
    else if (this.#isAddressed(from, phrase)) this.addressee ??= phrase;
    return phrase.to;
  }

  /** Some prepositions stand in front of nothing else: "gegenüber der Zeitung". */
  #isAddressed(preposition: number, phrase: WordSpan): boolean {
    const hit = this.#annotated.lexicon.at(preposition, 'addressee-preposition');
    return hit !== undefined && (hit.attribute === 'only' || canListen(this.#annotated, phrase));
  }

  /** "an interview | with CNN", "a letter | to the council": the phrase right behind a venue belongs to it. */
  #withAttachments(end: number): number {
    const { classes, gaps, lexicon } = this.#annotated;
    if (classes.of[end] !== PREPOSITION || gaps[end] !== PLAIN || !this.#isFree(end)) return end;
    if (lexicon.has(end, 'venue-preposition')) return end;
    const phrase = phraseFrom(this.#sentence, end + 1);
    return phrase && gaps[end + 1] === PLAIN && this.#isFree(phrase.to - 1) ? phrase.to : end;
  }

  /** Whether a word is part of neither the content nor the source nor the cue. */
  #isFree(word: number): boolean {
    const { content, source, cue } = this.#quote;
    const holds = (span: WordSpan | null): boolean =>
      span !== null && span.from <= word && word < span.to;
    return !content.some(holds) && !holds(source) && !holds(cue);
  }
}

const LISTENERS: ReadonlySet<Kind> = new Set<Kind>([
  'name',
  'titled',
  'pronoun',
  'role',
  'plural',
  'organisation',
]);

/** Whether one can speak to it: "to reporters", not "to Tuesday". */
function canListen(annotated: AnnotatedText, { from, to }: WordSpan): boolean {
  return LISTENERS.has(kindOf(annotated, from, headOf(annotated, from, to)));
}
