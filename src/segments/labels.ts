/**
 * The choice of a label and a kind for every unit, given how probable each is.
 *
 * The numbers below are set by hand. They do not change the probabilities in the answer, only which label and kind are taken:
 * each moves one border between keeping something for the story and leaving it out.
 * @module
 */
import { LABELLED_KINDS, LABELS } from '../labels.ts';
import type { Page } from './features/page.ts';
import { LABEL_OF_KIND } from './kinds.ts';

/** Parallel arrays over units. */
export interface Choice {
  /** Index into `LABELS`. */
  readonly label: Uint8Array;
  /** Index into `LABELLED_KINDS`. */
  readonly kind: Uint8Array;
  /** Probability of the label. */
  readonly confidence: Float32Array;
}

const KINDS = LABELLED_KINDS.length;
const BODY = LABELS.indexOf('body');
const BOILERPLATE = LABELS.indexOf('boilerplate');
/**
 * What it costs to lose a line of the story, where it costs 1 to take a line of something else into it: the body wins over another
 * label that is up to so many times as probable. A higher number loses less of the story, and takes more of what surrounds it for
 * the story. Set by hand from the table in `rules/weights/segments-report.md`: up to 2 macro F1 hardly falls, and the story loses a fifth
 * less than at 1.
 */
export const LOSS = 2;
/**
 * Captions and standfirsts are what readers of the story alone leave out: a unit of the body is one only where it is this
 * many times as probable as any other kind of the body. A lower number finds more of them, and more paragraphs among them.
 */
const ASIDE_DOUBT = 12;
/** The same for a standfirst against a headline. Tried on all labelled pages: 1, which takes one headline in twenty for a standfirst, and 4. */
const HEADLINE_DOUBT = 4;
const IS_ASIDE = LABELLED_KINDS.map(
  (kind) => kind === 'body/caption' || kind === 'body/standfirst',
);
const HEADLINE = LABELLED_KINDS.indexOf('body/headline');
const STANDFIRST = LABELLED_KINDS.indexOf('body/standfirst');
const PARAGRAPH = LABELLED_KINDS.indexOf('body/paragraph');
/** A headline of so many words is doubted like them: it is more often a paragraph. */
const LONG_HEADLINE = 20;
const COMMENT = LABELLED_KINDS.indexOf('comments/comment');
/**
 * Among comments a word or two are a name more often than a comment: they are one only where that is this many times as
 * probable as another kind of comments. It trades comments of one word for names taken for comments.
 */
const NAME_WORDS = 2;
const NAME_DOUBT = 2;
/** More units of prose than this in a row, points of lists not counted, are no standfirst but paragraphs. */
const MOST_PROSE_IN_STANDFIRST = 2;
/**
 * What is none of the kinds says less of its label than they do: this share of its probability does not count for
 * boilerplate. A higher share leaves fewer units to boilerplate, and more odd lines to the other labels.
 */
const OTHER = LABELLED_KINDS.indexOf('boilerplate/other');
const OTHER_DOUBT = 0.5;
/** Where there are no more units than this, there is no page around a text: then nothing of that probability counts. */
const FEW_UNITS = 5;

/**
 * Chooses for every unit the label that costs least by the sums of its kinds' probabilities, then the likeliest kind of that label.
 * @param kinds probability of each kind, unit by unit, one for each of `LABELLED_KINDS`
 * @param loss see {@link LOSS}
 * @returns for each unit the confidence too: the whole probability of its label, which need not be the largest one
 */
export function choose(
  { units, prose }: Pick<Page, 'units' | 'prose'>,
  kinds: Float32Array,
  loss = LOSS,
): Choice {
  const { count, from, to } = units;
  const label = new Uint8Array(count);
  const kind = new Uint8Array(count);
  const confidence = new Float32Array(count);
  const sums = new Float64Array(LABELS.length);
  const otherDoubt = count <= FEW_UNITS ? 1 : OTHER_DOUBT;
  for (let u = 0; u < count; u++) {
    sums.fill(0);
    for (let k = 0; k < KINDS; k++)
      sums[LABEL_OF_KIND[k] as number] =
        (sums[LABEL_OF_KIND[k] as number] as number) + (kinds[u * KINDS + k] as number);
    const words = (to[u] as number) - (from[u] as number);
    const best = cheapestLabel(sums, otherDoubt * (kinds[u * KINDS + OTHER] as number), loss);
    label[u] = best;
    kind[u] = likeliestKind(kinds, u * KINDS, best, words);
    confidence[u] = Math.min(1, sums[best] as number);
  }
  endStandfirsts(prose, kind);
  return { label, kind, confidence };
}

/** @param doubted what does not count of the probability of boilerplate */
function cheapestLabel(sums: Float64Array, doubted: number, loss: number): number {
  const countedOf = (label: number): number =>
    ((sums[label] as number) - (label === BOILERPLATE ? doubted : 0)) * (label === BODY ? loss : 1);
  let best = BODY;
  for (let l = 0; l < sums.length; l++) if (countedOf(l) > countedOf(best)) best = l;
  return best;
}

/** Makes paragraphs of standfirsts that go on for too long, whatever furniture stands between. Changes `kind`. */
function endStandfirsts(prose: Uint8Array, kind: Uint8Array): void {
  let run: number[] = [];
  const end = (): void => {
    if (run.length > MOST_PROSE_IN_STANDFIRST) for (const u of run) kind[u] = PARAGRAPH;
    run = [];
  };
  for (let u = 0; u < kind.length; u++) {
    const own = kind[u] as number;
    if (own === STANDFIRST && prose[u]) run.push(u);
    else if (LABEL_OF_KIND[own] === BODY && own !== STANDFIRST) end();
  }
  end();
}

/** What the probability of a kind is divided by before it is compared with its sisters. */
function doubtOf(kind: number, words: number): number {
  if (IS_ASIDE[kind] || (kind === HEADLINE && words >= LONG_HEADLINE)) return ASIDE_DOUBT;
  return kind === COMMENT && words <= NAME_WORDS ? NAME_DOUBT : 1;
}

/**
 * The most probable kind of a label; of the body's, captions, standfirsts and long headlines are doubted, though less against a
 * headline than against a paragraph.
 */
function likeliestKind(kinds: Float32Array, at: number, label: number, words: number): number {
  const best = likeliest(kinds, at, label, (kind) => doubtOf(kind, words));
  return best === HEADLINE
    ? likeliest(kinds, at, label, (kind) =>
        kind === STANDFIRST ? HEADLINE_DOUBT : doubtOf(kind, words),
      )
    : best;
}

function likeliest(
  kinds: Float32Array,
  at: number,
  label: number,
  doubt: (kind: number) => number,
): number {
  let best = -1;
  let most = -1;
  for (let k = 0; k < KINDS; k++) {
    if (LABEL_OF_KIND[k] !== label) continue;
    const chance = (kinds[at + k] as number) / doubt(k);
    if (chance > most) [best, most] = [k, chance];
  }
  return best;
}
