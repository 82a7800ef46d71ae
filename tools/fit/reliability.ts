/**
 * Whether confidences mean what they say.
 * @module
 */

/** An answer: how sure it was, and whether it was right. */
interface Answered {
  readonly confidence: number;
  readonly isRight: boolean;
}

const BINS = 10;

/** Rows of a table in Markdown: for each tenth of confidence, how many answers of each sort there are, and the share that is right. */
export function reliability(sorts: readonly (readonly Answered[])[]): readonly string[] {
  return Array.from({ length: BINS }, (_, bin) => {
    const cells = sorts.flatMap((answers) => {
      const own = answers.filter((answer) => binOf(answer) === bin);
      return [`${own.length}`, own.length === 0 ? '–' : `${(100 * shareRight(own)).toFixed(0)} %`];
    });
    return `| ${bin / BINS} to ${(bin + 1) / BINS} | ${cells.join(' | ')} |`;
  });
}

/** How far the share that is right is from the mean confidence, over the tenths: the mean over all answers, from 0 to 1. */
export function meanGap(answers: readonly Answered[]): number {
  let gap = 0;
  for (let bin = 0; bin < BINS; bin++) {
    const own = answers.filter((answer) => binOf(answer) === bin);
    const claimed = own.reduce((sum, { confidence }) => sum + confidence, 0);
    if (own.length > 0) gap += Math.abs(claimed - own.length * shareRight(own));
  }
  return gap / Math.max(1, answers.length);
}

function binOf({ confidence }: Answered): number {
  return Math.min(BINS - 1, Math.floor(confidence * BINS));
}

function shareRight(answers: readonly Answered[]): number {
  return answers.filter(({ isRight }) => isRight).length / answers.length;
}
