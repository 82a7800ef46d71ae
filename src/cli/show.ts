/**
 * An analysis for people: the text in bands by label, and who says what.
 * @module
 */
import { marksOf, type Mark } from '../formats/marks.ts';
import type { Analysis, Evidence, Quote, Segment, Speaker } from '../schema/types.ts';
import { harmless, LABEL_STYLES, type Paint } from './paint.ts';
import { breaksOf } from './wrap.ts';

const LABEL_WIDTH = 24;
/** The label, and the bar with its spaces. */
const MARGIN = LABEL_WIDTH + 3;
/** A terminal may be so narrow that nothing is left of it. */
const LEAST_WIDTH = 20;
/** Reasons that are shown of a segment or a quote. */
const MOST_REASONS = 3;
const LINE_BREAK = /\r\n|[\n\r\u2028\u2029]/;

/** How things are shown. */
export interface View {
  readonly paint: Paint;
  /** Of the terminal; lines are not wrapped where nobody knows. */
  readonly columns?: number | undefined;
}

/** The bands, then the quotes; with their reasons where the analysis has them. Offsets of `analysis` are UTF-16. */
export function showAnalysis(name: string, text: string, analysis: Analysis, view: View): string {
  const { paint } = view;
  const { segments = [], quotes = [], speakers = [], language, warnings } = analysis;
  const marks = marksOf(analysis);
  const head = `${paint(harmless(name), 'bold')}  ${language}, ${count(quotes.length, 'quote')}, ${count(speakers.length, 'speaker')}`;
  let mark = 0;
  const bands = segments.flatMap((segment) => {
    while ((marks[mark]?.end ?? Infinity) <= segment.start) mark++;
    return band({ text, marks }, segment, mark, view);
  });
  const byId = new Map(speakers.map((speaker) => [speaker.id, speaker]));
  const said = quotes.flatMap((quote) => quoteLines(quote, byId.get(quote.speaker ?? ''), paint));
  const warned = warnings.map(({ code, detail }) => paint(`${code}: ${detail}`, 'yellow'));
  return [head, ...warned, '', ...bands, '', ...said, ''].join('\n');
}

export function count(number: number, what: string): string {
  return `${number} ${what}${number === 1 ? '' : 's'}`;
}

/** The lines of a segment behind a bar in its label's colour; its label and kind stand in front of the first. */
function band(
  { text, marks }: Marked,
  { start, end, label, kind, evidence }: Segment,
  from: number,
  { paint, columns = Infinity }: View,
): readonly string[] {
  const style = LABEL_STYLES[label];
  const name = `${label}/${kind}`.padEnd(LABEL_WIDTH);
  let first = true;
  const lines: string[] = [];
  const breaks = breaksOf(text, start, end, Math.max(LEAST_WIDTH, columns - MARGIN));
  const pieces = styled({ text, marks, breaks }, start, end, from, paint).split('\n');
  for (const line of pieces) {
    if (line.trim() === '') continue;
    const words = label === 'body' ? line : paint(line, 'dim');
    lines.push(
      `${paint(first ? name : ' '.repeat(LABEL_WIDTH), style)} ${paint('│', style)} ${words}`,
    );
    first = false;
  }
  const bar = `${' '.repeat(LABEL_WIDTH)} ${paint('│', style)}`;
  return [...lines, ...reasons(evidence).map((reason) => `${bar}   ${paint(reason, 'dim')}`)];
}

/** The strongest of the evidence, a line each. */
function reasons(evidence: readonly Evidence[] = []): readonly string[] {
  return evidence
    .slice(0, MOST_REASONS)
    .map(({ rule, weight }) => `${weight < 0 ? '−' : '+'}${Math.abs(weight).toFixed(2)} ${rule}`);
}

interface Marked {
  readonly text: string;
  readonly marks: readonly Mark[];
}

/** The text of a segment with its marks; styles end with every line, so that bars stay as they are. */
function styled(
  { text, marks, breaks }: Marked & { readonly breaks: readonly number[] },
  start: number,
  end: number,
  from: number,
  paint: Paint,
): string {
  let out = '';
  let at = start;
  let next = 0;
  const lines = (begin: number, to: number): readonly string[] => {
    const cuts = [begin];
    for (; (breaks[next] ?? Infinity) <= to; next++) cuts.push(breaks[next] as number);
    return cuts.flatMap((cut, i) => {
      const piece = text.slice(cut, cuts[i + 1] ?? to);
      return (i + 1 < cuts.length ? piece.trimEnd() : piece).split(LINE_BREAK).map(harmless);
    });
  };
  for (let i = from; (marks[i]?.start ?? Infinity) < end; i++) {
    const mark = marks[i] as Mark;
    const to = Math.min(end, mark.end);
    const begin = Math.max(start, mark.start);
    const styles = mark.wrappers.map(({ data }) => STYLES[String(data['class'])] ?? 'underline');
    out += lines(at, begin).join('\n');
    out += lines(begin, to)
      .map((line) => paint(line, ...styles))
      .join('\n');
    at = to;
  }
  return out + lines(at, end).join('\n');
}

const STYLES: Readonly<Record<string, 'underline' | 'bold' | 'italic'>> = {
  quote: 'underline',
  source: 'bold',
  cue: 'italic',
};

function quoteLines(quote: Quote, speaker: Speaker | undefined, paint: Paint): readonly string[] {
  const content = quote.content.map(({ text }) => oneLine(text)).join(' … ');
  const who = speaker
    ? paint(oneLine(speaker.name), 'bold') + (speaker.role ? `, ${oneLine(speaker.role)}` : '')
    : paint('nobody certain', 'dim');
  const cue = quote.cue ? ` (${oneLine(quote.cue.text)})` : '';
  const sure = paint(`${quote.type}, ${Math.round(quote.confidence * 100)} %`, 'dim');
  const why = reasons(quote.evidence).map((reason) => `      ${paint(reason, 'dim')}`);
  return [content, `    — ${who}${cue}  ${sure}`, ...why];
}

export function oneLine(text: string): string {
  return harmless(text.replace(/\s+/g, ' '));
}
