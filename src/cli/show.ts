/**
 * An analysis for people: the text in bands by label, and who says what.
 * @module
 */
import { marksOf, type Mark } from '../formats/marks.ts';
import type { Analysis, Quote, Segment, Speaker } from '../schema/types.ts';
import { harmless, LABEL_STYLES, type Paint } from './paint.ts';

const LABEL_WIDTH = 24;
const LINE_BREAK = /\r\n|[\n\r\u2028\u2029]/;

/** The bands, then the quotes. Offsets of `analysis` are UTF-16. */
export function showAnalysis(name: string, text: string, analysis: Analysis, paint: Paint): string {
  const { segments = [], quotes = [], speakers = [], language, warnings } = analysis;
  const marks = marksOf(analysis);
  const head = `${paint(harmless(name), 'bold')}  ${language}, ${count(quotes.length, 'quote')}, ${count(speakers.length, 'speaker')}`;
  let mark = 0;
  const bands = segments.flatMap((segment) => {
    while ((marks[mark]?.end ?? Infinity) <= segment.start) mark++;
    return band(text, segment, marks, mark, paint);
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
  text: string,
  { start, end, label, kind }: Segment,
  marks: readonly Mark[],
  from: number,
  paint: Paint,
): readonly string[] {
  const style = LABEL_STYLES[label];
  const name = `${label}/${kind}`.padEnd(LABEL_WIDTH);
  let first = true;
  const lines: string[] = [];
  const pieces = styled(text, start, end, marks, from, paint).split('\n');
  for (const line of pieces) {
    if (line.trim() === '') continue;
    const words = label === 'body' ? line : paint(line, 'dim');
    lines.push(
      `${paint(first ? name : ' '.repeat(LABEL_WIDTH), style)} ${paint('│', style)} ${words}`,
    );
    first = false;
  }
  return lines;
}

/** The text of a segment with its marks; styles end with every line, so that bars stay as they are. */
function styled(
  text: string,
  start: number,
  end: number,
  marks: readonly Mark[],
  from: number,
  paint: Paint,
): string {
  let out = '';
  let at = start;
  const lines = (piece: string): readonly string[] => piece.split(LINE_BREAK).map(harmless);
  for (let i = from; (marks[i]?.start ?? Infinity) < end; i++) {
    const mark = marks[i] as Mark;
    const to = Math.min(end, mark.end);
    const begin = Math.max(start, mark.start);
    const styles = mark.wrappers.map(({ data }) => STYLES[String(data['class'])] ?? 'underline');
    out += lines(text.slice(at, begin)).join('\n');
    out += lines(text.slice(begin, to))
      .map((line) => paint(line, ...styles))
      .join('\n');
    at = to;
  }
  return out + lines(text.slice(at, end)).join('\n');
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
  return [content, `    — ${who}${cue}  ${sure}`];
}

export function oneLine(text: string): string {
  return harmless(text.replace(/\s+/g, ' '));
}
