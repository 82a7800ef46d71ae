/**
 * Questions and answers: an interview, or a story that is told under questions. Three questions or more stand each on a line of its own, a blank line
 * on both sides, and something is said behind each. A list of teasers has no blank lines, and a reader's question has a name above it.
 * @module
 */
import { LABELS } from '../../../labels.ts';
import { LASTS } from '../shape.ts';
import { isFree, labelOf, type Block, type Blocks, type Measured } from './blocks.ts';

const ASK = LASTS.indexOf('ask');
const STOP = LASTS.indexOf('stop');
const COMMENTS = LABELS.indexOf('comments');
/** Of a question. Set by hand, as are the numbers below: only these were tried. */
const MOST_WORDS = 25;
/** Blocks from one question to the next. */
const MOST_STEP = 6;
const LEAST_QUESTIONS = 3;
/** Units of a block that answers; a longer one is a list of something else. */
const MOST_LINES = 4;

export interface QuestionMarks {
  readonly question: (u: number) => void;
  readonly answer: (u: number) => void;
}

/** Looks for runs of questions and marks them, and the free lines that stand behind each. */
export function findQuestions(page: Measured, { list }: Blocks, marks: QuestionMarks): void {
  let run: number[] = [];
  const end = (): void => {
    if (run.length >= LEAST_QUESTIONS) markRun(page, list, run, marks);
    run = [];
  };
  list.forEach((block, b) => {
    if (labelOf(page, block.from) === COMMENTS) end();
    if (!isQuestion(page, list, b)) return;
    if (run.length > 0 && b - (run.at(-1) as number) > MOST_STEP) end();
    run.push(b);
  });
  end();
}

function isQuestion(page: Measured, list: readonly Block[], b: number): boolean {
  const { from, to, isLine } = list[b] as Block;
  const next = list[b + 1];
  if (!isLine || page.shapes.last[to - 1] !== ASK || next === undefined) return false;
  if ((page.shapes.words[from] as number) > MOST_WORDS || !isFree(page, from)) return false;
  return isFree(page, next.from) || isShortAnswer(page, next);
}

/** “No.” is a button of polls too, but without a stop. */
function isShortAnswer(page: Measured, { from, to, isLine }: Block): boolean {
  return isLine && to - from === 1 && page.shapes.last[from] === STOP;
}

/** The last question has one answer; the others have all up to the next question. */
function markRun(
  page: Measured,
  list: readonly Block[],
  run: readonly number[],
  { question, answer }: QuestionMarks,
): void {
  run.forEach((b, i) => {
    question((list[b] as Block).from);
    const next = run[i + 1] ?? Math.min(b + 2, list.length);
    for (let a = b + 1; a < next; a++) {
      const block = list[a] as Block;
      if (a === b + 1 && isShortAnswer(page, block)) answer(block.from);
      // What a rule knows the beginning of is a box.
      if (!isFree(page, block.from) || block.to - block.from > MOST_LINES) continue;
      for (let u = block.from; u < block.to; u++) if (isFree(page, u)) answer(u);
    }
  });
}
