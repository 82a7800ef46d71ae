/**
 * Frames of a cue: who (source), what (content) and in which order, every plausible way, each with its features.
 *
 * A block is one order; within a block sources and contents vary independently, so that all pairs are weighed
 * without being listed.
 * @module
 */
import type { Scene, Sentence } from '../../annotation/annotated.ts';
import { isCue, SUBORDINATOR } from '../../annotation/tags.ts';
import type { CueHit } from '../../rules/match/cues.ts';
import type { CueForm } from '../../rules/types.ts';
import {
  CUE_SHAPES,
  FINITE_CIRCUMSTANCES,
  flag,
  grid,
  group,
  START_CIRCUMSTANCES,
  VERB_FINAL_CIRCUMSTANCE,
  type FeatureSpace,
} from '../model/features.ts';
import { MARKEDNESS, type ContentCandidate } from './content-features.ts';
import { contentsAfter, contentsBefore, contentsReferredTo, contentsWithin } from './contents.ts';
import { NEXT, nextOf } from './next-word.ts';
import { bordersLeft, isAuxiliary, verbBorder } from './source-boundaries.ts';
import { noSource, sourcesLeft, sourcesRight, type SourceCandidate } from './sources.ts';
import { sidesOf } from './split-content.ts';

/** One or two stretches of words, half-open. */
export interface FrameContent {
  readonly spans: readonly { readonly from: number; readonly to: number }[];
  /** In several lists, since most frames of a cue share those of their stretches. */
  readonly features: readonly (readonly number[])[];
  readonly marked: boolean;
}

export interface Block {
  readonly shape: number;
  readonly features: readonly number[];
  readonly sources: readonly SourceCandidate[];
  readonly contents: readonly FrameContent[];
}

const FORMS: readonly CueForm[] = ['base', 'present', 'past', 'participle', 'ing', 'phrase'];
const GAPS = [
  'plain',
  'mark',
  'bracket',
  'comma',
  'dash',
  'colon',
  'semicolon',
  'stop',
  'other',
  'break',
] as const;
const BEFORE_CUE = [
  'start',
  'noun',
  'name',
  'determiner',
  'possessive',
  'pronoun',
  'preposition',
  'coordinator',
  'subordinator',
  'auxiliary',
  'verb',
  'adverb',
  'relative',
  'time',
  'number',
  'cue',
  'cue-ing',
  'participle',
] as const;

const shapeOfForm = grid('frame/shape+form', CUE_SHAPES, FORMS);
const shapeOfGapBefore = grid('frame/shape+gap-before-cue', CUE_SHAPES, GAPS);
const shapeOfGapAfter = grid('frame/shape+gap-after-cue', CUE_SHAPES, GAPS);
const formAfter = grid('frame/form+word-before', FORMS, BEFORE_CUE);
const formBefore = grid('frame/form+word-after', FORMS, BEFORE_CUE);
const bothSides = grid('frame/both-sides', MARKEDNESS, MARKEDNESS);
const markFollows = group('frame/mark', ['none', 'before', 'after', 'both']);
const borderKind = grid('frame/shape+border', CUE_SHAPES, GAPS);
/** Whether a clause that tells who says opens like any clause ("after Hale said …"), and what goes on behind its cue. */
const borderOpens = grid('frame/border+next', ['subordinator', 'other'], NEXT);
const negated = flag('frame/negated');
const sourceWords = group('frame/border-words', ['0', '1', '2', '3-4', '5-8', '9+']);

/** All blocks of a cue. Empty where nothing could be its content. */
export function framesOf(
  scene: Scene,
  sentence: Sentence,
  cue: CueHit,
  space: FeatureSpace,
): readonly Block[] {
  const left = sourcesLeft(scene, sentence, cue);
  const right = sourcesRight(scene, sentence, cue);
  const none = noSource(cue);
  const make = (
    shape: number,
    sources: readonly SourceCandidate[],
    contents: readonly FrameContent[],
    border = -1,
  ): Block => ({
    shape,
    features: blockFeatures(scene, sentence, cue, shape, space, border),
    sources,
    contents,
  });
  const single = (candidates: readonly ContentCandidate[]): readonly FrameContent[] =>
    candidates.map((content) => ({
      spans: [{ from: content.from, to: content.to }],
      features: [content.features, cueFeatures(content, cue, space)],
      marked: content.marked,
    }));
  const takes = scene.rules.cueRules[cue.rule]?.takes ?? [];
  const namesSource = takes.includes('source-after');
  const inside = takes.includes('inside');
  const after = namesSource ? [] : contentsAfter(scene, sentence, cue.to, false);
  const blocks = [make(0, [...left, none], single(after))];
  const borders = namesSource ? [] : bordersLeft(scene, sentence, cue);
  if (inside) borders.push(...left.filter(({ to }) => to === cue.from).map(({ from }) => from));
  for (const border of borders) {
    const before = contentsBefore(scene, sentence, border);
    const between = left.filter((source) => source.from >= border);
    if (between.length === 0) continue;
    blocks.push(make(1, between, single(before), border));
    blocks.push(
      make(
        4,
        between,
        pairs(scene, sentence, before, goesOn(scene, after, cue.to), cue, space),
        border,
      ),
    );
  }
  const border = inside ? cue.from : verbBorder(scene, sentence, cue);
  const before = border > sentence.from ? contentsBefore(scene, sentence, border) : [];
  if (before.length > 0)
    blocks.push(make(2, namesSource ? right : [...right, none], single(before), border));
  for (const content of contentsWithin(scene, sentence, cue)) {
    const outside = left.filter((source) => source.to <= content.from);
    blocks.push(make(VERB_FINAL, [...outside, none], single([content])));
  }
  const referredTo = contentsReferredTo(scene, sentence);
  if (referredTo.length > 0) {
    blocks.push(make(2, [...right, none], single(referredTo)));
    blocks.push(
      make(
        1,
        left.filter((source) => source.from > sentence.from),
        single(referredTo),
      ),
    );
  }
  for (const source of right) {
    const behind = contentsAfter(scene, sentence, source.to, true);
    blocks.push(make(3, [source], single(behind)));
    if (before.length > 0)
      blocks.push(
        make(
          5,
          [source],
          pairs(scene, sentence, before, goesOn(scene, behind, source.to), cue, space),
          border,
        ),
      );
  }
  return blocks.filter((block) => block.contents.length > 0 && block.sources.length > 0);
}

/** Features of a cue with content of this kind. */
function cueFeatures(
  content: ContentCandidate,
  cue: CueHit,
  space: FeatureSpace,
): readonly number[] {
  return [
    space.lemma(cue.lemma, content.marked),
    space.cue(cue.rule, START_CIRCUMSTANCES + content.start),
    space.cue(cue.rule, FINITE_CIRCUMSTANCES + content.finite),
  ];
}

const VERB_FINAL = CUE_SHAPES.indexOf('verb-final');

const MOST_BEFORE = 2;
const MOST_AFTER = 5;

/** Content that goes on after an interruption which ends at word `at`: no other verb of saying stands between. */
function goesOn(
  scene: Scene,
  after: readonly ContentCandidate[],
  at: number,
): readonly ContentCandidate[] {
  const next = after.filter((content) => {
    for (let w = at; w < content.from; w++) if (isCue(scene.classes.of[w])) return false;
    return true;
  });
  const first = Math.min(...next.map((content) => content.from));
  const mark = next.find((content) => scene.markOf[content.from] !== -1)?.from;
  const from = (word: number | undefined): readonly ContentCandidate[] =>
    next.filter((content) => content.from === word).slice(0, MOST_AFTER);
  return mark === first ? from(mark) : [...from(first), ...from(mark)];
}

/** Content on both sides of an interruption. */
function pairs(
  scene: Scene,
  sentence: Sentence,
  before: readonly ContentCandidate[],
  after: readonly ContentCandidate[],
  cue: CueHit,
  space: FeatureSpace,
): readonly FrameContent[] {
  return before.slice(0, MOST_BEFORE).flatMap((one) =>
    after.map((two) => ({
      spans: [
        { from: one.from, to: one.to },
        { from: two.from, to: two.to },
      ],
      features: [
        one.features,
        cueFeatures(one, cue, space),
        two.features,
        [bothSides(one.markedness, two.markedness), ...sidesOf(scene, sentence, one, two)],
      ],
      marked: one.marked || two.marked,
    })),
  );
}

function blockFeatures(
  scene: Scene,
  sentence: Sentence,
  cue: CueHit,
  shape: number,
  space: FeatureSpace,
  border: number,
): readonly number[] {
  const form = FORMS.indexOf(cue.form);
  const atStart = cue.from <= sentence.from;
  const gapAfter = cue.to < sentence.to ? (scene.gaps[cue.to] as number) : GAPS.indexOf('stop');
  const features = [
    shapeOfForm(shape, form),
    shapeOfGapBefore(shape, atStart ? GAPS.indexOf('break') : (scene.gaps[cue.from] as number)),
    shapeOfGapAfter(shape, gapAfter),
    formAfter(form, atStart ? 0 : 1 + (scene.classes.of[cue.from - 1] as number)),
    formBefore(form, cue.to >= sentence.to ? 0 : 1 + (scene.classes.of[cue.to] as number)),
    markFollows.at(marksAround(scene, sentence, cue)),
    space.cue(cue.rule, shape === VERB_FINAL ? VERB_FINAL_CIRCUMSTANCE : shape),
  ];
  if (isNegated(scene, sentence, cue)) features.push(negated);
  if (border >= 0) {
    features.push(
      borderKind(
        shape,
        scene.markOf[border - 1] !== -1 ? GAPS.indexOf('mark') : (scene.gaps[border] as number),
      ),
    );
    features.push(sourceWords.at(sizeOf(cue.from - border)));
    const opens = scene.classes.of[border] === SUBORDINATOR ? 0 : 1;
    features.push(borderOpens(opens, NEXT.indexOf(nextOf(scene, sentence, cue.to))));
  }
  return features;
}

/** "did not mention", "never said": among the auxiliaries and adverbs in front. */
export function isNegated(scene: Scene, sentence: Sentence, cue: CueHit): boolean {
  for (let w = cue.from - 1; w >= sentence.from && isAuxiliary(scene, w); w--)
    if (scene.lexicon.has(w, 'negation')) return true;
  return false;
}

function sizeOf(words: number): Parameters<typeof sourceWords.at>[0] {
  if (words <= 2) return String(Math.max(0, words)) as '0' | '1' | '2';
  if (words <= 4) return '3-4';
  return words <= 8 ? '5-8' : '9+';
}

function marksAround(
  scene: Scene,
  sentence: Sentence,
  cue: CueHit,
): Parameters<typeof markFollows.at>[0] {
  let before = false;
  let after = false;
  for (let w = sentence.from; w < sentence.to; w++) {
    if (scene.markOf[w] === -1) continue;
    if (w < cue.from) before = true;
    else after = true;
  }
  if (before && after) return 'both';
  if (before) return 'before';
  return after ? 'after' : 'none';
}
