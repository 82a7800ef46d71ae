/**
 * Whether quotes stand in a text: verbatim, in other typography, shortened, altered or not at all; where, and who says it there.
 * @module
 */
import { analyze, type Source } from '../analyze.ts';
import { segmentAt } from '../answer/segments.ts';
import { ruledAs } from '../rules/language.ts';
import type { Rules } from '../rules/rules.ts';
import type { Analysis, AnalyzeOptions, TextSpan } from '../schema/types.ts';
import { STATUSES } from '../schema/verification-names.ts';
import { offsetMap, type OffsetUnit } from '../text/offsets.ts';
import { attributor } from './attributions.ts';
import { compare, type Comparison, type Pair, type Sides } from './compare.ts';
import { denialsBy, NO_DENIALS, type Denials } from './denials.ts';
import { places } from './find.ts';
import { holesIn, holesWithin, mostWords, partsOf, type Parts, type Piece } from './holes.ts';
import { groundOf, nearest, withoutDenials, type Ground } from './nearest.ts';
import type { Match, Verification, VerifiedQuote } from './types.ts';
import { endOf, Lexicon, startOf, type Tokens } from './words.ts';

export type VerifyOptions = Pick<
  AnalyzeOptions,
  'id' | 'url' | 'language' | 'quotesIn' | 'minConfidence' | 'offsetUnit'
>;

/** Listed of the passages of one quote; all are counted. */
const MAX_MATCHES = 20;

/**
 * Verifies `quotes` against a text or the text of a page: analyses it, and compares. Offsets are in `options.offsetUnit`.
 */
export function verify(
  source: Source,
  quotes: readonly string[],
  rules: Rules,
  { offsetUnit = 'utf16', ...options }: VerifyOptions = {},
): Verification {
  const text = typeof source === 'string' ? source : source.text;
  return verifyAgainst(text, quotes, analyze(source, rules, options), rules, offsetUnit);
}

/**
 * The same with an analysis that was made before.
 * @param analysis of `text`, with all parts, in UTF-16 units
 * @param rules have the words of denial of the text's language
 * @param unit of the answer's offsets
 */
export function verifyAgainst(
  text: string,
  quotes: readonly string[],
  analysis: Analysis,
  rules: Rules,
  unit: OffsetUnit = 'utf16',
): Verification {
  const lexicon = new Lexicon(unit);
  const tokens = lexicon.learn(text);
  const ground = groundOf(tokens, lexicon.size);
  const attributionsOf = attributor(analysis, tokens);
  const denials = denialsOf(analysis.language, rules);
  const { id, language, languageSupport, warnings, engine, rulesVersion } = analysis;
  const { text: ofPage, segments = [] } = analysis;
  return {
    ...(id === undefined ? {} : { id }),
    language,
    languageSupport,
    warnings,
    offsetUnit: unit,
    length: offsetMap(text, unit)(text.length),
    engine,
    rulesVersion,
    ...(ofPage === undefined ? {} : { text: ofPage }),
    quotes: quotes.map((sent): VerifiedQuote => {
      const quote = lexicon.read(sent);
      const found = passagesOf(ground, quote, denials);
      const matches = found.passages.map((passage): Match => {
        const { start, end, changes, differences } = passage;
        const { label, kind, article } = segmentAt(segments, start);
        return {
          ...(tokens.span(start, end) as TextSpan),
          status: statusOf(passage),
          similarity: passage.similarity,
          changes,
          differences,
          label,
          kind,
          article,
          attributions: attributionsOf(passage),
        };
      });
      const status = STATUSES.find((one) => matches.some((match) => match.status === one));
      return { quote: sent, status: status ?? 'absent', matches, total: found.total };
    }),
  };
}

/** @param tag BCP 47 */
function denialsOf(tag: string, rules: Rules): Denials {
  const [language = tag] = tag.split('-');
  return denialsBy(rules.profiles.denialsOf(ruledAs(rules, language)));
}

/** How far a quote stands in another text. */
export interface Likeness extends Comparison {
  /** 0 to 1, as in a verification. */
  readonly similarity: number;
}

/** Compares a quote with a text that nobody has analysed, such as another quote; null where the text has not its words. */
export function likenessOf(text: string, quote: string): Likeness | null {
  const lexicon = new Lexicon('utf16');
  const tokens = lexicon.learn(text);
  const ground = groundOf(tokens, lexicon.size);
  return passagesOf(ground, lexicon.read(quote), NO_DENIALS).passages[0] ?? null;
}

interface Passages {
  readonly passages: readonly Likeness[];
  readonly total: number;
}

/** The passages with the quote's words; where there are none, the one that comes nearest. */
function passagesOf(ground: Ground, quote: Tokens, denials: Denials): Passages {
  const sides: Sides = {
    quote,
    parts: readingOf(quote, ground.text),
    text: ground.text,
    denials,
  };
  const { pairs: exact, total } = wordForWord(sides);
  if (total > 0) {
    const passages = exact.map((pairs): Likeness => {
      const passage = compare(sides, pairs);
      return { ...passage, similarity: rounded(withoutDenials(ground, pairs, passage.denied)) };
    });
    return { passages, total };
  }
  const near = nearest(ground, quote, sides.parts);
  if (near === null) return { passages: [], total: 0 };
  const similarity = rounded(near.similarity);
  return { passages: [{ ...compare(sides, near.pairs), similarity }], total: 1 };
}

const rounded = (similarity: number): number => Math.round(similarity * 1000) / 1000;

/** The quote's parts. Brackets and dots that stand in the text just like that are no holes in the quote. */
function readingOf(quote: Tokens, text: Tokens): Parts {
  const parts = partsOf(quote);
  const whole: Parts = { holes: [], pieces: [{ from: 0, to: quote.words.count }] };
  if (parts.holes.length === 0 || parts.pieces.length === 0) return whole;
  const sides: Sides = { quote, parts: whole, text, denials: NO_DENIALS };
  const asItIs = wordForWord(sides).pairs;
  const holes = holesIn(quote.text);
  const stands = asItIs.some((pairs) => {
    const { start, end } = compare(sides, pairs);
    return holesIn(text.text.slice(start, end)) === holes;
  });
  return stands ? whole : parts;
}

/** The places where the text has every word of the quote, in order and, but for its holes, without others between. */
function wordForWord({ quote, parts, text }: Sides) {
  const { pieces } = parts;
  const runs = pieces.map(({ from, to }) => quote.ids.subarray(from, to));
  const between = pieces.slice(1).map(({ from }, n) => {
    const before = (pieces[n] as Piece).to - 1;
    return mostWords(holesWithin(parts, endOf(quote, before), startOf(quote, from)));
  });
  const { starts, total } = places(text.ids, runs, between, MAX_MATCHES);
  const pairs = starts.map((place) =>
    pieces.flatMap(({ from, to }, n) =>
      Array.from({ length: to - from }, (_, k): Pair => ({ i: from + k, j: place[n]! + k })),
    ),
  );
  return { pairs, total };
}

function statusOf({ differences, changes }: Comparison): Match['status'] {
  if (differences.length > 0) return 'altered';
  if (changes.some(({ kind, text }) => kind === 'ellipsis' && text !== null)) return 'shortened';
  return changes.length > 0 ? 'typographic' : 'verbatim';
}
