/**
 * Copies of pages as people paste them: the story alone or a piece of it, told as a live report, repeated headlines, two stories or pages,
 * comments without their headings, line breaks lost.
 * Which pages are copied, and how, depends on their ids alone.
 * @module
 */
import type { GoldSegment } from '../../eval/gold.ts';
import { foldOf, hash } from '../folds.ts';
import type { LabelledPage } from './examples.ts';
import {
  isBody,
  isComment,
  isHeadline,
  isParagraph,
  linesOf,
  storyOf,
  type Line,
} from './lines.ts';
import { toldLive } from './live.ts';

/** The weight of a copy; a page has 1. */
const WEIGHT = 0.5;

/** Copies of documents. A copy of two documents is made of two of one fold. */
export function copiesOf(
  docs: readonly LabelledPage[],
  folds: number,
  share: number,
): readonly LabelledPage[] {
  const previous = new Map<number, LabelledPage>();
  return docs.flatMap((doc) => {
    const lines = linesOf(doc);
    const chance = chancesOf(doc.id);
    const fold = foldOf(doc, folds);
    const mate = previous.get(fold);
    const copies: LabelledPage[] = [];
    const add = (name: string, probability: number, made: () => readonly Line[]): void => {
      if (chance(name) >= probability * share) return;
      const copy = made();
      if (copy.length > 0) copies.push(build(doc, name, copy));
    };
    const told = storyOf(lines);
    if (told.filter(isParagraph).length >= 3) {
      previous.set(fold, doc);
      add('piece', 0.4, () => pieceOf(lines, told, chance));
      add('story', 0.2, () => told);
      add('live', 0.3, () => toldLive(told, chance));
      add('twin', 0.25, () => twinned(lines));
      if (mate) add('pair', 0.35, () => paired(linesOf(mate), lines, chance));
      if (mate) add('pages', 0.15, () => [...linesOf(mate), ...lines]);
    }
    if (lines.some(isComment)) {
      add('foreign', 1, () => lines.map((line) => ({ ...line, text: inCipher(line.text) })));
      add('talk', 0.6, () => talkOf(lines, told));
      add('unheaded', 0.6, () => unheaded(lines));
    }
    if (lines.filter(isComment).length >= A_THREAD)
      add('replies', 0.5, () => lines.filter((line) => !isBody(line)));
    if (lines.filter(isComment).length >= A_THREAD) add('opened', 1, () => opened(lines));
    add('joined', 0.12, () => lines.map((line) => ({ ...line, gap: ' ' })));
    return copies;
  });
}

/** A page with so many comments is also shown without its story: a link that readers discuss, a thread's second page. */
const A_THREAD = 3;

/** Numbers in [0, 1) that depend on a document's id and a name. */
function chancesOf(id: string): (name: string) => number {
  return (name) => (hash(`${name} ${id} ${name}`) % 9973) / 9973;
}

const CIPHER = new Map(
  [...'abcdefghijklmnopqrstuvwxyz'].flatMap((letter, i) => {
    const other = 'ezgqidtwojlbfmupvhxkyrnacs'[i] as string;
    return [
      [letter, other],
      [letter.toUpperCase(), other.toUpperCase()],
    ] as const;
  }),
);

/** A text with its letters exchanged: what it looks like in a language that no rule knows. Vowels stay vowels, for the sake of syllables. */
const inCipher = (text: string): string =>
  text.replace(/[a-z]/gi, (letter) => CIPHER.get(letter) ?? letter);

const MOST_PARAGRAPHS = 5;

/** A few paragraphs, with or without headline, with or without a line that follows the story on the page. */
function pieceOf(
  lines: readonly Line[],
  story: readonly Line[],
  chance: (name: string) => number,
): readonly Line[] {
  const paragraphs = story.filter(isParagraph);
  const count = 1 + Math.floor(chance('count') * MOST_PARAGRAPHS);
  const from = Math.floor(chance('from') * Math.max(1, paragraphs.length - count));
  const headlines = chance('headline') < 0.5 ? story.filter(isHeadline).slice(0, 1) : [];
  const last = lines.findLastIndex(isParagraph);
  const tail = lines
    .slice(last + 1)
    .filter(({ label }) => label === 'ads' || label === 'disclaimers');
  return [
    ...headlines,
    ...paragraphs.slice(from, from + count),
    ...(chance('tail') < 0.4 ? tail.slice(0, 1) : []),
  ];
}

const twinned = (lines: readonly Line[]): readonly Line[] =>
  lines.flatMap((line) => (isHeadline(line) ? [line, line] : [line]));

/** The story, and what readers say right behind it: no headings, no names, no furniture. */
function talkOf(lines: readonly Line[], story: readonly Line[]): readonly Line[] {
  const comments = lines.filter(isComment);
  return comments.length > 0 && story.length > 0 ? [...story, ...comments] : [];
}

/** Lines of a name and a date above a comment. */
const META_LINES = 3;

/** The thread as a forum has it: no story but the first comment, which is the opening post. */
function opened(lines: readonly Line[]): readonly Line[] {
  const thread = lines.filter((line) => !isBody(line) || isHeadline(line));
  const first = thread.findIndex(isComment);
  const end = thread.findIndex((line, i) => i > first && !isComment(line));
  return thread.flatMap((line, i) => {
    if (i >= first && i < end) return [{ ...line, label: 'body' as const, kind: 'paragraph' }];
    if (i > first || line.label !== 'comments') return [line];
    return i < first - META_LINES
      ? []
      : [{ ...line, label: 'boilerplate' as const, kind: 'byline' }];
  });
}

/** The page without the lines that announce comments. */
function unheaded(lines: readonly Line[]): readonly Line[] {
  const first = lines.findIndex(isComment);
  return lines.filter(
    ({ label, kind }, i) => i >= first || label !== 'comments' || kind === 'comment',
  );
}

/** One page's story, then the other one's with what surrounds it but its head. */
function paired(
  first: readonly Line[],
  second: readonly Line[],
  chance: (name: string) => number,
): readonly Line[] {
  const story = storyOf(second);
  if (!story.some(isHeadline)) return [];
  const gap = chance('gap') < 0.6 ? '\n\n' : '\n';
  const end = second.findLastIndex(isBody);
  const both = [...storyOf(first), ...story].map((line) => ({ ...line, gap }));
  return [...(chance('again') < 0.5 ? twinned(both) : both), ...second.slice(end + 1)];
}

function build(doc: LabelledPage, name: string, lines: readonly Line[]): LabelledPage {
  let text = '';
  const segments: GoldSegment[] = [];
  for (const { text: line, label, kind, gap } of lines) {
    const start = text.length;
    text += line + gap;
    segments.push({ start, end: text.length, label, kind });
  }
  return { ...doc, id: `${doc.id}#${name}`, text, segments, weight: WEIGHT };
}
