/**
 * Where answers come from: the program itself, or a file of answers that were made elsewhere.
 * @module
 */
import { analyze, readPage } from '../../src/analyze.ts';
import { rules } from '../../src/rules/load.ts';
import type { Answer } from './answer.ts';
import { breaches } from './contract.ts';
import { readJsonLines, type GoldDocument } from './gold.ts';

/** An answer in a file of predictions: parts may be missing, the id may not. */
export type Prediction = Partial<Answer> & { readonly id: string };

export interface Answerer {
  answer(doc: GoldDocument): Answer;
  /** What went wrong with the answers so far: breaches of what is promised of every answer, and missing predictions. */
  readonly failures: readonly string[];
}

const NOTHING: Answer = { segments: [], articles: [], quotes: [], speakers: [] };

/** Answers of this program with the bundled rules and weights. */
export function fromProgram(): Answerer {
  return checked((doc) =>
    analyze(doc.html === undefined ? doc.text : readPage(doc.html, rules), rules),
  );
}

/**
 * Answers from files of predictions. Figures of a program that was fitted on a document flatter it; predictions made by
 * weights that have not seen the document do not.
 */
export function fromPredictions(predictions: readonly Prediction[]): Answerer {
  const byId = new Map(predictions.map((prediction) => [prediction.id, prediction]));
  return checked((doc) => byId.get(doc.id));
}

export function readPredictions(paths: readonly string[]): readonly Prediction[] {
  return paths.flatMap((path) => readJsonLines<Prediction>(path));
}

/** A document without an answer scores nothing; it is not left out. */
function checked(find: (doc: GoldDocument) => Partial<Answer> | undefined): Answerer {
  const failures: string[] = [];
  return {
    failures,
    answer(doc) {
      const found = find(doc);
      if (!found) failures.push(`${doc.id}: no prediction`);
      const answer = { ...NOTHING, ...found };
      for (const breach of found ? breaches(doc.text, found) : [])
        failures.push(`${doc.id}: ${breach}`);
      return answer;
    },
  };
}
