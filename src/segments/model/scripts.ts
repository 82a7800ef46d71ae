/**
 * What the turns of a transcript and the entries of a live report are worth before any data is seen: the labelled pages have next to none.
 * @module
 */
import { LABELLED_KINDS } from '../../labels.ts';
import { REPORT_ROLES } from '../features/records/emit.ts';
import { SCRIPT_ROLES } from '../features/scripts.ts';

const KINDS = LABELLED_KINDS.length;

/**
 * In log-odds. Without them a unit that looks like a reader's is one still, record or not. Only these were tried: on made-up transcripts
 * they leave 47 of 8,910 lines outside the story (2,478 without any of this), and on the labelled pages they change nothing.
 */
const READERS = -6;
const OTHERS = -2;
const STORY = 1;

/** Sets what a turn, and a line between two turns, is worth for each kind: it is the story's, though it looks like a reader's. */
export function setScriptPriors(script: number, weights: Float32Array): void {
  SCRIPT_ROLES.forEach((_, role) => setPriors(script + role, OTHERS, weights));
}

/**
 * Sets what the units of a live report are worth. Times, headings and buttons between what is told may be anything but a reader's.
 */
export function setReportPriors(report: number, weights: Float32Array): void {
  REPORT_ROLES.forEach((role, i) => setPriors(report + i, role === 'told' ? OTHERS : 0, weights));
}

/** @param others what a feature is worth for what is neither the story's nor a reader's; where it is nothing, it is nothing for the story too */
function setPriors(feature: number, others: number, weights: Float32Array): void {
  LABELLED_KINDS.forEach((kind, k) => {
    const isStory = kind.startsWith('body/');
    const isReaders = kind.startsWith('comments/');
    const story = others === 0 ? 0 : STORY;
    weights[feature * KINDS + k] = isReaders ? READERS : isStory ? story : others;
  });
}
