/**
 * Calibration: how often quotes and speakers of each confidence are right in documents that the weights have not seen.
 * @module
 */
import {
  CALIBRATION,
  knotName,
  KNOTS,
  LINES,
  type Line,
} from '../../../src/quotes/model/calibration.ts';
import type { WeightTable } from '../../../src/rules/types.ts';
import type { Quote, Speaker } from '../../../src/schema/types.ts';
import type { QuoteDocument, SpeakerDocument } from '../../eval/gold.ts';
import { isNamed } from '../../eval/names.ts';
import { hasMarks } from '../../eval/quotes/attribution.ts';
import { isSourceRight, pair } from '../../eval/quotes/pairing.ts';
import { namedQuotes } from '../../eval/quotes/told.ts';
import { LEAST_OVERLAP, overlap, wordsIn, wordsOf } from '../../eval/words.ts';
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

/** Whether the speakers named for the quotes that gold has are right. */
export function judgeSpeakers(
  { text, quotes: golds }: SpeakerDocument,
  quotes: readonly Quote[],
  speakers: readonly Speaker[],
  fold: number,
): readonly Judged[] {
  const words = wordsOf(text);
  const tolds = namedQuotes(words, { quotes, speakers });
  return golds.flatMap(({ quote_spans, speaker }) => {
    const gold = wordsIn(words, quote_spans);
    const overlaps = tolds.map(({ content }) => overlap(gold, content));
    const best = overlaps.indexOf(Math.max(...overlaps));
    const told = tolds[best];
    if (!told?.name || (overlaps[best] as number) < LEAST_OVERLAP) return [];
    const isRight = isNamed(told.name, [speaker.name, ...speaker.accept]);
    const confidence = told.quote.speakerConfidence;
    return [{ fold, line: 'speaker' as const, confidence, isRight }];
  });
}

/** The table of the lines through some answers; lines that no answer speaks of are left out. */
export function calibrationTable(judged: readonly Judged[]): WeightTable {
  const rows: Record<string, readonly number[]> = {};
  for (const line of LINES) {
    const own = judged.filter((one) => one.line === line);
    if (own.length === 0) continue;
    const rising = new RisingLine(KNOTS);
    for (const { confidence, isRight } of own) rising.add(confidence, isRight ? 1 : 0);
    rising.knots().forEach((value, knot) => {
      rows[knotName(line, knot)] = [0, Math.round(100 * value)];
    });
  }
  return { columns: ['weight'], rows };
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
