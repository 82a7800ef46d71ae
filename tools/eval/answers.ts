/**
 * Where answers come from: the program itself, a running service, or a file of answers made elsewhere.
 * @module
 */
import { analyze, readPage } from '../../src/analyze.ts';
import { rules } from '../../src/rules/load.ts';
import type { Answer } from './answer.ts';
import { breaches } from './contract.ts';
import { readJsonLines, type GoldDocument } from './gold.ts';

/** An answer of which parts may be missing. That to a page of HTML has its `text`. */
type PartialAnswer = Partial<Answer> & { readonly text?: string };

/** An answer in a file of predictions. */
export type Prediction = PartialAnswer & { readonly id: string };

/** An answer, and the text that its offsets point into. */
export type Answered = Answer & { readonly text: string };

export interface Answerer {
  /** Never fails: a document without an answer gets an empty one, so it scores nothing instead of being left out. */
  answer(doc: GoldDocument): Promise<Answered>;
  /** Everything wrong with the answers so far: missing ones, and breaches of what every answer promises. */
  readonly failures: readonly string[];
}

const NOTHING: Answer = { segments: [], articles: [], quotes: [], speakers: [] };

/** Answers of this program with the bundled rules and weights. */
export function fromProgram(): Answerer {
  return checked((doc) =>
    analyze(doc.html === undefined ? doc.text : readPage(doc.html, rules), rules),
  );
}

/** Answers of a service that runs at `url`; `key` is sent if the service asks for keys. */
export function fromService(url: string, key?: string): Answerer {
  const headers = {
    'content-type': 'application/json',
    ...(key === undefined ? {} : { authorization: `Bearer ${key}` }),
  };
  return checked(async ({ text, html }) => {
    const body = JSON.stringify(html === undefined ? { text } : { html });
    try {
      const response = await fetch(new URL('/v1/analyze', url), { method: 'POST', headers, body });
      return response.ok ? ((await response.json()) as PartialAnswer) : `HTTP ${response.status}`;
    } catch (error) {
      return `no answer from ${url}: ${error instanceof Error ? error.message : String(error)}`;
    }
  });
}

/**
 * Answers from files of predictions. A program does better on documents that it was fitted on, so published figures come
 * from predictions of weights that have not seen the document.
 */
export function fromPredictions(predictions: readonly Prediction[]): Answerer {
  const byId = new Map(predictions.map((prediction) => [prediction.id, prediction]));
  return checked(({ id, html }) => {
    const found = byId.get(id);
    if (!found) return 'no prediction';
    return html === undefined || found.text !== undefined
      ? found
      : { ...found, text: readPage(html, rules).text };
  });
}

export function readPredictions(paths: readonly string[]): readonly Prediction[] {
  return paths.flatMap((path) => readJsonLines<Prediction>(path));
}

/** @param find the answer to a document, or what went wrong */
function checked(
  find: (doc: GoldDocument) => PartialAnswer | string | Promise<PartialAnswer | string>,
): Answerer {
  const failures: string[] = [];
  return {
    failures,
    async answer(doc) {
      const fail = (why: string): void => void failures.push(`${doc.id}: ${why}`);
      const found = await find(doc);
      if (typeof found === 'string') {
        fail(found);
        return { ...NOTHING, text: doc.text };
      }
      const text = doc.html === undefined ? doc.text : (found.text ?? '');
      if (doc.html !== undefined && text === '') fail('html was sent, no text came back');
      breaches(text, found).forEach(fail);
      return { ...NOTHING, ...found, text };
    },
  };
}
