/**
 * Which features there are, and their numbers.
 * @module
 */
import { LABELLED_KINDS, LABELS } from '../../labels.ts';
import { FeatureSpace } from '../../rules/feature-space.ts';
import type { Rules } from '../../rules/rules.ts';
import type { Group } from '../../rules/weights.ts';
import { GAPS } from '../units/units.ts';
import { PARTS } from './parts/parts.ts';
import { MAX_PERIOD } from './periodicity.ts';
import { addRecordGroups } from './records/emit.ts';
import { SCRIPT_ROLES } from './scripts.ts';
import { STRENGTHS, type RuleFacts } from './rule-hits.ts';
import { FIRSTS, LASTS } from './shape.ts';
import { SIGNS } from './signs.ts';
import { binNames } from './space.ts';

/** Coarse sizes, by words: a name or button, a title, a sentence, a paragraph. */
export const SIZES = ['tiny', 'short', 'sentence', 'long'] as const;
export const SIZE_EDGES = [3, 11, 30] as const;

export const EDGES = {
  words: [0, 1, 2, 3, 4, 6, 9, 14, 24, 44, 89],
  sentences: [0, 1, 2, 4],
  wordLength: [3, 4, 5, 6, 8],
  share: [0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.75, 0.99],
  times: [1, 2, 5],
  depth: [0, 1, 2, 5],
  far: [0, 2, 5, 10, 20, 50],
  back: [1, 4, 12, 30],
  few: [1, 2],
  some: [0, 2, 5, 9],
  run: [1, 2, 4, 8, 16],
  tenths: [0, 2, 4, 6, 10],
  since: [1, 2, 4, 8, 16, 40],
  clusterWords: [0, 30, 80, 200, 500],
  onPage: [0, 1, 3, 8, 20],
  units: [5, 20, 60, 150],
  distance: [1, 2, 4, 8, 16],
  left: [0, 0.05, 0.2, 0.5, 0.8, 0.95],
} as const;

export const PLACES = ['none', 'before', 'inside', 'after'] as const;
export const NEIGHBOURS = [-2, -1, 1, 2] as const;
/** Rough looks of a neighbour: its size, and whether it ends like a sentence. */
export const LOOKS = [...SIZES, 'wordless', 'number'].flatMap((size) => [size, `${size}.`]);
/** A line that stands twice in a row, by which of the two it is and whether prose follows. */
export const TWINS = ['first', 'second', 'first-over-prose', 'second-over-prose'] as const;
export const TEXTURES = ['prose', 'other'] as const;

/** First feature numbers of all groups. */
export interface Layout {
  readonly groups: readonly Group[];
  readonly size: number;
  readonly base: Readonly<Record<GroupName, number>>;
}

export type GroupName =
  ReturnType<typeof addGroups> extends Record<infer Name, number> ? Name : never;

/** The layout for a rule set: rules and lexicons have features of their own. */
export function openLayout(rules: Rules, facts: RuleFacts): Layout {
  const space = new FeatureSpace();
  const base = addGroups(space, rules, facts);
  return { groups: space.groups, size: space.size, base };
}

function addGroups(space: FeatureSpace, rules: Rules, facts: RuleFacts) {
  return {
    ...addShapes(space, facts),
    ...addRules(space, rules),
    ...addContext(space),
    ...addRecordGroups(space),
  };
}

function addShapes(space: FeatureSpace, facts: RuleFacts) {
  return {
    bias: space.group('bias', ['all']),
    words: space.group('words', binNames(EDGES.words)),
    sentences: space.product('sentences', binNames(EDGES.sentences), SIZES),
    wordLength: space.product('word-length', binNames(EDGES.wordLength), SIZES),
    capitals: space.product('capitals', binNames(EDGES.share), SIZES),
    allCaps: space.product('all-caps', binNames(EDGES.share), SIZES),
    numbers: space.product('numbers', binNames(EDGES.share), SIZES),
    first: space.product('starts', FIRSTS, SIZES),
    last: space.product('ends', LASTS, SIZES),
    sign: space.product('holds', SIGNS, SIZES),
    camels: space.product('run-together', ['1', '2', 'more'], SIZES),
    lexicon: space.product('lexicon', facts.lexicons, ['some', 'much']),
    functionWords: space.product('function-words', binNames(EDGES.share), SIZES),
  };
}

function addRules(space: FeatureSpace, rules: Rules) {
  const strengths = STRENGTHS.flatMap((strength) => SIZES.map((size) => `${strength}/${size}`));
  return {
    rule: space.group(
      'rule',
      rules.segmentRules.map((rule) => rule.id),
    ),
    found: space.product('found', LABELLED_KINDS, strengths),
    tiles: space.product('made-of-lines', LABELLED_KINDS, SIZES),
    silent: space.group('no-rule', SIZES),
    alone: space.group('found-in-unfitted-language', LABELLED_KINDS),
    aloneLine: space.group('known-line-in-unfitted-language', LABELLED_KINDS),
  };
}

function addContext(space: FeatureSpace) {
  const neighbours = NEIGHBOURS.map((n) => (n > 0 ? `+${n}` : String(n)));
  return {
    times: space.product('repeated', binNames(EDGES.times), SIZES),
    twin: space.product('twin', TWINS, SIZES),
    threads: space.product('thread-beats', binNames(EDGES.depth), SIZES),
    lists: space.product('list-beats', binNames(EDGES.depth), SIZES),
    stroke: space.group('beat', ['thread', 'list']),
    place: space.product('main-text', PLACES, SIZES),
    far: space.product('from-main-text', binNames(EDGES.far), ['before', 'after']),
    shared: space.product(
      'words-of-main-text',
      [...binNames(EDGES.tenths), 'none'],
      PLACES.flatMap((place) => SIZES.map((size) => `${place}/${size}`)),
    ),
    header: space.product('header', LABELLED_KINDS, binNames(EDGES.back)),
    headerSize: space.product('header', LABELLED_KINDS, SIZES),
    neighbourLead: space.product('neighbour', neighbours, LABELLED_KINDS),
    neighbourLook: space.product('neighbour', neighbours, LOOKS),
    near: space.product(
      'near',
      LABELLED_KINDS.flatMap((kind) => TEXTURES.map((t) => `${kind}/${t}`)),
      binNames(EDGES.few),
    ),
    onPage: space.product(
      'on-page',
      LABELS.flatMap((l) => binNames(EDGES.onPage).map((bin) => `${l}/${bin}`)),
      SIZES,
    ),
    pageSize: space.product('units-of-page', binNames(EDGES.units), SIZES),
    proseNear: space.product('prose-near', binNames(EDGES.some), SIZES),
    proseAhead: space.product('to-next-prose', [...binNames(EDGES.distance), 'none'], SIZES),
    proseBehind: space.product('since-last-prose', [...binNames(EDGES.distance), 'none'], SIZES),
    proseLeft: space.product('prose-left', binNames(EDGES.left), SIZES),
    before: space.product('gap-before', GAPS, SIZES),
    after: space.product('gap-after', GAPS, SIZES),
    period: space.product(
      'comes-again-after',
      ['none', ...Array.from({ length: MAX_PERIOD }, (_, i) => String(i + 1))],
      SIZES,
    ),
    cluster: space.product('prose-cluster', binNames(EDGES.clusterWords), SIZES),
    proseRun: space.product('prose-run', binNames(EDGES.run), SIZES),
    run: space.product('run-of-short-lines', binNames(EDGES.run), SIZES),
    since: space.product(
      'since',
      LABELS.flatMap((l) => TEXTURES.map((t) => `${l}/${t}`)),
      binNames(EDGES.since),
    ),
    until: space.product(
      'until',
      LABELS.flatMap((l) => TEXTURES.map((t) => `${l}/${t}`)),
      binNames(EDGES.since),
    ),
    invited: space.group('behind-invitation-to-comment', ['prose']),
    threadless: space.group('no-thread-on-page', ['all']),
    told: space.group('told-at-length', ['all']),
    script: space.group('transcript', SCRIPT_ROLES),
    part: space.group('part', PARTS),
  };
}
