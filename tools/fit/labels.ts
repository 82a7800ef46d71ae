/**
 * The project's own labels for pages of the corpora. `labels.jsonl` does not hold the pages, only where each run of a kind starts.
 * @module
 */
import { createHash } from 'node:crypto';
import { splitKind, type LabelledKind } from '../../src/labels.ts';
import { readJsonLines, type GoldDocument, type GoldSegment } from '../eval/gold.ts';
import type { LabelledPage } from './segments/examples.ts';

interface OwnLabels {
  readonly id: string;
  /** {@link hashOfText} of the page: another version of it is another page. */
  readonly sha256: string;
  /** Start (UTF-16) and kind of each run; a run ends where the next one starts. */
  readonly runs: readonly (readonly [number, LabelledKind])[];
}

/** The labelled pages whose text is among the documents of `pages`. */
export function readLabels(path: string, pages: readonly string[]): readonly LabelledPage[] {
  const labels = new Map(
    readJsonLines<OwnLabels>(path).map((page) => [`${page.id} ${page.sha256}`, page.runs]),
  );
  return pages.flatMap((file) =>
    readJsonLines<GoldDocument>(file).flatMap((doc) => {
      const key = `${doc.id} ${hashOfText(doc.text)}`;
      const runs = labels.get(key);
      // The same page may be in several files.
      labels.delete(key);
      return runs ? [{ ...doc, segments: segmentsOf(runs, doc.text.length) }] : [];
    }),
  );
}

/** First 16 hexadecimal digits of the SHA-256 of a text in UTF-8. */
export function hashOfText(text: string): string {
  return createHash('sha256').update(text, 'utf8').digest('hex').slice(0, 16);
}

function segmentsOf(runs: OwnLabels['runs'], length: number): readonly GoldSegment[] {
  return runs.map(([start, kind], i) => ({
    start,
    end: runs[i + 1]?.[0] ?? length,
    ...splitKind(kind),
  }));
}
