/**
 * Lines of a made-up page, what stands between them, and the text with labels that they make.
 * @module
 */
import { splitKind, type LabelledKind } from '../../../../src/labels.ts';
import type { GoldSegment } from '../../../eval/gold.ts';
import type { Chance } from './chance.ts';

/** A line: its pieces are set side by side with nothing in between. */
export interface MadeLine {
  readonly pieces: readonly MadePiece[];
  /** What it stands in: lines of a record keep together, records apart. */
  readonly unit: 'story' | 'record' | 'list';
  /** The first line of its story, record or list. */
  readonly opens: boolean;
  /** The first line of a part of the page. */
  readonly newPart: boolean;
}

export interface MadePiece {
  readonly text: string;
  readonly kind: LabelledKind;
}

/** Which line breaks a page has, as people's copies and scrapers differ. */
export interface Layout {
  readonly part: string;
  readonly story: string;
  readonly list: string;
  readonly record: string;
  /** Between the lines of one record. */
  readonly inside: string;
  /** Around the words of a comment. */
  readonly words: string;
  /** What lines of one kind within a record are joined by; apart if there is nothing. */
  readonly join: string | undefined;
  /** The same for menus. */
  readonly joinLists: string | undefined;
  /** What stands before entries of lists. */
  readonly bullet: string;
}

const N = '\n';
const NN = '\n\n';

const BREAKS: readonly Pick<Layout, 'part' | 'story' | 'list' | 'record' | 'inside' | 'words'>[] = [
  { part: N, story: N, list: N, record: N, inside: N, words: N },
  { part: N, story: N, list: N, record: N, inside: N, words: N },
  { part: NN, story: NN, list: NN, record: NN, inside: NN, words: NN },
  { part: NN, story: NN, list: N, record: NN, inside: N, words: N },
  { part: NN, story: NN, list: N, record: N, inside: N, words: N },
  { part: N, story: NN, list: N, record: N, inside: N, words: NN },
  { part: NN, story: NN, list: N, record: NN, inside: N, words: NN },
  { part: NN, story: N, list: N, record: NN, inside: N, words: N },
];
const JOINTS = [' ', ' ', ' · ', ' | ', ' - ', ', ', ' • ', '  '];
const BULLETS = ['* ', '- ', '• ', '  * '];

export function layoutOf(chance: Chance): Layout {
  return {
    ...chance.pick(BREAKS),
    join: chance.happens(0.3) ? chance.pick(JOINTS) : undefined,
    joinLists: chance.happens(0.35) ? chance.pick([' ', ' | ', ' · ', ' / ', '  ']) : undefined,
    bullet: chance.happens(0.2) ? chance.pick(BULLETS) : '',
  };
}

/** The text of lines, and the kind of each stretch of it. The stretches tile the text. */
export function textOf(
  lines: readonly MadeLine[],
  layout: Layout,
): { readonly text: string; readonly segments: readonly GoldSegment[] } {
  let text = '';
  const segments: GoldSegment[] = [];
  const add = (piece: string, kind: LabelledKind): void => {
    const start = text.length;
    text += piece;
    segments.push({ start, end: text.length, ...splitKind(kind) });
  };
  lines.forEach((line, i) => {
    const after = lines[i + 1];
    const gap = after ? gapBetween(line, after, layout) : '';
    const isItem = line.unit === 'list' && !line.opens && text.endsWith('\n');
    if (layout.bullet && isItem) add(layout.bullet, kindOf(line));
    line.pieces.forEach((piece, p) =>
      add(p === line.pieces.length - 1 ? piece.text + gap : piece.text, piece.kind),
    );
  });
  return { text, segments };
}

function gapBetween(line: MadeLine, after: MadeLine, layout: Layout): string {
  if (after.newPart) return layout.part;
  if (after.unit !== 'record')
    return after.unit === 'story' ? layout.story : lists(line, after, layout);
  if (after.opens) return layout.record;
  const from = kindOf(line);
  const to = kindOf(after);
  if (from === 'comments/comment' || to === 'comments/comment') return layout.words;
  return from === to && layout.join !== undefined ? layout.join : layout.inside;
}

function lists(line: MadeLine, after: MadeLine, { list, joinLists }: Layout): string {
  const isMenu = kindOf(line) === kindOf(after) && MENUS.has(kindOf(line));
  return isMenu && joinLists !== undefined && !after.opens ? joinLists : list;
}

/** Kinds of which many stand on a line. */
const MENUS: ReadonlySet<LabelledKind> = new Set<LabelledKind>([
  'boilerplate/navigation',
  'boilerplate/footer',
  'boilerplate/tag',
  'boilerplate/share',
]);

const kindOf = ({ pieces }: MadeLine): LabelledKind => (pieces[0] as MadePiece).kind;
