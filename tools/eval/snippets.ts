/**
 * Passages that must stand in the body, that must not, and readers' comments that must stay out of it.
 * @module
 */
import type { Label } from '../../src/labels.ts';
import type { Answer } from './answer.ts';
import type { SnippetDocument } from './gold.ts';
import type { Measure, TallyBase } from './measure.ts';
import { addUp, percent } from './statistics.ts';
import { columns } from './print.ts';

const COUNTS = [
  ...(['wanted', 'wantedFound', 'unwantedFound'] as const),
  ...(['comments', 'commentsInBody', 'commentsAsComments'] as const),
] as const;
type Counts = Readonly<Record<(typeof COUNTS)[number], number>>;

export interface SnippetTally extends TallyBase {
  readonly counts: Counts;
}

export const snippetMeasure: Measure<SnippetDocument, SnippetTally> = {
  tally: tallySnippets,
  figures: snippetFigures,
  details: () => [],
  worst: worstSnippets,
};

function tallySnippets(doc: SnippetDocument, answer: Answer): SnippetTally {
  const page = flat(doc.text);
  const textOf = (label: Label): string =>
    flat(
      answer.segments
        .filter((segment) => segment.label === label)
        .map(({ start, end }) => doc.text.slice(start, end))
        .join('\n'),
    );
  const body = textOf('body');
  const comments = textOf('comments');
  // A passage that is not in the page's text says nothing about the answer.
  const present = (snippets: readonly string[] = []): readonly string[] =>
    snippets
      .map((snippet) => flat(snippet).trim())
      .filter((snippet) => snippet !== '' && page.includes(snippet));
  const wanted = present(doc.with);
  const unwanted = present(doc.without);
  const remarks = present(doc.comment_snippets);
  const missing = wanted.filter((snippet) => !body.includes(snippet));
  const leaked = remarks.filter((snippet) => body.includes(snippet));
  return {
    id: doc.id,
    mistakes: [
      ...missing.map((snippet) => `LOST ${doc.id}: ${snippet.slice(0, 90)}`),
      ...leaked.map((snippet) => `LEAKED ${doc.id}: ${snippet.slice(0, 90)}`),
    ],
    counts: {
      wanted: wanted.length,
      wantedFound: wanted.length - missing.length,
      unwantedFound: unwanted.filter((snippet) => body.includes(snippet)).length,
      comments: remarks.length,
      commentsInBody: leaked.length,
      commentsAsComments: remarks.filter((snippet) => comments.includes(snippet)).length,
    },
  };
}

function flat(text: string): string {
  return text.normalize('NFKC').replaceAll(/\s+/g, ' ');
}

function snippetFigures(tallies: readonly SnippetTally[]) {
  const total = addUp(
    COUNTS,
    tallies.map((tally) => tally.counts),
  );
  const { wanted, wantedFound, unwantedFound, comments } = total;
  return {
    documents: tallies.length,
    precision: percent(wantedFound, wantedFound + unwantedFound),
    recall: percent(wantedFound, wanted),
    f1: percent(2 * wantedFound, wantedFound + unwantedFound + wanted),
    commentLeak: percent(total.commentsInBody, comments),
    commentsLabelledComments: percent(total.commentsAsComments, comments),
  };
}

function worstSnippets(tallies: readonly SnippetTally[], most: number): readonly string[] {
  const faults = ({ counts }: SnippetTally): number =>
    counts.wanted - counts.wantedFound + counts.unwantedFound + counts.commentsInBody;
  const rows = tallies
    .toSorted((a, b) => faults(b) - faults(a))
    .slice(0, most)
    .map(({ id, counts: c }) => [
      id,
      ...[c.wanted - c.wantedFound, c.unwantedFound, c.commentsInBody].map(String),
    ]);
  return [
    'Worst documents: passages lost, passages wrongly in the body, comments in the body',
    ...columns(rows),
  ];
}
