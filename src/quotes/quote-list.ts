/**
 * The quotes of a text, kept small. A page has a dozen; a megabyte may have fifty thousand, and as objects they would take a
 * quarter of a kilobyte each while their speakers are looked for and the answer is written.
 * @module
 */
import type { CueHit } from '../rules/match/cues.ts';
import type { WordSpan } from '../text/spans.ts';
import type { CueQuote, Features, RawQuote, TurnQuote } from './quote.ts';

const FINDERS = [
  'cue',
  'colon',
  'marks',
  'mood',
  'turn',
] as const satisfies readonly RawQuote['by'][];
const ROLES = ['person', 'question', 'answer'] as const satisfies readonly TurnQuote['role'][];

/** What few quotes have, or none where nobody asks for evidence. */
interface Rest {
  readonly via: CueQuote['via'];
  readonly elided: CueQuote['elided'];
  readonly features: Features;
}

const NO_REST: Rest = { via: undefined, elided: undefined, features: [] };

/** Quotes in their order, each made anew whenever it is looked at. */
export class QuoteList implements Iterable<RawQuote> {
  readonly length: number;
  readonly #by: Uint8Array;
  readonly #role: Uint8Array;
  readonly #sentence: Int32Array;
  readonly #confidence: Float64Array;
  /** The first and the last word of each source, half-open; -1 where there is none. */
  readonly #source: Int32Array;
  /** Where the content of each quote starts in `#content`, and that ends. */
  readonly #contentAt: Int32Array;
  readonly #content: Int32Array;
  readonly #cue: readonly (CueHit | null)[];
  readonly #rest = new Map<number, Rest>();

  /** @param confidences those of the quotes, in place of their own */
  constructor(quotes: readonly RawQuote[], confidences: readonly number[]) {
    const { length } = quotes;
    this.length = length;
    this.#by = Uint8Array.from(quotes, ({ by }) => FINDERS.indexOf(by));
    this.#role = Uint8Array.from(quotes, (quote) =>
      quote.by === 'turn' ? ROLES.indexOf(quote.role) : 0,
    );
    this.#sentence = Int32Array.from(quotes, ({ sentence }) => sentence);
    this.#confidence = Float64Array.from(confidences);
    this.#cue = quotes.map(({ cue }) => cue);
    this.#source = new Int32Array(2 * length);
    this.#contentAt = new Int32Array(length + 1);
    const spans = quotes.reduce((sum, { content }) => sum + content.length, 0);
    this.#content = new Int32Array(2 * spans);
    let at = 0;
    quotes.forEach(({ source, content, features, ...quote }, number) => {
      this.#source.set(source ? [source.from, source.to] : [-1, -1], 2 * number);
      for (const { from, to } of content) {
        this.#content[at++] = from;
        this.#content[at++] = to;
      }
      this.#contentAt[number + 1] = at;
      const { via, elided } = quote.by === 'cue' ? quote : NO_REST;
      if (via || elided || features.length > 0) this.#rest.set(number, { via, elided, features });
    });
  }

  *[Symbol.iterator](): Generator<RawQuote> {
    for (let number = 0; number < this.length; number++) yield this.#at(number);
  }

  #at(number: number): RawQuote {
    const by = FINDERS[this.#by[number] as number] as RawQuote['by'];
    const { via, elided, features } = this.#rest.get(number) ?? NO_REST;
    const finding = {
      content: this.#contentOf(number),
      source: this.#sourceOf(number),
      sentence: this.#sentence[number] as number,
      confidence: this.#confidence[number] as number,
      features,
    };
    const cue = this.#cue[number] as CueHit;
    switch (by) {
      case 'cue':
        return {
          by,
          ...finding,
          cue,
          ...(via ? { via } : {}),
          ...(elided ? { elided } : {}),
        };
      case 'colon':
        return { by, ...finding, cue };
      case 'turn':
        return {
          by,
          ...finding,
          cue: null,
          role: ROLES[this.#role[number] as number] as TurnQuote['role'],
        };
      default:
        return { by, ...finding, cue: null };
    }
  }

  #contentOf(number: number): readonly WordSpan[] {
    const content: WordSpan[] = [];
    for (
      let i = this.#contentAt[number] as number;
      i < (this.#contentAt[number + 1] as number);
      i += 2
    )
      content.push({ from: this.#content[i] as number, to: this.#content[i + 1] as number });
    return content;
  }

  #sourceOf(number: number): WordSpan | null {
    const from = this.#source[2 * number] as number;
    return from < 0 ? null : { from, to: this.#source[2 * number + 1] as number };
  }
}
