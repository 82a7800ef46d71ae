/**
 * A list of records as it is measured: what its records have in common, and how it lies on the page.
 * @module
 */
import type { Document } from '../../../text/document.ts';
import type { Units } from '../../units/units.ts';
import type { Companions } from './companions.ts';
import { hasHeader, isForeign, sumsOf, type Measured } from './findings.ts';
import {
  digitsOf,
  flanksOf,
  isTimed,
  orderOf,
  ownWords,
  shareOf,
  styleOf,
  varietyOf,
} from './measures.ts';
import { isAttributed, isLiveReport } from './reports.ts';
import { DATE, NUMBER } from './signatures.ts';
import type { Span } from './spans.ts';

/** A list of records. */
export interface RecordList extends Span {
  /** Share of records with talk in them. */
  readonly talk: number;
  /** Words of talk in a record that has some, in the mean. */
  readonly words: number;
  /** Share of records in which rules for comments find something. */
  readonly voices: number;
  /** Whether its records have dates or times of day. */
  readonly dated: boolean;
  /** Further units that each record has. */
  readonly companions: number;
  /** Share of its beats that differ from all others. */
  readonly variety: number;
  /** Words at a beat, in the mean, that most other beats of the list do not have: names, or titles. Numbers do not count. */
  readonly own: number;
  /** Whether its beats have a time of day. */
  readonly timed: boolean;
  /** Whether its dates go up (1), down (-1), or neither (0). */
  readonly order: -1 | 0 | 1;
  /** Whether a header of comments stands right before it. */
  readonly headed: boolean;
  /** Share of its talk that is written as in talk: with a small first letter, with marks of question and exclamation. */
  readonly small: number;
  readonly exclaimed: number;
  /** Strong findings of rules for what is neither story nor comment, for each record. */
  readonly foreign: number;
  /** Whether the page is in a language that rules and weights were fitted on: in others their silence says little. */
  readonly fitted: boolean;
  /** Whether prose stands close above it (1), close below it (2), or both (3): a table in a story has it on both sides. */
  readonly flanks: number;
  /** Share of numbers among its words. */
  readonly digits: number;
  /** Words of prose before it. */
  readonly before: number;
  /** Its share of the page's talk, in words. */
  readonly share: number;
  /** Share of its records in which somebody's words stand in marks with others around them. */
  readonly quoted: number;
  /** Whether it is a live report: see {@link isLiveReport}. */
  readonly report: boolean;
}

/** A header is sought in so many units before a list. */
const HEADER_REACH = 6;

/** Sums before each unit. */
export interface Sums {
  readonly proseWords: Int32Array;
  readonly talkWords: Int32Array;
  readonly voices: Int32Array;
  readonly attributed: Int32Array;
  readonly foreign: Int32Array;
}

/** One pass over the units. */
export function sumsOfPage(doc: Document, units: Units, measured: Measured): Sums {
  const { shapes, prose, talk, voices, lead } = measured;
  const isSaid = (is: number, u: number): boolean =>
    is === 1 && isAttributed(doc, units, shapes, u);
  return {
    proseWords: sumsOf(prose, shapes.words),
    talkWords: sumsOf(talk, shapes.words),
    voices: sumsOf(voices),
    attributed: sumsOf(talk.map((is, u) => Number(isSaid(is, u)))),
    foreign: sumsOf(lead.map((_, u) => Number(isForeign(measured, u)))),
  };
}

/** Measures the list over `span`; `beside` is what its records have besides their beats. */
export function measureList(
  doc: Document,
  units: Units,
  measured: Measured,
  sums: Sums,
  span: Span,
  beside: Companions | undefined,
): RecordList {
  const { chain, from, to } = span;
  const { shapes, prose, talk } = measured;
  const said = (sums.talkWords[to] as number) - (sums.talkWords[from] as number);
  const count = chain.strokes.length;
  const list = {
    ...span,
    talk: chain.talking / (count - 1),
    words: said / Math.max(1, chain.talking),
    voices: shareOf(chain, from, to, sums.voices),
    dated: chain.sort === DATE || chain.sort === NUMBER || (beside?.dated ?? false),
    companions: beside?.count ?? 0,
    variety: varietyOf(doc, units, chain),
    own: ownWords(doc, units, chain, talk),
    timed: isTimed(shapes, chain, talk),
    order: orderOf(doc, units, chain),
    headed: hasHeader(
      measured,
      talk,
      Math.max(0, from - HEADER_REACH),
      (chain.strokes[0] as number) + 1,
    ),
    ...styleOf(shapes, talk, from, to),
    foreign: ((sums.foreign[to] as number) - (sums.foreign[from] as number)) / count,
    fitted: measured.fitted,
    flanks: flanksOf(prose, from, to),
    digits: digitsOf(shapes, from, to),
    before: sums.proseWords[from] as number,
    share: said / Math.max(1, sums.talkWords[units.count] as number),
    quoted: shareOf(chain, from, to, sums.attributed),
  };
  return { ...list, report: isLiveReport(list) };
}
