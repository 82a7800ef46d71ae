/**
 * What the elements around a unit are called, as far as it can be believed: an element that holds the page's headline, or nearly
 * all of its text, is neither a menu nor a box nor a place for comments, whatever its name.
 * @module
 */
import { TAGS, type Tag } from '../../html/outline.ts';
import type { ElementTree } from './tree.ts';

/** Elements that say what a part of a page is for. */
export const LANDMARKS = [
  'nav',
  'aside',
  'footer',
  'header',
  'article',
  'main',
  'section',
  'form',
  'figure',
  'li',
  'table',
  'blockquote',
  'details',
  'dialog',
  'button',
  'dl',
  'pre',
  'figcaption',
] as const satisfies readonly Tag[];

/** The bits of some landmarks. */
export function landmarkBits(...landmarks: readonly (typeof LANDMARKS)[number][]): number {
  return landmarks.reduce((bits, landmark) => bits | (1 << LANDMARKS.indexOf(landmark)), 0);
}

const LANDMARK_OF: readonly number[] = TAGS.map((tag) => LANDMARKS.indexOf(tag as 'nav'));
/** Those that may hold a headline. */
const OF_STORY: ReadonlySet<string> = new Set(['article', 'main', 'section', 'header']);

/** Names that may stand on what holds a story with its headline. */
const STORY_HINTS: ReadonlySet<string> = new Set([
  'story',
  'article',
  'heading',
  'header',
  'standfirst',
  'caption',
  'credit',
  'media',
  'quote',
  'aloud',
]);

/** Names that are near certain: what is called so is hardly ever anything else. */
export const CERTAIN = ['comments', 'consent', 'recommender', 'related'] as const;

/** Bits of hints that are treated alike. */
export interface HintBits {
  /** Names of what is no part of the story. */
  readonly foreign: number;
  /** The bit of each of {@link CERTAIN}; 0 where a rule set does not know it. */
  readonly certain: readonly number[];
  readonly comments: number;
  readonly byline: number;
  readonly caption: number;
  readonly aloud: number;
}

export function hintBits(names: readonly string[]): HintBits {
  const bit = (name: string): number => {
    const at = names.indexOf(name);
    return at < 0 ? 0 : 1 << at;
  };
  return {
    foreign: names.reduce((bits, name) => bits | (STORY_HINTS.has(name) ? 0 : bit(name)), 0),
    certain: CERTAIN.map(bit),
    comments: bit('comments'),
    byline: bit('byline'),
    caption: bit('caption'),
    aloud: bit('aloud'),
  };
}

/** What is known of every element, handed down from the outside in. */
export interface Names {
  readonly landmarks: Int32Array;
  /** Hints of what makes the line (the block and what is inline in it), of up to {@link NEAR} elements around it, and of all further out. */
  readonly own: Int32Array;
  readonly near: Int32Array;
  readonly far: Int32Array;
  /** Of the hints of all these, those on an element that holds much of what the text alone takes for the story. */
  readonly doubtful: Int32Array;
  /** Hints of each element itself that are believed. */
  readonly said: Int32Array;
}

/** Elements around the block whose names still count as close by. */
const NEAR = 2;
/** What holds this share of the text says nothing about a line of it. */
const MOST_OF_PAGE = 0.9;
/** What has a foreign name and holds this share of the story by the text alone is doubted, and this share, not believed at all. */
const DOUBTFUL = 0.5;
const MOST_OF_STORY = 0.9;
/** A place for comments that holds so many others called so, comments, is doubted less: many comments are longer than a short story. */
const FEW_COMMENTS = 2;

/** What is measured of an element and all it holds. */
export interface Held {
  readonly chars: Float64Array;
  /** Characters of the story, by the text alone. */
  readonly story: Float64Array;
  /** The element of the headline; -1 where none is known. */
  readonly headline: number;
}

/** Hands down names from the outside in. Linear in elements. */
export function readNames(tree: ElementTree, { foreign, comments }: HintBits, held: Held): Names {
  const { count, parent, tag, hints } = tree.elements;
  const landmarks = new Int32Array(count);
  const own = new Int32Array(count);
  const near = new Int32Array(count);
  const far = new Int32Array(count);
  const doubtful = new Int32Array(count);
  const all = new Int32Array(count);
  const said = new Int32Array(count);
  const places = tree.count((e) => (hints[e] as number) & comments);
  const [page = 0] = held.chars;
  const [story = 0] = held.story;
  for (let e = 0; e < count; e++) {
    const p = parent[e] as number;
    const isMost = (held.chars[e] as number) > MOST_OF_PAGE * page;
    const hasHeadline = held.headline >= 0 && tree.holds(e, held.headline);
    const share = story === 0 ? 0 : (held.story[e] as number) / story;
    const isOutside = hasHeadline || share > MOST_OF_STORY;
    said[e] = isMost ? 0 : (hints[e] as number) & (isOutside ? ~foreign : -1);
    const mark = isMost ? -1 : (LANDMARK_OF[tag[e] as number] as number);
    const isBelieved = mark >= 0 && (!hasHeadline || OF_STORY.has(LANDMARKS[mark] as string));
    landmarks[e] = (landmarks[p] as number) | (isBelieved ? 1 << mark : 0);
    const isThread = (places[e] as number) > FEW_COMMENTS;
    const doubted = share > DOUBTFUL ? foreign & (isThread ? ~comments : -1) : 0;
    doubtful[e] = (doubtful[p] as number) | ((said[e] as number) & doubted);
    all[e] = (all[p] as number) | (said[e] as number);
    const isBlock = tree.block[e] === e;
    own[e] = (said[e] as number) | (isBlock ? 0 : (own[p] as number));
    let bits = 0;
    let around = tree.block[e] as number;
    for (let steps = 0; steps < NEAR && around > 0; steps++) {
      around = parent[around] as number;
      bits |= said[around] as number;
    }
    near[e] = bits;
    far[e] = all[around] as number;
  }
  return { landmarks, own, near, far, doubtful, said };
}
