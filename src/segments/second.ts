/**
 * The second look: features made of what a first pass believes about the rest of the page.
 * A chain sees one step far. Whether the story is over, or whether lines of the same make are links, shows only on the whole page.
 * @module
 */
import { LABELLED_KINDS, LABELS } from '../labels.ts';
import { LABEL_OF_KIND } from './findings.ts';
import { SIZES, SIZE_EDGES } from './layout.ts';
import type { Page } from './page.ts';
import { binNames, binOf, FeatureSpace, type FeatureList, type Group } from './space.ts';

const KINDS = LABELLED_KINDS.length;
const LABEL_COUNT = LABELS.length;
const SIZE_COUNT = SIZES.length;

const BELIEF = [0.02, 0.2, 0.5, 0.8, 0.98] as const;
const BELIEF_COUNT = BELIEF.length + 1;
const STORY_WORDS = [0, 30, 100, 300, 1000] as const;
const STORY_COUNT = STORY_WORDS.length + 1;
const DISTANCE = [1, 2, 4, 8, 16, 40] as const;
const DISTANCE_COUNT = DISTANCE.length + 1;

/** Stretches around a unit: first and last unit, relative to it. */
const WINDOWS = [
  ['1 back', -1, -1],
  ['1 on', 1, 1],
  ['3 back', -3, -1],
  ['3 on', 1, 3],
  ['10 back', -10, -1],
  ['10 on', 1, 10],
  ['30 back', -30, -1],
  ['30 on', 1, 30],
] as const;

/** The features of the second look and their numbers. */
export interface SecondLayout {
  readonly names: readonly string[];
  readonly groups: readonly Group[];
  readonly size: number;
  readonly base: ReturnType<typeof addGroups>;
}

export function openSecondLayout(): SecondLayout {
  const space = new FeatureSpace();
  const base = addGroups(space);
  return { names: space.names, groups: space.groups, size: space.size, base };
}

function addGroups(space: FeatureSpace) {
  const beliefs = LABELS.flatMap((label) => binNames(BELIEF).map((bin) => `${label} ${bin}`));
  const windows = WINDOWS.map(([name]) => name);
  return {
    window: space.product('belief', windows.flatMap((w) => beliefs.map((b) => `${w} ${b}`)), SIZES),
    own: space.product('belief-here', beliefs, SIZES),
    story: space.product('story-words', binNames(STORY_WORDS), binNames(STORY_WORDS).flatMap((after) => SIZES.map((s) => `${after}/${s}`))),
    nearest: space.product('nearest', LABELS.flatMap((l) => [`${l} before`, `${l} after`]), binNames(DISTANCE).flatMap((d) => SIZES.map((s) => `${d}/${s}`))),
    alike: space.product('lines-alike', beliefs, SIZES),
    same: space.product('same-words', beliefs, SIZES),
  };
}

/** Emits second-look features of a page's units. */
export class SecondEmitter {
  readonly #layout: SecondLayout;
  readonly #count: number;
  readonly #sizes: Uint8Array;
  /** Belief in each label, unit by unit. */
  readonly #labels: Float32Array;
  /** Running sums of the beliefs, and of their weights. */
  readonly #sums: Float64Array;
  readonly #storyWords: Float64Array;
  readonly #nearest: Int32Array;
  readonly #alike: Float32Array;
  readonly #same: Float32Array;

  /** @param kinds probability of each kind, unit by unit, from the first pass */
  constructor(page: Page, layout: SecondLayout, kinds: Float32Array) {
    const n = page.units.count;
    this.#layout = layout;
    this.#count = n;
    this.#sizes = new Uint8Array(n);
    for (let u = 0; u < n; u++) this.#sizes[u] = binOf(SIZE_EDGES, page.shapes.words[u] as number);
    this.#labels = sumLabels(kinds, n);
    this.#sums = runningSums(this.#labels, n);
    this.#storyWords = storyWords(page, this.#labels);
    this.#nearest = nearestOf(this.#labels, n);
    this.#alike = groupBeliefs(this.#labels, page.rhythm.pattern, MIN_ALIKE);
    this.#same = groupBeliefs(this.#labels, page.repeats.group, 2);
  }

  emit(u: number, out: FeatureList): void {
    const { base } = this.#layout;
    const size = this.#sizes[u] as number;
    WINDOWS.forEach(([, first, last], w) => {
      const from = Math.max(0, u + first);
      const to = Math.min(this.#count, u + last + 1);
      if (to <= from) return;
      for (let l = 0; l < LABEL_COUNT; l++) {
        const sum = (this.#sums[to * LABEL_COUNT + l] as number) - (this.#sums[from * LABEL_COUNT + l] as number);
        out.add(base.window + beliefAt(w * LABEL_COUNT + l, sum / (to - from), size));
      }
    });
    for (let l = 0; l < LABEL_COUNT; l++) {
      out.add(base.own + beliefAt(l, this.#labels[u * LABEL_COUNT + l] as number, size));
      const alike = this.#alike[u * LABEL_COUNT + l] as number;
      if (alike >= 0) out.add(base.alike + beliefAt(l, alike, size));
      const same = this.#same[u * LABEL_COUNT + l] as number;
      if (same >= 0) out.add(base.same + beliefAt(l, same, size));
      for (let side = 0; side < 2; side++) {
        const at = this.#nearest[(u * LABEL_COUNT + l) * 2 + side] as number;
        if (at >= 0)
          out.add(base.nearest + ((l * 2 + side) * DISTANCE_COUNT + binOf(DISTANCE, at)) * SIZE_COUNT + size);
      }
    }
    const before = binOf(STORY_WORDS, this.#storyWords[u] as number);
    const after = binOf(STORY_WORDS, (this.#storyWords[this.#count] as number) - (this.#storyWords[u + 1] as number));
    out.add(base.story + (before * STORY_COUNT + after) * SIZE_COUNT + size);
  }
}

const MIN_ALIKE = 3;

function beliefAt(slot: number, belief: number, size: number): number {
  return (slot * BELIEF_COUNT + binOf(BELIEF, belief)) * SIZE_COUNT + size;
}

function sumLabels(kinds: Float32Array, n: number): Float32Array {
  const out = new Float32Array(n * LABEL_COUNT);
  for (let u = 0; u < n; u++)
    for (let k = 0; k < KINDS; k++) {
      const cell = u * LABEL_COUNT + (LABEL_OF_KIND[k] as number);
      out[cell] = (out[cell] as number) + (kinds[u * KINDS + k] as number);
    }
  return out;
}

function runningSums(labels: Float32Array, n: number): Float64Array {
  const sums = new Float64Array((n + 1) * LABEL_COUNT);
  for (let i = 0; i < n * LABEL_COUNT; i++) sums[i + LABEL_COUNT] = (sums[i] as number) + (labels[i] as number);
  return sums;
}

/** Expected words of the story's prose in front of each unit. */
function storyWords(page: Page, labels: Float32Array): Float64Array {
  const n = page.units.count;
  const sums = new Float64Array(n + 1);
  for (let u = 0; u < n; u++) {
    const words = page.prose[u] ? (page.shapes.words[u] as number) * (labels[u * LABEL_COUNT] as number) : 0;
    sums[u + 1] = (sums[u] as number) + words;
  }
  return sums;
}

/** Units to the nearest one believed to have each label, back and on; -1 where there is none. */
function nearestOf(labels: Float32Array, n: number): Int32Array {
  const out = new Int32Array(n * LABEL_COUNT * 2).fill(-1);
  for (let l = 0; l < LABEL_COUNT; l++) {
    let at = -1;
    for (let u = 0; u < n; u++) {
      if (at >= 0) out[(u * LABEL_COUNT + l) * 2] = u - at;
      if ((labels[u * LABEL_COUNT + l] as number) > 0.5) at = u;
    }
    at = -1;
    for (let u = n - 1; u >= 0; u--) {
      if (at >= 0) out[(u * LABEL_COUNT + l) * 2 + 1] = at - u;
      if ((labels[u * LABEL_COUNT + l] as number) > 0.5) at = u;
    }
  }
  return out;
}

/** Mean belief in each label among the other units of the same group; -1 in groups that are too small. */
function groupBeliefs(labels: Float32Array, groups: Int32Array, least: number): Float32Array {
  const n = groups.length;
  const out = new Float32Array(n * LABEL_COUNT).fill(-1);
  const sums = new Map<number, Float64Array>();
  for (let u = 0; u < n; u++) {
    const group = groups[u] as number;
    if (group === 0) continue;
    let sum = sums.get(group);
    if (!sum) sums.set(group, (sum = new Float64Array(LABEL_COUNT + 1)));
    for (let l = 0; l < LABEL_COUNT; l++) sum[l] = (sum[l] as number) + (labels[u * LABEL_COUNT + l] as number);
    sum[LABEL_COUNT] = (sum[LABEL_COUNT] as number) + 1;
  }
  for (let u = 0; u < n; u++) {
    const sum = sums.get(groups[u] as number);
    if (!sum || (sum[LABEL_COUNT] as number) < least) continue;
    const others = (sum[LABEL_COUNT] as number) - 1;
    for (let l = 0; l < LABEL_COUNT; l++)
      out[u * LABEL_COUNT + l] = ((sum[l] as number) - (labels[u * LABEL_COUNT + l] as number)) / others;
  }
  return out;
}
