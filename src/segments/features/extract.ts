/**
 * The features of a unit.
 * @module
 */
import { LABELS, LABELLED_KINDS } from '../../labels.ts';
import { EDGES, LOOKS, NEIGHBOURS, SIZES, SIZE_EDGES, TEXTURES, type Layout } from './layout.ts';
import {
  countsOnPage,
  isThreadFurniture,
  isToldAtLength,
  lookOf,
  mayHaveThread,
  proseLeft,
  shortRuns,
  toProse,
} from './overview.ts';
import { STRONG, type Page } from './page.ts';
import { RecordFeatures } from './records/emit.ts';
import { KNOWN_LINE, STRENGTHS } from './rule-hits.ts';
import { binOf, type FeatureList } from './space.ts';

const SIZE_COUNT = SIZES.length;

/** Emits features of a page's units. Units must be asked for in order: sums over the page are carried along. */
export class FeatureExtractor {
  readonly #page: Page;
  readonly #layout: Layout;
  readonly #sizes: Uint8Array;
  readonly #looks: Uint8Array;
  readonly #shortRun: Int32Array;
  readonly #near = new Int32Array(LABELLED_KINDS.length);
  readonly #functionWords: number;
  /** For each label, the bin of how many units of the page its rules speak for. */
  readonly #onPage: readonly number[];
  readonly #ahead: Int32Array;
  readonly #behind: Int32Array;
  readonly #left: Float32Array;
  readonly #records: RecordFeatures;
  readonly #hasThread: boolean;
  #proseNear = 0;

  constructor(page: Page, layout: Layout) {
    this.#page = page;
    this.#layout = layout;
    this.#functionWords = page.facts.lexicons.indexOf('function-word');
    const n = page.units.count;
    this.#sizes = new Uint8Array(n);
    this.#looks = new Uint8Array(n);
    for (let u = 0; u < n; u++) {
      this.#sizes[u] = binOf(SIZE_EDGES, page.shapes.words[u] as number);
      this.#looks[u] = lookOf(page, u, this.#sizes[u] as number);
    }
    this.#shortRun = shortRuns(page, this.#sizes);
    this.#ahead = toProse(page, -1);
    this.#behind = toProse(page, 1);
    this.#left = proseLeft(page);
    this.#onPage = countsOnPage(page).map((count) => binOf(EDGES.onPage, count));
    this.#records = new RecordFeatures(page.records, layout.base);
    this.#hasThread = mayHaveThread(page);
    for (let v = 0; v < Math.min(n, WINDOW); v++) this.#enter(v, 1);
  }

  /** Appends the features of unit `u` to `out`. */
  emit(u: number, out: FeatureList): void {
    this.#slide(u);
    const size = this.#sizes[u] as number;
    out.add(this.#layout.base.bias);
    this.#shape(u, size, out);
    this.#signs(u, size, out);
    this.#lexicons(u, size, out);
    this.#rules(u, size, out);
    this.#repeats(u, size, out);
    this.#place(u, size, out);
    this.#surroundings(u, size, out);
    this.#periodicity(u, size, out);
    this.#records.emit(u, size, out);
    this.#neighbours(u, out);
  }

  #shape(u: number, size: number, out: FeatureList): void {
    const { base } = this.#layout;
    const { shapes } = this.#page;
    const words = shapes.words[u] as number;
    const share = (count: number): number => binOf(EDGES.share, words === 0 ? 0 : count / words);
    out.add(base.words + binOf(EDGES.words, words));
    out.add(
      base.sentences + binOf(EDGES.sentences, shapes.sentences[u] as number) * SIZE_COUNT + size,
    );
    if (!shapes.caseless[u])
      out.add(base.capitals + share(shapes.capitals[u] as number) * SIZE_COUNT + size);
    out.add(base.allCaps + share(shapes.allCaps[u] as number) * SIZE_COUNT + size);
    out.add(base.numbers + share(shapes.numbers[u] as number) * SIZE_COUNT + size);
    out.add(base.first + (shapes.first[u] as number) * SIZE_COUNT + size);
    out.add(base.last + (shapes.last[u] as number) * SIZE_COUNT + size);
    const mean = words === 0 ? 0 : (shapes.letters[u] as number) / words;
    out.add(base.wordLength + binOf(EDGES.wordLength, mean) * SIZE_COUNT + size);
    const camels = shapes.camels[u] as number;
    if (camels > 0) out.add(base.camels + Math.min(2, camels - 1) * SIZE_COUNT + size);
  }

  #signs(u: number, size: number, out: FeatureList): void {
    let signs = this.#page.shapes.signs[u] as number;
    while (signs !== 0) {
      const sign = 31 - Math.clz32(signs & -signs);
      out.add(this.#layout.base.sign + sign * SIZE_COUNT + size);
      signs &= signs - 1;
    }
  }

  #lexicons(u: number, size: number, out: FeatureList): void {
    const { base } = this.#layout;
    const { lexicons, facts, units, fitted } = this.#page;
    const words = (units.to[u] as number) - (units.from[u] as number);
    if (words === 0) return;
    const row = u * facts.lexicons.length;
    for (let l = 0; l < facts.lexicons.length; l++) {
      const count = lexicons[row + l] as number;
      if (l === this.#functionWords) {
        // How many there are in running text differs too much from one language to the next.
        if (!fitted) continue;
        const share = count / Math.min(255, words);
        out.add(base.functionWords + binOf(EDGES.share, share) * SIZE_COUNT + size);
      } else if (count > 0) out.add(base.lexicon + l * 2 + (count * 4 >= words ? 1 : 0));
    }
  }

  #rules(u: number, size: number, out: FeatureList): void {
    const { base } = this.#layout;
    const { hits, facts } = this.#page;
    const from = hits.at[u] as number;
    const to = hits.at[u + 1] as number;
    if (from === to) out.add(base.silent + size);
    const tiles = hits.tiles[u] as number;
    if (tiles > 0) out.add(base.tiles + (tiles - 1) * SIZE_COUNT + size);
    const first = out.count;
    for (let i = from; i < to; i++) {
      const rule = hits.rule[i] as number;
      out.add(base.rule + rule);
      const strength = facts.strength[rule] as number;
      const kind = facts.kind[rule] as number;
      addOnce(out, first, base.found + (kind * STRENGTHS.length + strength) * SIZE_COUNT + size);
      if (!this.#page.fitted && strength >= STRONG)
        addOnce(out, first, (strength >= KNOWN_LINE ? base.aloneLine : base.alone) + kind);
    }
  }

  #repeats(u: number, size: number, out: FeatureList): void {
    const { base } = this.#layout;
    const { repeats } = this.#page;
    if ((repeats.times[u] as number) > 1)
      out.add(base.times + binOf(EDGES.times, repeats.times[u] as number) * SIZE_COUNT + size);
    const twin = repeats.twin[u] as number;
    if (twin > 0)
      out.add(base.twin + (twin - 1 + (this.#leadsToProse(u) ? 2 : 0)) * SIZE_COUNT + size);
    out.add(base.threads + binOf(EDGES.depth, repeats.threads[u] as number) * SIZE_COUNT + size);
    out.add(base.lists + binOf(EDGES.depth, repeats.lists[u] as number) * SIZE_COUNT + size);
    const stroke = repeats.stroke[u] as number;
    if (stroke > 0) out.add(base.stroke + stroke - 1);
  }

  /** Whether prose stands soon below. */
  #leadsToProse(u: number): boolean {
    const { prose, units } = this.#page;
    for (let v = u + 1; v < Math.min(units.count, u + SOON); v++)
      if (prose[v] && this.#page.repeats.twin[v] === 0) return true;
    return false;
  }

  #place(u: number, size: number, out: FeatureList): void {
    const { base } = this.#layout;
    const { main, shared } = this.#page;
    const place = main.from === main.to ? 0 : u < main.from ? 1 : u < main.to ? 2 : 3;
    out.add(base.place + place * SIZE_COUNT + size);
    if (place === 1) out.add(base.far + binOf(EDGES.far, main.from - u) * 2);
    if (place === 3) out.add(base.far + binOf(EDGES.far, u - main.to) * 2 + 1);
    const tenths = shared[u] as number;
    const bin = tenths === 255 ? EDGES.tenths.length + 1 : binOf(EDGES.tenths, tenths);
    out.add(base.shared + (bin * 4 + place) * SIZE_COUNT + size);
  }

  #surroundings(u: number, size: number, out: FeatureList): void {
    const { base } = this.#layout;
    const { header, headerAt, units, prose } = this.#page;
    const kind = (header[u] as number) - 1;
    if (kind >= 0) {
      out.add(
        base.header +
          kind * (EDGES.back.length + 1) +
          binOf(EDGES.back, u - (headerAt[u] as number)),
      );
      out.add(base.headerSize + kind * SIZE_COUNT + size);
    }
    this.#onPage.forEach((bin, l) =>
      out.add(base.onPage + (l * (EDGES.onPage.length + 1) + bin) * SIZE_COUNT + size),
    );
    out.add(base.pageSize + binOf(EDGES.units, units.count) * SIZE_COUNT + size);
    const texture = prose[u] ? 0 : 1;
    for (let k = 0; k < this.#near.length; k++) {
      const count = (this.#near[k] as number) - (this.#page.lead[u] === k + 1 ? 1 : 0);
      if (count > 0)
        out.add(
          base.near +
            (k * TEXTURES.length + texture) * (EDGES.few.length + 1) +
            binOf(EDGES.few, count),
        );
    }
    out.add(
      base.proseNear +
        binOf(EDGES.some, this.#proseNear - (prose[u] as number)) * SIZE_COUNT +
        size,
    );
    out.add(base.proseAhead + distanceBin(this.#ahead[u] as number) * SIZE_COUNT + size);
    out.add(base.proseBehind + distanceBin(this.#behind[u] as number) * SIZE_COUNT + size);
    out.add(base.proseLeft + binOf(EDGES.left, this.#left[u] as number) * SIZE_COUNT + size);
    out.add(base.before + (units.gap[u] as number) * SIZE_COUNT + size);
    if (u + 1 < units.count) out.add(base.after + (units.gap[u + 1] as number) * SIZE_COUNT + size);
    const run = this.#shortRun[u] as number;
    if (run > 0) out.add(base.run + binOf(EDGES.run, run) * SIZE_COUNT + size);
    if (this.#page.invited[u]) out.add(base.invited);
    if (isToldAtLength(this.#page, u)) out.add(base.told);
    if (!this.#hasThread && !isThreadFurniture(this.#page, u)) out.add(base.threadless);
    const turn = this.#page.scripts[u] as number;
    if (turn > 0) out.add(base.script + turn - 1);
    for (let parts = this.#page.parts[u] as number; parts !== 0; parts &= parts - 1)
      out.add(base.part + 31 - Math.clz32(parts & -parts));
    for (let l = 0; l < LABELS.length; l++) {
      const cell = (l * TEXTURES.length + texture) * (EDGES.since.length + 1);
      const since = this.#page.since[u * LABELS.length + l] as number;
      if (since > 0) out.add(base.since + cell + binOf(EDGES.since, since));
      const until = this.#page.until[u * LABELS.length + l] as number;
      if (until > 0) out.add(base.until + cell + binOf(EDGES.since, until));
    }
  }

  #periodicity(u: number, size: number, out: FeatureList): void {
    const { base } = this.#layout;
    const { periodicity, prose } = this.#page;
    out.add(base.period + (periodicity.period[u] as number) * SIZE_COUNT + size);
    out.add(
      base.cluster +
        binOf(EDGES.clusterWords, periodicity.cluster[u] as number) * SIZE_COUNT +
        size,
    );
    if (prose[u])
      out.add(
        base.proseRun + binOf(EDGES.run, periodicity.proseRun[u] as number) * SIZE_COUNT + size,
      );
  }

  #neighbours(u: number, out: FeatureList): void {
    const { base } = this.#layout;
    const { lead, units } = this.#page;
    for (let i = 0; i < NEIGHBOURS.length; i++) {
      const v = u + (NEIGHBOURS[i] as number);
      if (v < 0 || v >= units.count) continue;
      out.add(base.neighbourLook + i * LOOKS.length + (this.#looks[v] as number));
      const kind = lead[v] as number;
      if (kind > 0) out.add(base.neighbourLead + i * LABELLED_KINDS.length + kind - 1);
    }
  }

  #slide(u: number): void {
    this.#enter(u + WINDOW, 1);
    this.#enter(u - WINDOW - 1, -1);
  }

  #enter(v: number, by: number): void {
    if (v < 0 || v >= this.#page.units.count) return;
    const lead = this.#page.lead[v] as number;
    if (lead > 0) bump(this.#near, lead - 1, by);
    this.#proseNear += by * (this.#page.prose[v] as number);
  }
}

const distanceBin = (distance: number): number =>
  distance === 0 ? EDGES.distance.length + 1 : binOf(EDGES.distance, distance);

/** A headline has its text within so many units. */
const SOON = 6;

/** Units on each side in which rules of a kind are counted. */
const WINDOW = 6;

function bump(counts: Int32Array, i: number, by: number): void {
  counts[i] = (counts[i] as number) + by;
}

function addOnce(out: FeatureList, first: number, id: number): void {
  for (let i = first; i < out.count; i++) if (out.ids[i] === id) return;
  out.add(id);
}
