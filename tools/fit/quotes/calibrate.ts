/**
 * Calibration: how often quotes of each confidence are right in documents that the weights have not seen.
 * @module
 */
import { CALIBRATION, LINES, type Line } from '../../../src/quotes/model/calibration.ts';
import { knotName, KNOTS } from '../../../src/rules/calibration.ts';
import type { WeightTable } from '../../../src/rules/types.ts';
import type { Quote } from '../../../src/schema/types.ts';
import type { QuoteDocument } from '../../eval/gold.ts';
import { hasMarks } from '../../eval/quotes/attribution.ts';
import { isSourceRight, pair } from '../../eval/quotes/pairing.ts';
import { RisingLine } from '../isotonic.ts';

/** One answer: how sure it was, and whether it was right. */
export interface Judged {
  readonly fold: number;
  readonly line: Line;
  readonly confidence: number;
  readonly isRight: boolean;
}

/** Whether each quote of a document is found in gold and has the right source. */
export function judgeQuotes(
  doc: QuoteDocument,
  quotes: readonly Quote[],
  fold: number,
): readonly Judged[] {
  const { golds, tolds, goldOf } = pair(doc, quotes);
  return tolds.map((told, i) => {
    const gold = golds[goldOf[i] as number];
    return {
      fold,
      line: hasMarks(told) ? 'marked' : 'plain',
      confidence: told.told.confidence,
      isRight: gold !== undefined && isSourceRight(gold.source, told.source),
    };
  });
}

/** The table of the lines through some answers; lines that no answer speaks of are left out. */
export function calibrationTable(judged: readonly Judged[]): WeightTable {
  const rows: Record<string, readonly number[]> = {};
  for (const line of LINES) {
    const own = judged.filter((one) => one.line === line);
    if (own.length > 0) Object.assign(rows, risingRows(line, own));
  }
  return { columns: ['weight'], rows };
}

/** The rows of one line: in hundredths, how often answers of the confidence of each knot were right. */
export function risingRows(
  line: string,
  judged: readonly Pick<Judged, 'confidence' | 'isRight'>[],
): Readonly<Record<string, readonly number[]>> {
  const rising = new RisingLine(KNOTS);
  for (const { confidence, isRight } of judged) rising.add(confidence, isRight ? 1 : 0);
  return Object.fromEntries(
    [...rising.knots()].map((value, knot) => [knotName(line, knot), [0, Math.round(100 * value)]]),
  );
}

/** The lines of a table under which confidences stay as they are. */
export const STRAIGHT: WeightTable = {
  columns: ['weight'],
  rows: Object.fromEntries(
    LINES.flatMap((line) =>
      Array.from({ length: KNOTS }, (_, knot) => [
        knotName(line, knot),
        [0, Math.round((100 * knot) / (KNOTS - 1))],
      ]),
    ),
  ),
};

export const calibrationName = (language: string): string =>
  language === '' ? CALIBRATION : `${CALIBRATION}-${language}`;
