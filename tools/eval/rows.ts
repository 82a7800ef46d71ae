/**
 * The rows of the table of quality: which figure of which corpus, and what to hold it against.
 *
 * The figures to compare with were measured with the same metrics on documents of the same origin: simple rules (every
 * long line is story; every stretch of four words in marks is a quote of the nearest name), the best program known for the
 * task, and the agreement of two people. All are in percent, and absent if nobody has measured them.
 * @module
 */
import type { Kind } from './kinds.ts';

export interface Row {
  readonly corpus: string;
  readonly kind: Kind;
  /** What the corpus is. Rows of one corpus follow each other. */
  readonly origin: string;
  readonly what: string;
  /** Path of the figure in the results. */
  readonly figure: string;
  readonly simple?: string;
  readonly best?: string;
  readonly people?: string;
}

type Figure = Omit<Row, 'corpus' | 'kind' | 'origin'>;

function corpus(name: string, kind: Kind, origin: string, figures: readonly Figure[]): Row[] {
  return figures.map((figure) => ({ corpus: name, kind, origin, ...figure }));
}

const READABILITY = 'Mozilla Readability, from the HTML';

export const ROWS: readonly Row[] = [
  ...corpus('segments.jsonl', 'segments', 'news pages labelled line by line', [
    {
      what: 'five labels, macro F1 over characters',
      figure: 'macroF1',
      simple: '57',
      people: '97.5',
    },
    { what: 'kind right where the label is', figure: 'kindAccuracy' },
  ]),
  ...corpus('body-naeb.jsonl', 'body', 'news pages of 2023', [
    {
      what: 'text of the story, F1 of four-word shingles',
      figure: 'f1',
      simple: '85',
      best: `89.6 (${READABILITY})`,
      people: '97.9',
    },
  ]),
  ...corpus('html-naeb.jsonl', 'html', 'of the pages of 2023, sent as HTML', [
    {
      what: 'text of the story, F1 of four-word shingles',
      figure: 'f1',
      best: `89.6 (${READABILITY}, all pages)`,
    },
  ]),
  ...corpus('body-wcxb.jsonl', 'body', 'article pages of 2025 and 2026', [
    {
      what: 'text of the story, F1 of four-word shingles',
      figure: 'f1',
      simple: '89',
      best: `92.4 (${READABILITY}) to 94.5 (defuddle, from the HTML)`,
      people: '96.5',
    },
  ]),
  ...corpus('body-naeb-full.jsonl', 'body', 'pages of 2023 with all their links', [
    { what: 'text of the story, F1', figure: 'f1' },
  ]),
  ...corpus('body-wcxb-full.jsonl', 'body', 'pages of 2025 and 2026 with all their links', [
    { what: 'text of the story, F1', figure: 'f1' },
  ]),
  ...corpus('snippets-web.jsonl', 'snippets', 'mostly German pages of small sites', [
    { what: 'passages that belong in the story, or do not, F1', figure: 'f1' },
    {
      what: 'known comments that leak into the story (less is better)',
      figure: 'commentLeak',
      simple: '38',
      best: `4 (${READABILITY})`,
    },
  ]),
  ...corpus('quotes-en.jsonl', 'quotes', 'US political news (PolNeAR, training part)', [
    {
      what: 'quotes with marks, found, F1',
      figure: 'directMixed.found.f',
      simple: '73.4',
      people: '95.9',
    },
    {
      what: '… and with the right source',
      figure: 'directMixed.endToEnd.f',
      simple: '48.6',
      people: '92.4',
    },
    { what: '… with exact content', figure: 'directMixed.exact.f', simple: '50.0', people: '87.2' },
    {
      what: 'quotes without marks that a verb of speech reports, recall',
      figure: 'speechCueRecall.indirect',
      simple: '0',
      people: '91.9',
    },
    { what: 'quotes without marks, precision', figure: 'indirectPrecision', people: '74.1' },
    {
      what: 'all attributions, found, F1',
      figure: 'everything.found.f',
      simple: '33.4',
      people: '79.6',
    },
    {
      what: '… and with the right source',
      figure: 'everything.endToEnd.f',
      simple: '22.1',
      people: '74.4',
    },
    {
      what: 'scare quotes wrongly taken (less is better)',
      figure: 'scareQuotesTaken.percent',
      simple: '0 (takes none under four words)',
      people: '2.3',
    },
  ]),
  ...corpus('quotes-de.jsonl', 'quotes', 'German WikiNews', [
    { what: 'quotes with marks, found, F1', figure: 'directMixed.found.f' },
    { what: '… and with the right source', figure: 'directMixed.endToEnd.f' },
    {
      what: 'quotes without marks, precision',
      figure: 'indirectPrecision',
    },
  ]),
  ...corpus('speakers-en.jsonl', 'speakers', 'US political news with resolved names', [
    { what: 'who speaks, by name, of all quotes with marks', figure: 'canonicalSpeaker' },
    { what: 'names given that are right', figure: 'ofNamed' },
  ]),
];
