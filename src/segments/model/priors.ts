/**
 * What features are worth before any data is seen. A fit starts from these weights, and a table without a feature's row leaves it at them.
 * @module
 */
import { LABELLED_KINDS } from '../../labels.ts';
import type { SegmentRule } from '../../rules/types.ts';
import type { Layout } from '../features/layout.ts';
import {
  OPENING_CELLS,
  REPORT_ROLES,
  THREAD_BINS,
  TEXTURES as THREAD_TEXTURES,
} from '../features/records/emit.ts';
import { SCRIPT_ROLES } from '../features/scripts.ts';
import { setPartPriors } from './parts.ts';

const KINDS = LABELLED_KINDS.length;
/** Nothing is known before a fit. */
const NOTHING = new Uint8Array(0);

/**
 * Sets all priors, but for rows that are known.
 * @param knownFrom told with the number of a group's first feature: for each of its features, 1 where its weights were fitted
 */
export function setPriors(
  layout: Layout,
  weights: Float32Array,
  knownFrom: (first: number) => Uint8Array = () => NOTHING,
): void {
  const { base } = layout;
  const isKnown = (first: number): boolean => knownFrom(first).includes(1);
  if (!isKnown(base.recordThread)) setThreadPriors(layout, weights);
  if (!isKnown(base.invited)) setInvitedPrior(layout, weights);
  if (!isKnown(base.threadless)) setThreadlessPriors(layout, weights);
  if (!isKnown(base.told)) setToldPriors(layout, weights);
  if (!isKnown(base.script)) setScriptPriors(layout, weights);
  if (!isKnown(base.recordReport)) setReportPriors(layout, weights);
  setPartPriors(layout, weights, knownFrom(base.part));
  setAlonePriors(layout, weights, knownFrom(base.alone), knownFrom(base.aloneLine));
}

const COMMENT = LABELLED_KINDS.indexOf('comments/comment');
const PARAGRAPH = LABELLED_KINDS.indexOf('body/paragraph');
const META = LABELLED_KINDS.indexOf('comments/comment-meta');
const FORM = LABELLED_KINDS.indexOf('comments/comment-form');
/** What it is worth that prose stands behind an invitation to comment. */
const INVITED_PRIOR = 1;

/** Sets what prose behind an invitation to comment is worth. */
function setInvitedPrior({ base }: Layout, weights: Float32Array): void {
  weights[base.invited * KINDS + COMMENT] = INVITED_PRIOR;
}

/** What the likeliest threads are worth for comments, and for what stands beside them: a step more for each bin. */
const THREAD_PRIOR = 0.5;

/** What it is worth that prose stands in the first record of a thread without a story before it: it is the opening post. */
const OPENING_PRIOR = 1.5;

/** Sets the weights of threads to what they are worth before any data is seen. */
function setThreadPriors({ base }: Layout, weights: Float32Array): void {
  const set = (feature: number, kind: number, weight: number): void => {
    weights[feature * KINDS + kind] = weight;
  };
  THREAD_BINS.forEach((bin, i) => {
    const weight = THREAD_PRIOR * (i + 1);
    const at = base.recordThread + bin * THREAD_TEXTURES.length;
    set(at, COMMENT, weight);
    set(at + 1, META, weight);
    set(at + 2, META, weight / 2);
  });
  for (const cell of OPENING_CELLS) {
    const at = base.recordNumber + cell * THREAD_TEXTURES.length;
    set(at, PARAGRAPH, OPENING_PRIOR);
    set(at, COMMENT, -OPENING_PRIOR);
  }
}

/**
 * What speaks against comments where nothing on a page looks like a thread. Set by hand: of 1 to 6, cross-validated, all from 2 on took as much of the
 * story out of the comments (comments of news pages that may be read: F1 74.7 without, 82.7), and lost no threads of blogs or forums; a page
 * full of readers' words wants 4.
 */
const THREADLESS_PRIOR = -4;

/**
 * What speaks against comments there besides what was fitted: a single unit that seems to be a reader's tips over the rest of an interview. Set by hand: of 0, 2 and 4,
 * cross-validated, the last two did the same (comments of news pages and of pages of the world, in the half that may be read: F1 92.7 to 94.0 and 79.8 to
 * 81.2; in the other one 80.2 and 81.2, as before).
 */
const THREADLESS_GATE = 4;

/** Takes from comments what {@link THREADLESS_GATE} says. */
export function closeThreadless({ base }: Layout, weights: Float32Array): void {
  for (const kind of [COMMENT, META]) {
    const at = base.threadless * KINDS + kind;
    weights[at] = (weights[at] as number) - THREADLESS_GATE;
  }
}

/** Sets what a page without a thread is worth for comments and their furniture. */
function setThreadlessPriors({ base }: Layout, weights: Float32Array): void {
  for (const kind of [COMMENT, META, FORM])
    weights[base.threadless * KINDS + kind] = THREADLESS_PRIOR;
}

const FURNITURE = [
  'boilerplate/navigation',
  'boilerplate/widget',
  'boilerplate/share',
  'boilerplate/byline',
  'boilerplate/form',
  'boilerplate/tag',
  'boilerplate/footer',
  'comments/comment-form',
] as const;
/**
 * What speaks against furniture where something is told at length: a short story on a page of menus was taken for one of them. Set by hand: of 0.7
 * to 2 for paragraphs of 40 or 60 words. At 2, stories took in disclaimers. From 40 words on, more stories were found, but forums lost a little
 * of their opening posts; they did so in the half that nobody reads, so its figure for forums is not one of unseen pages.
 */
const TOLD_PRIOR = -1;

/** Sets what a long paragraph is worth for furniture. */
function setToldPriors({ base }: Layout, weights: Float32Array): void {
  for (const kind of FURNITURE)
    weights[base.told * KINDS + LABELLED_KINDS.indexOf(kind)] = TOLD_PRIOR;
}

/**
 * What a finding is worth more on pages in languages that are not learned from, where most other features keep silent, before any
 * data is seen: a strong one, and a line that a rule knows whole. Set by hand: of 1.75, 3, 4.5 and 6 for a whole line, each took more furniture
 * out of the stories of pages that nobody had read (F1 83.2, 83.3, 83.6, 83.8), and lost more of three stories among six hundred lines of menu.
 */
const ALONE_PRIOR = 1.75;
const ALONE_LINE_PRIOR = 4;

/** Sets what findings are worth in languages that are not learned from, but for the kinds whose weights are known. */
function setAlonePriors(
  { base }: Layout,
  weights: Float32Array,
  known: Uint8Array,
  knownLine: Uint8Array,
): void {
  for (let kind = 0; kind < KINDS; kind++) {
    if (!known[kind]) weights[(base.alone + kind) * KINDS + kind] = ALONE_PRIOR;
    if (!knownLine[kind]) weights[(base.aloneLine + kind) * KINDS + kind] = ALONE_LINE_PRIOR;
  }
}

/** What a rule's finding is worth for its own kind before any data is seen. */
export function priorOf(rule: SegmentRule): number {
  if (rule.weight !== undefined) return rule.weight;
  if (rule.certain) return 6;
  switch (rule.match) {
    case 'line':
      return 3;
    default:
      return 2;
  }
}

/**
 * In log-odds. Without them a unit that looks like a reader's is one still, record or not. Only these were tried: on made-up transcripts
 * they leave 47 of 8,910 lines outside the story (2,478 without any of this), and on the labelled pages they change nothing.
 */
const READERS = -6;
const OTHERS = -2;
const STORY = 1;

/** Sets what a turn, and a line between two turns, is worth for each kind: it is the story's, though it looks like a reader's. */
function setScriptPriors({ base }: Layout, weights: Float32Array): void {
  SCRIPT_ROLES.forEach((_, role) => setStoryPriors(base.script + role, OTHERS, weights));
}

/**
 * Sets what the units of a live report are worth. Times, headings and buttons between what is told may be anything but a reader's.
 */
function setReportPriors({ base }: Layout, weights: Float32Array): void {
  REPORT_ROLES.forEach((role, i) =>
    setStoryPriors(base.recordReport + i, role === 'told' ? OTHERS : 0, weights),
  );
}

/** @param others what a feature is worth for what is neither the story's nor a reader's; where it is nothing, it is nothing for the story too */
function setStoryPriors(feature: number, others: number, weights: Float32Array): void {
  LABELLED_KINDS.forEach((kind, k) => {
    const isStory = kind.startsWith('body/');
    const isReaders = kind.startsWith('comments/');
    const story = others === 0 ? 0 : STORY;
    weights[feature * KINDS + k] = isReaders ? READERS : isStory ? story : others;
  });
}
