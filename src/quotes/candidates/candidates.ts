/**
 * Candidates of a cue: who (source), what (content) and in which order, every plausible way, each with its features.
 *
 * A block is one order. Within a block sources and contents vary independently, so that all pairs are weighed without
 * being listed.
 * @module
 */
import type { AnnotatedText, Sentence } from '../../annotation/annotated.ts';
import { COLON, COMMA } from '../../annotation/punctuation.ts';
import { isCue } from '../../annotation/tags.ts';
import type { CueHit } from '../../rules/match/cues.ts';
import type { Takes } from '../../rules/types.ts';
import type { WordSpan } from '../../text/spans.ts';
import type { ContentStretch } from './content-features.ts';
import { contentsAfter, contentsBefore, contentsReferredTo, contentsWithin } from './contents.ts';
import { isAsClause, isOpenedAsReported } from './that-clauses.ts';
import { blockFeatures, factsOf, type CueFacts } from './cue-features.ts';
import { ORDER, START, type Order } from './names.ts';
import { bordersLeft, isReference, verbBorder } from './source-boundaries.ts';
import {
  nobody,
  sourcesLeft,
  sourcesRight,
  type NamedSource,
  type SourceCandidate,
} from './sources.ts';
import type { CandidateSpace } from './space.ts';
import { takesOf } from './no-sources.ts';
import { sidesOf } from './split-content.ts';

/** What a cue may report: one stretch of words (half-open), or two with an interruption between. */
export interface Content {
  readonly spans: readonly WordSpan[];
  /** In several lists, since most candidates of a cue share those of their stretches. */
  readonly features: readonly (readonly number[])[];
  /** Whether any of its words stands in marks. */
  readonly marked: boolean;
}

/** All candidates of one order: every source with every content. */
export interface CandidateBlock {
  readonly order: Order;
  readonly features: readonly number[];
  readonly sources: readonly SourceCandidate[];
  readonly contents: readonly Content[];
}

/** A cue, where it is, and what its blocks share. */
interface Site {
  readonly annotated: AnnotatedText;
  readonly sentence: Sentence;
  readonly cue: CueHit;
  readonly space: CandidateSpace;
  readonly facts: CueFacts;
  readonly takes: readonly Takes[];
  /** Possible sources to the left of the cue and to its right. */
  readonly left: readonly NamedSource[];
  readonly right: readonly NamedSource[];
}

/**
 * All blocks of a cue; none where nothing could be its content. The orders, with `s` under the source, `c` under the cue
 * and `~` under the content:
 *
 *     after             Hale said the bridge was closed
 *                       ssss cccc ~~~~~~~~~~~~~~~~~~~~~
 *     before            The bridge was closed, Hale said
 *                       ~~~~~~~~~~~~~~~~~~~~~  ssss cccc
 *     before-inverted   The bridge was closed, said Hale
 *                       ~~~~~~~~~~~~~~~~~~~~~  cccc ssss
 *     after-inverted    According to Hale, the bridge was closed
 *                       cccccccccccc ssss  ~~~~~~~~~~~~~~~~~~~~~
 *     split             The bridge, Hale said, was closed
 *                       ~~~~~~~~~~  ssss cccc  ~~~~~~~~~~
 *     split-inverted    The bridge, said Hale, was closed
 *                       ~~~~~~~~~~  cccc ssss  ~~~~~~~~~~
 *     verb-final        …, der den Plan als „absurd“ bezeichnet
 *                          sss ~~~~~~~~~~~~~~~~~~~~~ cccccccccc
 */
export function candidatesOf(
  annotated: AnnotatedText,
  sentence: Sentence,
  cue: CueHit,
  space: CandidateSpace,
): readonly CandidateBlock[] {
  const right = sourcesRight(annotated, sentence, cue);
  const site: Site = {
    annotated,
    sentence,
    cue,
    space,
    facts: factsOf(annotated, sentence, cue),
    takes: takesOf(annotated, cue),
    left: sourcesLeft(annotated, sentence, cue).filter(
      ({ span }) => right.length === 0 || !isOnlyReference(annotated, cue, span),
    ),
    right,
  };
  const after =
    site.takes.includes('source-after') || opensWithSource(site)
      ? []
      : contentsAfter(annotated, sentence, cue.to, false);
  const border = site.takes.includes('inside') ? cue.from : verbBorder(annotated, sentence, cue);
  const before = border > sentence.from ? contentsBefore(annotated, sentence, border) : [];
  const blocks = [
    blockOf(site, ORDER.after, [...site.left, nobody(cue)], single(site, reported(site, after))),
    ...behindBorders(site, after),
    ...inverted(site, before, border),
    ...verbFinal(site),
    ...referring(site),
    ...behindSources(site, before, border),
  ];
  return blocks.filter((block) => block.contents.length > 0 && block.sources.length > 0);
}

/** "Said Hale: “It is closed.”": whoever stands between a verb that opens its sentence and the words in marks is no part of them. */
function opensWithSource({ annotated, sentence, cue, right }: Site): boolean {
  const { gaps, markOf } = annotated;
  if (cue.from !== sentence.from || cue.form === 'base' || cue.form === 'phrase') return false;
  return right.some(
    ({ span: { to } }) =>
      markOf[to] !== undefined && markOf[to] !== -1 && (gaps[to] === COMMA || gaps[to] === COLON),
  );
}

/** "das teilte die Stadt mit": the object in front of a verb with its subject behind. */
function isOnlyReference(annotated: AnnotatedText, cue: CueHit, { from, to }: WordSpan): boolean {
  return from + 1 === to && to === cue.from && isReference(annotated, from);
}

function blockOf(
  { annotated, cue, facts, space }: Site,
  order: Order,
  sources: readonly SourceCandidate[],
  contents: readonly Content[],
  border?: number,
): CandidateBlock {
  return {
    order,
    features: blockFeatures(annotated, cue, facts, space, order, border),
    sources,
    contents,
  };
}

/** "The bridge, | Hale said, was closed": content in front of a clause that names the source and ends with the cue. */
function behindBorders(site: Site, after: readonly ContentStretch[]): readonly CandidateBlock[] {
  const { annotated, sentence, cue, left, takes } = site;
  const borders = takes.includes('source-after') ? [] : bordersLeft(annotated, sentence, cue);
  if (takes.includes('inside'))
    for (const { span } of left) if (span.to === cue.from) borders.push(span.from);
  if (borders.length === 0) return [];
  const further = goesOn(annotated, after, cue.to);
  return borders.flatMap((border) => {
    const sources = left.filter(({ span }) => span.from >= border);
    if (sources.length === 0) return [];
    const before = contentsBefore(annotated, sentence, border);
    return [
      blockOf(site, ORDER.before, sources, single(site, before), border),
      blockOf(site, ORDER.split, sources, pairs(site, before, further), border),
    ];
  });
}

/** "The bridge was closed, | said Hale" */
function inverted(
  site: Site,
  before: readonly ContentStretch[],
  border: number,
): readonly CandidateBlock[] {
  if (before.length === 0) return [];
  const { right, takes, cue } = site;
  const sources = takes.includes('source-after') ? right : [...right, nobody(cue)];
  return [blockOf(site, ORDER['before-inverted'], sources, single(site, before), border)];
}

function verbFinal(site: Site): readonly CandidateBlock[] {
  const { annotated, sentence, cue, left } = site;
  return contentsWithin(annotated, sentence, cue).map((content) => {
    const outside = left.filter(({ span }) => span.to <= content.from);
    return blockOf(site, ORDER['verb-final'], [...outside, nobody(cue)], single(site, [content]));
  });
}

/** "Das teilte Reed mit.": the content is the sentence before. */
function referring(site: Site): readonly CandidateBlock[] {
  const { annotated, sentence, cue, left, right } = site;
  const referredTo = contentsReferredTo(annotated, sentence);
  if (referredTo.length === 0) return [];
  const contents = single(site, referredTo);
  const behindFirst = left.filter(({ span }) => span.from > sentence.from);
  return [
    blockOf(site, ORDER['before-inverted'], [...right, nobody(cue)], contents),
    blockOf(site, ORDER.before, behindFirst, contents),
  ];
}

/** "According to Hale, | …", "…, said Hale, | …": content behind a source that follows the cue. */
function behindSources(
  site: Site,
  before: readonly ContentStretch[],
  border: number,
): readonly CandidateBlock[] {
  const { annotated, sentence, right } = site;
  return right.flatMap((source) => {
    const { to } = source.span;
    const behind = contentsAfter(annotated, sentence, to, true);
    const block = blockOf(
      site,
      ORDER['after-inverted'],
      [source],
      single(site, reported(site, behind)),
    );
    if (before.length === 0) return [block];
    const both = pairs(site, before, goesOn(annotated, behind, to));
    return [block, blockOf(site, ORDER['split-inverted'], [source], both, border)];
  });
}

/** Contents behind a verb without those that its language would open otherwise. */
function reported(
  { annotated, sentence, cue, takes }: Site,
  contents: readonly ContentStretch[],
): readonly ContentStretch[] {
  if (cue.form === 'phrase' || isAsClause(annotated, sentence, cue)) return contents;
  return contents.filter((content) => isOpenedAsReported(annotated, takes, content));
}

function single(site: Site, candidates: readonly ContentStretch[]): readonly Content[] {
  return candidates.map((content) => ({
    spans: [{ from: content.from, to: content.to }],
    features: [content.features, cueFeatures(site, content)],
    marked: content.marked,
  }));
}

/** Features of a cue with content of this kind. */
function cueFeatures({ cue, space }: Site, content: ContentStretch): readonly number[] {
  return [
    space.verb(cue.lemma, content.marked),
    space.cueStart(cue.rule, content.start),
    space.cueFinite(cue.rule, content.finite),
  ];
}

/** How many contents in front of an interruption, and how many with one start behind it, are paired. Set by hand, to bound the pairs. */
const MOST_BEFORE = 2;
const MOST_AFTER = 5;

/** Content that goes on after an interruption which ends at word `at`, with no other cue in between. */
function goesOn(
  annotated: AnnotatedText,
  after: readonly ContentStretch[],
  at: number,
): readonly ContentStretch[] {
  const next = after.filter((content) => {
    for (let w = at; w < content.from; w++) if (isCue(annotated.classes.of[w])) return false;
    return true;
  });
  const first = Math.min(...next.map((content) => content.from));
  const mark = next.find((content) => annotated.markOf[content.from] !== -1)?.from;
  const from = (word: number | undefined): readonly ContentStretch[] =>
    next.filter((content) => content.from === word).slice(0, MOST_AFTER);
  return mark === first ? from(mark) : [...from(first), ...from(mark)];
}

/** "“It is a pity,” Hale said, | that “nobody asked”": in the middle of content, the word for “that” is a part of it. */
function withThat({ from, start }: ContentStretch): number {
  return start === START.that ? from - 1 : from;
}

/** Content on both sides of an interruption. */
function pairs(
  site: Site,
  before: readonly ContentStretch[],
  after: readonly ContentStretch[],
): readonly Content[] {
  return before.slice(0, MOST_BEFORE).flatMap((one) => {
    const ofCue = cueFeatures(site, one);
    return after.map((two) => ({
      spans: [
        { from: one.from, to: one.to },
        { from: withThat(two), to: two.to },
      ],
      features: [
        one.features,
        ofCue,
        two.features,
        sidesOf(site.annotated, site.sentence, one, two),
      ],
      marked: one.marked || two.marked,
    }));
  });
}
