/**
 * What is known of units before lists are looked for: whether they are talk, and what rules find in them.
 * @module
 */
import { LABELLED_KINDS, LABELS } from '../../../labels.ts';
import { LABEL_OF_KIND } from '../../kinds.ts';
import type { Shapes } from '../shape.ts';

/** What is measured on units before. */
export interface Measured {
  readonly shapes: Shapes;
  readonly prose: Uint8Array;
  readonly lead: Uint8Array;
  readonly leadStrength: Uint8Array;
  /** Whether the page is in a language that the model has seen. */
  readonly fitted: boolean;
  /** How often the unit's words stand on the page. */
  readonly times: Uint8Array;
  /** 1 where a unit is talk: see {@link talkOf}. */
  readonly talk: Uint8Array;
  /** 1 where a rule for comments speaks: see {@link voicesOf}. */
  readonly voices: Uint8Array;
  /** Not 0 where a transcript is: its turns are no records. */
  readonly scripts: Uint8Array;
}

/** Where units stand in lists: parallel arrays over them. */
export interface UnitLists {
  /** Number of the list + 1, or 0. */
  readonly list: Int32Array;
  /** Index into `ROLES` + 1, or 0. */
  readonly role: Uint8Array;
  /** Number of the record in its list, from 1 on; those without talk are not counted. */
  readonly ordinal: Int32Array;
  /** 1 on a unit that comes again in most records of its list, the beat apart. */
  readonly companion: Uint8Array;
  /** 1 where a unit is talk: prose, or what may be a short comment. */
  readonly talk: Uint8Array;
}

const TALK_WORDS = 5;
const LONG_TALK_WORDS = 14;

/** Whether a unit may be what somebody says. */
export function isTalk({ words, sentences, numbers }: Shapes, u: number): boolean {
  const count = words[u] as number;
  if (count < TALK_WORDS || (numbers[u] as number) * 3 > count) return false;
  return (sentences[u] as number) > 0 || count >= LONG_TALK_WORDS;
}

/** 1 where a unit is talk. */
export function talkOf(shapes: Shapes): Uint8Array {
  return Uint8Array.from(shapes.words, (_, u) => (isTalk(shapes, u) ? 1 : 0));
}

/** Sums before each unit of the weights of those that are marked. */
export function sumsOf(marked: Uint8Array, weights?: Int32Array): Int32Array {
  const sums = new Int32Array(marked.length + 1);
  marked.forEach((is, u) => {
    sums[u + 1] = (sums[u] as number) + (is ? (weights?.[u] ?? 1) : 0);
  });
  return sums;
}

const COMMENTS = LABELS.indexOf('comments');
const BODY = LABELS.indexOf('body');
const FORM = LABELLED_KINDS.indexOf('comments/comment-form');
const BYLINE = LABELLED_KINDS.indexOf('boilerplate/byline');
/** Strength of a rule from which on it counts as a voice. */
export const VOICED = 1;

/**
 * 1 where a rule for what readers write, or for what stands beside it, speaks. Lines of a form stand in other lists too, and in long prose a
 * phrase may stand by chance.
 */
export function voicesOf(
  { lead, leadStrength }: Pick<Measured, 'lead' | 'leadStrength'>,
  talk: Uint8Array,
): Uint8Array {
  return lead.map((kind, u) => {
    const isComment =
      kind > 0 && kind !== FORM + 1 && LABEL_OF_KIND[kind - 1] === COMMENTS && talk[u] === 0;
    return isComment && (leadStrength[u] as number) >= VOICED ? 1 : 0;
  });
}

/** Strength of a rule that knows a header. */
const HEADER = 2;

/** A header may stand above the story too; what stands more often on a page is a button of every comment. */
const MOST_TIMES = 2;

/** Whether a rule knows a header of comments in units `from` to `to`. */
export function hasHeader(
  { lead, leadStrength, times }: Measured,
  talk: Uint8Array,
  from: number,
  to: number,
  least = HEADER,
): boolean {
  for (let u = from; u < to; u++) {
    const kind = lead[u] as number;
    if (kind === 0 || LABEL_OF_KIND[kind - 1] !== COMMENTS || talk[u]) continue;
    if ((leadStrength[u] as number) >= least && (times[u] as number) <= MOST_TIMES) return true;
  }
  return false;
}

/**
 * Strong evidence for something that is no record of a thread: what is neither story nor comment, or the turns of a transcript. Names and dates
 * of records look like bylines.
 */
export function isForeign({ lead, leadStrength, scripts }: Measured, u: number): boolean {
  if (scripts[u] !== 0) return true;
  const kind = lead[u] as number;
  if (kind === 0 || kind === BYLINE + 1 || (leadStrength[u] as number) < 3) return false;
  const label = LABEL_OF_KIND[kind - 1];
  return label !== COMMENTS && label !== BODY;
}
