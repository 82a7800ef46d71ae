/**
 * What features need to know of the whole page: distances, shares and runs of units.
 * @module
 */
import { LABELLED_KINDS, LABELS } from '../../labels.ts';
import { LABEL_OF_KIND } from '../kinds.ts';
import { STRONG, type Page } from './page.ts';
import { mayBeThread } from './records/thread-score.ts';
import { endsInStop } from './shape.ts';

/** Units to the nearest prose above (`step` 1) or below (-1); 0 where there is none. */
export function toProse({ prose }: Page, step: 1 | -1): Int32Array {
  const n = prose.length;
  const out = new Int32Array(n);
  let at = -1;
  for (let i = 0; i < n; i++) {
    const u = step > 0 ? i : n - 1 - i;
    if (at >= 0) out[u] = Math.abs(u - at);
    if (prose[u]) at = u;
  }
  return out;
}

/** Share of the page's words in prose that stand below each unit. */
export function proseLeft({ prose, shapes }: Page): Float32Array {
  const n = prose.length;
  const out = new Float32Array(n);
  let sum = 0;
  for (let u = n - 1; u >= 0; u--) {
    out[u] = sum;
    if (prose[u]) sum += shapes.words[u] as number;
  }
  return sum === 0 ? out : out.map((words) => words / sum);
}

/** How many units of the page the rules of each label speak for. */
export function countsOnPage({ lead }: Page): readonly number[] {
  const counts = LABELS.map(() => 0);
  for (const kind of lead) {
    if (kind === 0) continue;
    const label = LABEL_OF_KIND[kind - 1] as number;
    counts[label] = (counts[label] as number) + 1;
  }
  return counts;
}

const META = LABELLED_KINDS.indexOf('comments/comment-meta') + 1;
const FORM = LABELLED_KINDS.indexOf('comments/comment-form') + 1;

/** So many words in sentences are no button, no menu and no name. */
const LONG_WORDS = 60;
const LONG_SENTENCES = 2;

/** Whether a unit is a long paragraph. */
export function isToldAtLength({ prose, shapes }: Page, u: number): boolean {
  return (
    prose[u] === 1 &&
    (shapes.words[u] as number) >= LONG_WORDS &&
    (shapes.sentences[u] as number) >= LONG_SENTENCES
  );
}

/** Whether rules take the unit for the furniture of a thread. */
export function isThreadFurniture({ lead, scripts }: Page, u: number): boolean {
  return scripts[u] === 0 && (lead[u] === META || lead[u] === FORM);
}

/**
 * Whether anything on the page is as it is around comments: a line that rules know for the furniture of a thread, or a list of records that may
 * be one. Where nothing is, words that readers use are the words of the story, as in an interview or a letter to the editor. A single
 * field of a form is no sign, as other forms have it too. The markup of a page says for itself where its comments are.
 */
export function mayHaveThread(page: Page): boolean {
  const { html, lead, leadStrength, records, shapes } = page;
  if (html) return true;
  const isSign = (kind: number, u: number): boolean =>
    (leadStrength[u] as number) >= STRONG &&
    isThreadFurniture(page, u) &&
    (kind === META || (shapes.words[u] as number) > 1);
  return lead.some(isSign) || records.lists.some(mayBeThread);
}

export function lookOf(page: Page, u: number, size: number): number {
  const { words, numbers } = page.shapes;
  const count = words[u] as number;
  const look = count === 0 ? 4 : numbers[u] === count ? 5 : size;
  return look * 2 + (endsInStop(page.shapes, u) ? 1 : 0);
}

/** Length of the run of short lines without a sentence's end that each unit stands in; 0 outside of runs. */
export function shortRuns(page: Page, sizes: Uint8Array): Int32Array {
  const n = page.units.count;
  const runs = new Int32Array(n);
  for (let u = 0; u < n;) {
    let v = u;
    while (v < n && (sizes[v] as number) <= 1 && !endsInStop(page.shapes, v)) v++;
    runs.fill(v - u, u, v);
    u = Math.max(v, u + 1);
  }
  return runs;
}
