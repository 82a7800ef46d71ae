/**
 * The features of lists of records.
 * @module
 */
import type { FeatureSpace } from '../../../rules/feature-space.ts';
import type { RecordList } from './list.ts';
import { BEAT, LEAD, ROLES, type Records } from './records.ts';
import { binNames, binOf, type FeatureList } from '../space.ts';
import { ENDS, FOOT } from './spans.ts';
import { threadScore } from './thread-score.ts';

const SIZES = ['tiny', 'short', 'sentence', 'long'] as const;

/** What of a unit decides what its list says of it. */
export const TEXTURES = ['talk', 'companion', 'other', 'lead'] as const;
/** Above the first beat, where beats are not known to close their records, stands something else as a rule. */
const ABOVE = 3;

const EDGES = {
  score: [-3, -2, -1, 0, 1, 2],
  /** Lists that are hardly threads, may be, and are. */
  level: [-2, 0],
  count: [2, 4, 9],
  talk: [0.15, 0.6],
  own: [0.5, 4, 8],
  ahead: [1, 3, 6],
  digits: [0.1, 0.3],
  voices: [0, 0.4],
  companions: [0, 2],
  before: [0, 60, 250],
  share: [0.2, 0.5, 0.8],
} as const;

/** Cells of `record-number` for the first record of a list with most of the page's talk and next to no prose before it. */
export const OPENING_CELLS = [0, 1].flatMap((before) =>
  [2, 3].map((share) => before * (EDGES.share.length + 1) + share),
);
/** Bins of the score from 0 on. */
export const THREAD_BINS = [4, 5, 6] as const;
const TALKS = binNames(EDGES.talk);
const DATES = ['timed', 'dated', 'undated'] as const;
const ORDINALS = ['first', 'second', 'later'] as const;
const FLANKS = ['loose', 'below-prose', 'above-prose', 'between-prose'] as const;
const VOICES = binNames(EDGES.voices);
const MORE = binNames(EDGES.companions);
const SIDES = ['above', 'below'] as const;
/** Units of a live report: what is told, and the times and headings between. */
export const REPORT_ROLES = ['told', 'other'] as const;
/** Within so many units above the first beat of a thread its title stands. */
const MOST_AHEAD = 12;
/** The lowest level that is worth telling one record from another. */
const LIKELY = 1;

/** Adds the groups of these features. */
export function addRecordGroups(space: FeatureSpace) {
  const levels = binNames(EDGES.level);
  const before = binNames(EDGES.before);
  const share = binNames(EDGES.share);
  return {
    recordThread: space.product('thread', binNames(EDGES.score), TEXTURES),
    recordRole: space.product('record', cross(cross(levels, ROLES), ENDS), SIZES),
    recordNumber: space.product('record-number', cross(cross(ORDINALS, before), share), TEXTURES),
    recordShare: space.product('records-share', cross(cross(share, VOICES), MORE), TEXTURES),
    recordMake: space.product('records', cross(cross(TALKS, binNames(EDGES.own)), DATES), TEXTURES),
    recordFlanks: space.product('list', cross(FLANKS, binNames(EDGES.digits)), SIZES),
    recordCount: space.product('records-count', cross(TALKS, binNames(EDGES.count)), TEXTURES),
    recordAhead: space.product('opening-post-ahead', binNames(EDGES.ahead), SIZES),
    recordReport: space.group('live-report', REPORT_ROLES),
    recordBeside: space.product('thread-on-page', cross(SIDES, share), SIZES),
  };
}

export type RecordGroup = keyof ReturnType<typeof addRecordGroups>;

function cross(left: readonly string[], right: readonly string[]): readonly string[] {
  return left.flatMap((l) => right.map((r) => `${l}/${r}`));
}

/** What all units of a list share, as numbers within the groups. */
interface ListBins {
  readonly score: number;
  readonly level: number;
  readonly make: number;
  /** Its part of the page, where it has talk; or -1. */
  readonly part: number;
  readonly count: number;
  /** How it lies to prose, where it has no talk; or -1. */
  readonly flanks: number;
  readonly before: number;
  readonly share: number;
}

function binsOf(list: RecordList): ListBins {
  const talk = binOf(EDGES.talk, list.talk);
  const score = threadScore(list);
  const share = binOf(EDGES.share, list.share);
  const dates = list.timed ? 0 : list.dated ? 1 : 2;
  return {
    score: binOf(EDGES.score, score),
    level: binOf(EDGES.level, score),
    make: (talk * (EDGES.own.length + 1) + binOf(EDGES.own, list.own)) * DATES.length + dates,
    part:
      talk === 0
        ? -1
        : (share * VOICES.length + binOf(EDGES.voices, list.voices)) * MORE.length +
          binOf(EDGES.companions, list.companions),
    count: talk * (EDGES.count.length + 1) + binOf(EDGES.count, list.chain.strokes.length),
    flanks:
      talk === 0 ? list.flanks * (EDGES.digits.length + 1) + binOf(EDGES.digits, list.digits) : -1,
    before: binOf(EDGES.before, list.before),
    share,
  };
}

/** Emits the features of units that stand in lists of records, or beside a thread. */
export class RecordFeatures {
  readonly #records: Records;
  readonly #base: Readonly<Record<RecordGroup, number>>;
  readonly #bins: readonly ListBins[];
  /** Number of the list that is a thread and holds most of the page's talk, or -1. */
  readonly #thread: number;

  constructor(records: Records, base: Readonly<Record<RecordGroup, number>>) {
    this.#records = records;
    this.#base = base;
    this.#bins = records.lists.map(binsOf);
    this.#thread = mainThread(records.lists, this.#bins);
  }

  /** Appends the features of unit `u` to `out`. */
  emit(u: number, size: number, out: FeatureList): void {
    const number = (this.#records.list[u] as number) - 1;
    if (this.#thread >= 0) this.#ahead(u, size, out);
    if (this.#thread >= 0 && number !== this.#thread) this.#beside(u, size, out);
    if (number >= 0) this.#inside(u, size, number, out);
  }

  /** A page that is a thread begins with its title, above the opening post. */
  #ahead(u: number, size: number, out: FeatureList): void {
    const { chain } = this.#records.lists[this.#thread] as RecordList;
    const { before, share } = this.#bins[this.#thread] as ListBins;
    const ahead = (chain.strokes[0] as number) - u;
    const isOpening = before <= 1 && share >= 2;
    if (isOpening && ahead > 0 && ahead <= MOST_AHEAD)
      out.add(this.#base.recordAhead + binOf(EDGES.ahead, ahead) * SIZES.length + size);
  }

  #beside(u: number, size: number, out: FeatureList): void {
    const { from } = this.#records.lists[this.#thread] as RecordList;
    const { share } = this.#bins[this.#thread] as ListBins;
    const cell = (u < from ? 0 : 1) * (EDGES.share.length + 1) + share;
    out.add(this.#base.recordBeside + cell * SIZES.length + size);
  }

  #inside(u: number, size: number, number: number, out: FeatureList): void {
    const { lists, role, ordinal, companion, talk } = this.#records;
    const { score, level, make, part, count, flanks, before, share } = this.#bins[
      number
    ] as ListBins;
    const { end, report } = lists[number] as RecordList;
    if (report) out.add(this.#base.recordReport + (talk[u] ? 0 : 1));
    const isAbove = role[u] === LEAD && end !== FOOT;
    const texture = isAbove ? ABOVE : talk[u] ? 0 : companion[u] || role[u] === BEAT ? 1 : 2;
    const add = (group: RecordGroup, cell: number): void =>
      out.add(this.#base[group] + cell * TEXTURES.length + texture);
    const place = (level * ROLES.length + (role[u] as number) - 1) * ENDS.length;
    out.add(this.#base.recordRole + (place + end) * SIZES.length + size);
    add('recordThread', score);
    if (part >= 0) add('recordShare', part);
    add('recordMake', make);
    add('recordCount', count);
    if (flanks >= 0) out.add(this.#base.recordFlanks + flanks * SIZES.length + size);
    if (level < LIKELY) return;
    const which = Math.min(ORDINALS.length, ordinal[u] as number) - 1;
    add(
      'recordNumber',
      (which * (EDGES.before.length + 1) + before) * (EDGES.share.length + 1) + share,
    );
  }
}

/** Number of the likeliest thread's list: that with most of the page's talk among those that are threads by their score; -1 without one. */
function mainThread(lists: readonly RecordList[], bins: readonly ListBins[]): number {
  let best = -1;
  lists.forEach((list, i) => {
    if ((bins[i] as ListBins).level < EDGES.level.length || list.talk <= 0.15) return;
    if (best < 0 || list.share > (lists[best] as RecordList).share) best = i;
  });
  return best;
}
