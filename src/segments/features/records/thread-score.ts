/**
 * How likely a list of records is a thread of comments.
 * @module
 */
import type { RecordList } from './list.ts';
import { DATE, SORTS } from './signatures.ts';

/** What the sort of the beat is worth. */
const SORT_WORTH: Readonly<Record<(typeof SORTS)[number], number>> = {
  date: 0.5,
  same: 0,
  ending: -0.5,
  number: 0.3,
  opening: -1.4,
  count: -1.1,
  short: -1.6,
};

/** A name has no more words. */
const NAME_WORDS = 6;

/**
 * Log-odds that what is said in a list are comments: a logistic regression over 2,300 lists with talk in them, of labelled pages, 150 of
 * them threads, rounded. Cross-validated, of 86 lists above 1 there were 75 threads, and of 2,200 below -2 there were 19.
 * That long records speak against comments (-1.2 above 100 words) is left out: it holds for news pages only.
 */
export function threadScore(list: RecordList): number {
  if (list.report) return REPORT_SCORE;
  const isNamed = hasNames(list);
  let score = -3.7 + SORT_WORTH[SORTS[list.chain.sort] as (typeof SORTS)[number]];
  score += list.voices * (isNamed ? 4 : 2.2);
  if (list.own > 0.5) score -= isNamed ? 0.6 : 1;
  if (list.headed) score += 2.6;
  if (list.before > 60) score += 0.7;
  if (!list.fitted) score += unheardWorth(list);
  score += whenWorth(list) + sizeWorth(list) + ORDER_WORTH[list.order];
  if (list.chain.talking === 1) score -= LONE_TALK;
  return score + 0.8 * list.exclaimed + 0.6 * list.small - Math.min(1, list.foreign);
}

/** Of a live report: surely no thread. */
const REPORT_SCORE = -6;

const hasNames = ({ own }: RecordList): boolean => own > 0.5 && own <= NAME_WORDS;

/** Below this score next to no list is a thread, but for a long one of names with most of the page's talk: it is a forum without known words. */
const LEAST_SCORE = -2;
const FORUM_SHARE = 0.6;
const FORUM_RECORDS = 4;

/** Whether a list of records could be a thread of comments. */
export function mayBeThread(list: RecordList): boolean {
  const { talking } = list.chain;
  if (talking === 0 || list.report) return false;
  if (threadScore(list) > LEAST_SCORE) return true;
  return list.share > FORUM_SHARE && talking >= FORUM_RECORDS && hasNames(list);
}

/**
 * Where only one record of a list has talk, its lines are mostly what stands above a story and again below it, as “13 Comments”. Set by hand: 1
 * took about as much of the story out of the comments as 2, which lost opening posts of forums.
 */
const LONE_TALK = 1;

/**
 * Readers' comments mostly stand in the order in which they were written, teasers of other stories from the newest down: of 94 lists whose dates go
 * down and that score at most 1 otherwise, none was a thread; of 31 with talk in them that go up, 22 were. Set by hand: of 0, 1 and 2 each way, and 3 down.
 */
const ORDER_WORTH = { '-1': -2, '0': 0, '1': 1 } as const;

/** Comments have a time of day; a day alone may be anything's. */
function whenWorth({ chain, timed, dated, talk }: RecordList): number {
  if (!timed) return dated ? -0.4 : 0;
  const isRegular = chain.sort === DATE && talk > 0.6 && chain.strokes.length >= 5;
  return isRegular ? 2 : 0.8;
}

/** In a language without rules the looks of a list have to say what rules say elsewhere: the same regression over pages with their letters exchanged. */
function unheardWorth({ timed, before, exclaimed, small }: RecordList): number {
  return (timed ? 1.2 : 0) + (before > 60 ? 0.6 : 0) + (exclaimed + small) / 2;
}

function sizeWorth({ chain, companions, voices, share }: RecordList): number {
  const records = chain.strokes.length;
  const isForum = share > 0.6 && companions > 0 && records >= 4 && voices > 0.3;
  return (records >= 8 ? 0.7 : 0) + (companions > 1 ? 0.6 : 0) + (isForum ? 1.5 : 0);
}
