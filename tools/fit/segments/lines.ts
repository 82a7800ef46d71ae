/**
 * A labelled page as lines, each with its kind.
 * @module
 */
import type { GoldSegment } from '../../eval/gold.ts';
import type { LabelledPage } from './examples.ts';

/** A line and its kind. */
export interface Line {
  readonly text: string;
  readonly label: GoldSegment['label'];
  readonly kind: string;
  /** What stands between it and the next one. */
  readonly gap: string;
}

/** The lines that are not blank. The first of a segment keeps its indentation; that of others is in the gap before. */
export function linesOf({ text, segments }: LabelledPage): readonly Line[] {
  const lines: Line[] = [];
  for (const { start, end, label, kind } of segments) {
    const stretch = text.slice(start, end);
    const first = stretch.search(/\S/);
    // Later lines have their indentation in the gap before them.
    let indent = stretch.slice(stretch.lastIndexOf('\n', first) + 1, first);
    for (const [, line, gap] of stretch.matchAll(/(\S[^\n]*)(\s*)/g)) {
      lines.push({
        text: `${indent}${line}`,
        label,
        kind,
        gap: gap === '' ? ' ' : (gap as string),
      });
      indent = '';
    }
  }
  return lines;
}

type Marked = Pick<Line, 'label' | 'kind'>;

export const isBody = ({ label }: Marked): boolean => label === 'body';
export const isParagraph = ({ label, kind }: Marked): boolean =>
  label === 'body' && kind === 'paragraph';
export const isComment = ({ label, kind }: Marked): boolean =>
  label === 'comments' && kind === 'comment';
export const isHeadline = ({ label, kind }: Line): boolean =>
  label === 'body' && kind === 'headline';

/** The body lines from the last headline before the text on. */
export function storyOf(lines: readonly Line[]): readonly Line[] {
  const body = lines.filter(isBody);
  const text = body.findIndex(isParagraph);
  const headline = body.slice(0, text).findLastIndex(isHeadline);
  return body.slice(Math.max(0, headline));
}
