/**
 * The labelled pages that ship with the project, and whether rules do better or worse on them.
 * @module
 */
import { fileURLToPath } from 'node:url';
import type { Rules } from '../../src/rules/rules.ts';
import { segmentDocument } from '../../src/segments/segment.ts';
import { parseText } from '../../src/stages.ts';
import type { SegmentDocument } from '../eval/gold.ts';
import { one } from '../eval/print.ts';
import { segmentMeasure } from '../eval/segments/measure.ts';
import type { SegmentTally } from '../eval/segments/tally.ts';

export const CORPUS = fileURLToPath(new URL('../../test/corpus/pages.jsonl', import.meta.url));

/** How two sets of rules do on the pages, as lines: the figure, whether it fell, and each passage that is wrong now alone. */
export function corpusLines(pages: readonly SegmentDocument[], before: Rules, after: Rules): readonly string[] {
  const old = pages.map((page) => tally(page, before));
  const now = pages.map((page) => tally(page, after));
  const lost = newMistakes(old, now);
  const mended = newMistakes(now, old);
  const [was, is] = [macroF1(old), macroF1(now)];
  const verdict = lost.length === 0 && mended.length === 0 && was === is ? 'nothing changes' : lost.length > mended.length || is < was ? 'worse' : 'not worse';
  return [
    `${pages.length} labelled pages of the project: ${verdict}; macro F1 ${one(was)} before, ${one(is)} now; ${lost.length} passages lost, ${mended.length} mended`,
    ...lost.map((mistake) => `  - ${mistake}`),
    ...mended.map((mistake) => `  + mended: ${mistake}`),
  ];
}

function tally(page: SegmentDocument, rules: Rules): SegmentTally {
  const { doc, hits } = parseText(page.text, rules);
  return segmentMeasure.tally(page, { segments: segmentDocument(doc, rules, hits, { explain: false }).segments, articles: [], quotes: [], speakers: [] });
}

const macroF1 = (tallies: readonly SegmentTally[]): number => segmentMeasure.figures(tallies)['macroF1'] as number;

/** Mistakes of the second that are none of the first. */
function newMistakes(first: readonly SegmentTally[], second: readonly SegmentTally[]): readonly string[] {
  const known = new Set(first.flatMap(({ mistakes }) => mistakes));
  return second.flatMap(({ mistakes }) => mistakes).filter((mistake) => !known.has(mistake));
}
