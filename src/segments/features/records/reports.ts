/**
 * Live reports: a list of times with news between them. A thread of comments has the same make, but its records are what readers write, and
 * these are written by reporters: they give other people's words in marks, and say around them who said so.
 * @module
 */
import type { Document } from '../../../text/document.ts';
import type { Units } from '../../units/units.ts';
import type { Shapes } from '../shape.ts';
import { SIGNS } from '../signs.ts';
import type { Chain } from './chains.ts';

/**
 * What a live report has, at least or at most. Set by hand on 610 lists of labelled pages with talk in most records, 144 of them threads, and on 192 made-up
 * live reports of 16 makes: one thread is taken for a report, and of the 7,878 lines of the made-up ones 77 for comments.
 */
export const LEAST_RECORDS = 5;
const LEAST_TALK = 0.5;
/** Of the page's talk: under a story stand comments. */
const LEAST_SHARE = 0.5;
/** Share of records with attributed words in marks. */
const LEAST_QUOTED = 0.2;
/**
 * From this share of the records with talk on it does not matter what stands above the list and at its beats, and whether others
 * exclaim: of the 144 threads none has as much. Set after its gain for English quotes was known in both halves: that gain says
 * nothing of unseen pages.
 */
const MOSTLY_QUOTED = 0.6;
/** Shares of talk that begins with a small letter, and that asks or exclaims. */
const MOST_SMALL = 0.1;
const MOST_EXCLAIMED = 0.2;
/** Words of prose above the first record. */
const MOST_BEFORE = 150;
/** Words at a beat that no other beat has: a reporter's name and a title. Members of forums have ranks, places and mottos too. */
const MOST_OWN = 6;

/** What is measured of a list: see `RecordList`. */
interface ListMeasures {
  readonly chain: Chain;
  readonly talk: number;
  readonly share: number;
  readonly quoted: number;
  readonly small: number;
  readonly exclaimed: number;
  readonly before: number;
  readonly own: number;
}

/** Whether a list is a live report. */
export function isLiveReport(list: ListMeasures): boolean {
  const { chain, talk, share, quoted, small } = list;
  if (chain.strokes.length < LEAST_RECORDS || talk < LEAST_TALK) return false;
  if (share <= LEAST_SHARE || small >= MOST_SMALL || quoted < LEAST_QUOTED) return false;
  return quoted >= MOSTLY_QUOTED * talk || isCalm(list);
}

/** Whether a list begins a page, and its records are told as news is. */
function isCalm({ exclaimed, before, own }: ListMeasures): boolean {
  return exclaimed < MOST_EXCLAIMED && before < MOST_BEFORE && own <= MOST_OWN;
}

const QUOTE = 1 << SIGNS.indexOf('quote');
const OPENING = /["“„«»「『]/g;
const CLOSING = /["”“«»」』]/g;
/** Characters in marks that are more than a title or a nickname, and around them that may say whose they are. */
const LEAST_SAID = 12;
const LEAST_AROUND = 9;

/** Whether a unit gives words in marks and has others around them. Reads the unit up to its first closing mark. */
export function isAttributed(
  { text }: Document,
  { start, end }: Units,
  { signs }: Shapes,
  u: number,
): boolean {
  if (!((signs[u] as number) & QUOTE)) return false;
  const from = start[u] as number;
  const to = end[u] as number;
  const unit = text.slice(from, to);
  const open = unit.search(OPENING);
  if (open < 0) return false;
  CLOSING.lastIndex = open + 1;
  const close = CLOSING.exec(unit)?.index ?? -1;
  return close - open > LEAST_SAID && unit.length - (close - open) > LEAST_AROUND;
}
