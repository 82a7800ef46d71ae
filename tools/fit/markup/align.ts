/**
 * What is known of the units of a page of HTML: from labels of its text as somebody else derived it, and from its story
 * as somebody cut it out.
 * @module
 */
import { LABELLED_KINDS, type LabelledKind } from '../../../src/labels.ts';
import { TAGS } from '../../../src/html/outline.ts';
import type { Markup } from '../../../src/segments/markup.ts';
import type { Page } from '../../../src/segments/page.ts';
import type { GoldDocument } from '../segments/examples.ts';

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
const words = (text: string): readonly string[] => text.match(/[\p{L}\p{N}_]+/gu) ?? [];

/** Fewer of the story's runs of words in the text than this share, and the story is that of another page. */
const LEAST_FOUND = 0.75;

/**
 * What a story that was cut out says: a unit belongs to it, or does not. Null where it is not the story of this text.
 * @param kinds probability of each kind by the text alone: it decides whether a line may be of the edge of the story
 */
export function fromStory(
  page: Page,
  story: string,
  kinds: Float32Array,
  markup: Markup,
): Allowed | null {
  const { doc, units } = page;
  const runs = new Set(runsOf(words(story)));
  const here = new Set(runsOf(words(doc.text)));
  const found = [...runs].filter((run) => here.has(run)).length;
  if (runs.size === 0 || found < LEAST_FOUND * runs.size) return null;
  const lines = new Set(story.split('\n').map(squeezed));
  const share = Float64Array.from({ length: units.count }, (_, u) => {
    const own = runsOf(words(doc.text.slice(units.start[u], units.end[u])));
    return own.length === 0 ? -1 : own.filter((run) => runs.has(run)).length / own.length;
  });
  const isStory = share.map((value, u) => {
    if (value >= 0) return Number(value >= 0.5);
    // A short line may stand anywhere: it has to be a line of the story, and beside it.
    const isLine = lines.has(squeezed(doc.text.slice(units.start[u], units.end[u])));
    return Number(isLine && isBeside(share, u));
  });
  const allowed = new Uint8Array(units.count * KINDS);
  for (let u = 0; u < units.count; u++)
    for (let k = 0; k < KINDS; k++)
      if (Boolean(BODY[k]) === (isStory[u] === 1)) allowed[u * KINDS + k] = 1;
  for (let u = 0; u < units.count; u++)
    for (const k of EDGE)
      allowed[u * KINDS + k] = Number(
        (kinds[u * KINDS + k] as number) > LIKELY || (isStory[u] === 0 && isMarked(markup, u, k)),
      );
  return allowed;
}

const LIKELY = 0.4;

/** Whether the markup of a unit all but says that it is a headline or a caption. */
function isMarked(markup: Markup, u: number, kind: number): boolean {
  if (kind === HEADLINE) return markup.title[u] === 2;
  return kind === CAPTION && markup.block[u] === FIGCAPTION;
}

const BESIDE = 3;

function isBeside(share: Float64Array, u: number): boolean {
  return share.slice(Math.max(0, u - BESIDE), u + BESIDE + 1).some((value) => value >= 0.5);
}

function runsOf(list: readonly string[]): readonly string[] {
  return list
    .slice(0, Math.max(0, list.length - RUN + 1))
    .map((_, i) => list.slice(i, i + RUN).join(' '));
}

const squeezed = (text: string): string => text.replace(/\s+/g, ' ').trim();

/** What labels of another text of the same page say, taken over line by line; lines without one are left to `rest`. */
export function fromLabels(page: Page, gold: GoldDocument, rest: Allowed): Allowed {
  const { doc, units } = page;
  const labelled = linesOf(gold);
  const allowed = rest.slice();
  let next = 0;
  for (let u = 0; u < units.count; u++) {
    const text = squeezed(doc.text.slice(units.start[u], units.end[u]));
    const found = labelled.findIndex(
      (line, i) =>
        i >= next && i < next + FAR && line.text.includes(text) && isMost(text, line.text),
    );
    if (found < 0) continue;
    next = found;
    const kind = LABELLED_KINDS.indexOf(labelled[found]?.kind as LabelledKind);
    if (kind < 0) continue;
    allowed.fill(0, u * KINDS, (u + 1) * KINDS);
    allowed[u * KINDS + kind] = 1;
  }
  return allowed;
}

/** Lines that are looked at for the next one. */
const FAR = 60;
const isMost = (part: string, whole: string): boolean => part.length * 3 >= whole.length;

function linesOf({ text, segments }: GoldDocument): readonly { text: string; kind: string }[] {
  return segments.flatMap(({ start, end, label, kind }) =>
    text
      .slice(start, end)
      .split('\n')
      .map(squeezed)
      .filter((line) => line !== '')
      .map((line) => ({ text: line, kind: `${label}/${kind}` })),
  );
}
