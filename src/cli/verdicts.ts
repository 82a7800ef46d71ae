/**
 * Verifications for people and for spreadsheets.
 * @module
 */
import { csvHeader, csvRow } from '../formats/csv.ts';
import type {
  Change,
  ChangeKind,
  Difference,
  Match,
  Status,
  Verification,
  VerifiedQuote,
} from '../verify/types.ts';
import { harmless, type Paint, type Style } from './paint.ts';
import { oneLine } from './show.ts';

const STYLES: Readonly<Record<Status, Style>> = {
  verbatim: 'green',
  typographic: 'green',
  shortened: 'yellow',
  altered: 'yellow',
  absent: 'red',
};

export function showVerification(name: string, { quotes }: Verification, paint: Paint): string {
  const lines = quotes.flatMap(({ quote, status, matches, total }) => [
    `${paint(status.padEnd(11), STYLES[status], 'bold')} ${oneLine(quote)}`,
    ...matches.flatMap((match) => matchLines(match, paint)),
    ...(total > matches.length ? [`    and ${total - matches.length} more`] : []),
  ]);
  return [paint(harmless(name), 'bold'), ...lines, ''].join('\n');
}

function matchLines(match: Match, paint: Paint): readonly string[] {
  const { start, end, label, text, changes, differences, attributions } = match;
  const [said] = attributions;
  const who = said?.name ? `, ${oneLine(said.name)}` : '';
  const isOmission = ({ kind, text: omitted }: Change): boolean =>
    kind === 'ellipsis' && omitted !== null;
  const kinds = [...new Set(changes.filter((one) => !isOmission(one)).map(({ kind }) => kind))];
  return [
    `    ${paint(`${start}–${end} ${label}${who}:`, 'dim')} ${oneLine(text)}`,
    ...(kinds.length > 0 ? [`    ${typographyIn(kinds)}`] : []),
    ...changes
      .filter(isOmission)
      .map((change) => `    ${paint(`the quote leaves out ${written(change, 'text')}`, 'yellow')}`),
    ...differences.map(
      (difference) =>
        `    ${paint(`the quote has ${written(difference, 'quote')}`, 'red')}, ${paint(`the text ${written(difference, 'text')}`, 'green')}`,
    ),
  ];
}

/** Brackets stand for words, and are more than typography. */
function typographyIn(kinds: readonly ChangeKind[]): string {
  return `${kinds.includes('brackets') ? 'changed' : 'only typography'}: ${kinds.join(', ')}`;
}

function written(difference: Difference, side: 'quote' | 'text'): string {
  const span = difference[side];
  return span ? `“${oneLine(span.text)}”` : 'nothing';
}

const COLUMNS = [
  'document_id',
  'quote_number',
  'quote',
  'status',
  'match_start',
  'match_end',
  'match_text',
  'similarity',
  'changes',
  'differences',
  'label',
  'speaker',
];

/** One row a quote, with the first of its best matches. */
export function verificationCsv(header: boolean, { id = '', quotes }: Verification): string {
  const rows = quotes.map((one, i) => {
    const match = bestOf(one);
    return [
      id,
      i + 1,
      one.quote,
      one.status,
      match?.start ?? '',
      match?.end ?? '',
      match?.text ?? '',
      match?.similarity ?? '',
      [...new Set(match?.changes.map(({ kind }) => kind))].join(' '),
      match?.differences
        .map((d) => `${written(d, 'quote')} for ${written(d, 'text')}`)
        .join('; ') ?? '',
      match?.label ?? '',
      match?.attributions[0]?.name ?? '',
    ];
  });
  return (header ? csvHeader(COLUMNS) : '') + rows.map(csvRow).join('');
}

function bestOf({ matches, status }: VerifiedQuote): Match | undefined {
  return matches.find((match) => match.status === status);
}
