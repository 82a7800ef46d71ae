/**
 * What is known about the units of a page of HTML: from labels of another text of the page, and from its story as somebody
 * cut it out.
 * @module
 */
import { LABELLED_KINDS, type LabelledKind } from '../../../src/labels.ts';
import { TAGS } from '../../../src/html/outline.ts';
import type { Markup } from '../../../src/segments/markup/measure.ts';
import type { Page } from '../../../src/segments/features/page.ts';
import { wordsOf } from '../../eval/shingles.ts';
import type { LabelledPage } from '../segments/examples.ts';

const KINDS = LABELLED_KINDS.length;

/** For each unit and kind, 1 where the kind is possible: `allowed[u * KINDS + k]`. */
export type Allowed = Uint8Array;

const BODY = LABELLED_KINDS.map((kind) => kind.startsWith('body/'));
/** Some people cut these out with the story and some do not: that a line was cut out or not does not tell them. */
const EDGE = ['body/headline', 'body/standfirst', 'body/caption'].map((kind) =>
  LABELLED_KINDS.indexOf(kind as LabelledKind),
);
const [HEADLINE, , CAPTION] = EDGE as [number, number, number];
const FIGCAPTION = TAGS.indexOf('figcaption');

/** Words in a row that tell a passage. */
const RUN = 4;

/** Fewer of the story's runs of words in the text than this share, and the story is that of another page. */
const LEAST_FOUND = 0.75;

/**
 * What a story tells: a unit belongs to it or does not. null if it is not the story of this text.
 * @param kinds probability of each kind by the text alone: it decides whether a line may be of the edge of the story
 */
export function fromStory(
  page: Page,
  story: string,
  kinds: Float32Array,
  markup: Markup,
): Allowed | null {
  const { doc, units } = page;
  const runs = new Set(runsOf(wordsOf(story)));
  const here = new Set(runsOf(wordsOf(doc.text)));
  const found = [...runs].filter((run) => here.has(run)).length;
  if (runs.size === 0 || found < LEAST_FOUND * runs.size) return null;
  const inOrder = (text: string): string => ` ${wordsOf(text).join(' ')} `;
  const whole = inOrder(story);
  const share = Float64Array.from({ length: units.count }, (_, u) => {
    const own = runsOf(wordsOf(doc.text.slice(units.start[u], units.end[u])));
    return own.length === 0 ? -1 : own.filter((run) => runs.has(run)).length / own.length;
  });
  const isStory = Array.from(share, (value, u): boolean | null => {
    if (value >= 0) return value > MOST ? true : value < 1 - MOST ? false : null;
    const isIn = whole.includes(inOrder(doc.text.slice(units.start[u], units.end[u])));
    // A short line may occur anywhere on the page, so it also has to be beside the story.
    if (!isNear(share, u, -1) && !isNear(share, u, 1)) return false;
    // People who cut out a story drop or rewrite such lines in the middle of it.
    return isIn ? true : isNear(share, u, -1) && isNear(share, u, 1) ? null : false;
  });
  const allowed = new Uint8Array(units.count * KINDS);
  isStory.forEach((is, u) => {
    for (let k = 0; k < KINDS; k++)
      allowed[u * KINDS + k] = Number(is === null || Boolean(BODY[k]) === is);
    if (is === null) return;
    for (const k of EDGE)
      allowed[u * KINDS + k] = Number(
        (kinds[u * KINDS + k] as number) > LIKELY || (!is && isMarked(markup, u, k)),
      );
  });
  return allowed;
}

/** So much of a line's runs of words in the story, and it is of the story; so much of them not, and it is not. */
const MOST = 0.7;
const LIKELY = 0.4;

/** Whether the markup of a unit all but says that it is a headline or a caption. */
function isMarked(markup: Markup, u: number, kind: number): boolean {
  if (kind === HEADLINE) return markup.title[u] === 2;
  return kind === CAPTION && markup.block[u] === FIGCAPTION;
}

const NEAR = 3;

/** Whether the story stands close to a unit, before (-1) or behind it (1). */
function isNear(share: Float64Array, u: number, side: -1 | 1): boolean {
  for (let i = 1; i <= NEAR; i++) if ((share[u + side * i] ?? 0) > MOST) return true;
  return false;
}

function runsOf(list: readonly string[]): readonly string[] {
  return list
    .slice(0, Math.max(0, list.length - RUN + 1))
    .map((_, i) => list.slice(i, i + RUN).join(' '));
}

const squeezed = (text: string): string => text.replace(/\s+/g, ' ').trim();

/** What labels of another text of the same page say, taken over line by line; lines without one are left to `rest`. */
export function fromLabels(page: Page, gold: LabelledPage, rest: Allowed): Allowed {
  const { doc, units } = page;
  const labelled = linesOf(gold);
  const own = Array.from({ length: units.count }, (_, u) =>
    squeezed(doc.text.slice(units.start[u], units.end[u])),
  );
  const allowed = rest.slice();
  for (const [u, line] of pairs(own, labelled)) {
    const kind = LABELLED_KINDS.indexOf(line.kind as LabelledKind);
    if (kind < 0) continue;
    allowed.fill(0, u * KINDS, (u + 1) * KINDS);
    allowed[u * KINDS + kind] = 1;
  }
  return allowed;
}

interface LabelledLine {
  readonly text: string;
  readonly kind: string;
}

/**
 * Aligns units with labelled lines: the pairs, in the order of both, that have the most text in common. Time and memory grow
 * with the product of the two numbers.
 */
function pairs(
  own: readonly string[],
  labelled: readonly LabelledLine[],
): readonly (readonly [number, LabelledLine])[] {
  const width = labelled.length + 1;
  const most = new Float64Array((own.length + 1) * width);
  const at = (u: number, l: number): number => most[u * width + l] as number;
  const common = (u: number, l: number): number =>
    own[u] === labelled[l]?.text ? (own[u] as string).length : 0;
  for (let u = own.length - 1; u >= 0; u--)
    for (let l = labelled.length - 1; l >= 0; l--) {
      const same = common(u, l);
      most[u * width + l] = Math.max(
        at(u + 1, l),
        at(u, l + 1),
        same > 0 ? same + at(u + 1, l + 1) : 0,
      );
    }
  const found: (readonly [number, LabelledLine])[] = [];
  for (let u = 0, l = 0; u < own.length && l < labelled.length;) {
    if (at(u, l) === at(u + 1, l)) u++;
    else if (at(u, l) === at(u, l + 1)) l++;
    else found.push([u++, labelled[l++] as LabelledLine]);
  }
  return found;
}

function linesOf({ text, segments }: LabelledPage): readonly LabelledLine[] {
  return segments.flatMap(({ start, end, label, kind }) =>
    text
      .slice(start, end)
      .split('\n')
      .map(squeezed)
      .filter((line) => line !== '')
      .map((line) => ({ text: line, kind: `${label}/${kind}` })),
  );
}
