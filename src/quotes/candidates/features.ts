/**
 * The features of a cue's candidates: all of them, in the order of their numbers.
 * @module
 */
import { FeatureSpace, NO_YES } from '../../rules/feature-space.ts';
import {
  AFTERS,
  ATTACHMENTS,
  BEFORES,
  BEHIND_SIDES,
  BEHINDS,
  BESIDE_CUE,
  BESIDE_FINITE,
  BORDER_WORDS,
  CASES,
  ENDS,
  FINITE_VERBS,
  FORMS,
  GAPS,
  INNER_CUES,
  JOINTS,
  KINDS,
  LAST_ATTACHMENTS,
  LEADS,
  MARK_ENDS,
  MARK_SIDES,
  MARKED_CAPITALS,
  MARKEDNESS,
  NEXTS,
  OPENINGS,
  ORDERS,
  PLACES,
  SKIPPED,
  STARTS,
  SUBJECTS,
  TIES,
} from './names.ts';
import { THINGS } from '../things.ts';

/** Features of a cue in one order, whatever its source and content. */
function addBlock(space: FeatureSpace) {
  return {
    orderForm: space.grid('frame/shape+form', ORDERS, FORMS),
    orderGapBefore: space.grid('frame/shape+gap-before-cue', ORDERS, GAPS),
    orderGapAfter: space.grid('frame/shape+gap-after-cue', ORDERS, GAPS),
    formWordBefore: space.grid('frame/form+word-before', FORMS, BESIDE_CUE),
    formWordAfter: space.grid('frame/form+word-after', FORMS, BESIDE_CUE),
    marksAround: space.oneOf('frame/mark', MARK_SIDES),
    negated: space.flag('frame/negated'),
    orderBorder: space.grid('frame/shape+border', ORDERS, GAPS),
    borderWords: space.oneOf('frame/border-words', BORDER_WORDS),
    /** Whether the clause that names the source opens like any clause ("after Hale said …"), and what follows its cue. */
    borderNext: space.grid('frame/border+next', OPENINGS, NEXTS),
  };
}

/** Features of content on both sides of an interruption. */
function addSides(space: FeatureSpace) {
  return {
    bothMarks: space.grid('frame/both-sides', MARKEDNESS, MARKEDNESS),
    marksCapital: space.grid('frame/sides+capital', MARKEDNESS, MARKED_CAPITALS),
    firstBehind: space.grid('frame/first-side+behind', NEXTS, BEHIND_SIDES),
    secondBefore: space.grid('frame/second-side+before', NEXTS, MARKEDNESS),
  };
}

const WORD_STEPS = [1, 2, 3, 5, 8, 12, 20, 35, 60];

/** Features of one stretch of content. */
function addContent(space: FeatureSpace) {
  return {
    startMarks: space.grid('content/start+marks', STARTS, MARKEDNESS),
    endMarks: space.grid('content/end+marks', ENDS, MARKEDNESS),
    endNext: space.grid('content/end+next', ENDS, NEXTS),
    endNextMarked: space.grid('content/end+next/marked', ENDS, NEXTS),
    words: space.steps('content/words', WORD_STEPS),
    wordsAllMarked: space.steps('content/words-all-marked', WORD_STEPS),
    startFirst: space.grid('content/first', STARTS, NEXTS),
    finite: space.oneOf('content/finite', FINITE_VERBS),
    commas: space.steps('content/commas', [0, 1, 2, 4]),
    leftOver: space.steps('content/left-over', [0, 2, 5, 10, 20]),
    leavesMark: space.flag('content/leaves-a-mark'),
    leavesCue: space.flag('content/leaves-a-cue'),
    holdsCue: space.flag('content/holds-a-cue'),
    startsWithCapital: space.flag('content/starts-with-capital'),
    startAfter: space.steps('content/start-after', [0, 1, 3, 6, 12]),
    endNumber: space.steps('content/end-number', [0, 1, 2, 3]),
    leadFirst: space.grid('content/lead+first', LEADS, NEXTS),
    tailMarkEnd: space.grid('content/tail+mark-end', LEADS, MARK_ENDS),
    /** How marks that content opens with and goes on behind begin and end. */
    opensAs: space.grid('content/opens-as', JOINTS, MARK_ENDS),
    marksCapital: space.grid('content/marks+capital', MARKEDNESS, NO_YES),
    colonInside: space.grid('content/colon-inside+marks', STARTS, MARKEDNESS),
    tailFirst: space.grid('content/tail+first', LEADS, NEXTS),
    /** How the marks behind a lead begin: `it this way: “It is …`. */
    leadJoint: space.grid('content/lead+joint', LEADS, JOINTS),
    innerCue: space.grid('content/inner-cue+marks', INNER_CUES, MARKEDNESS),
    cueMarks: space.oneOf('content/cue+marks', MARKEDNESS),
    endOfSubordinate: space.oneOf('content/end-of-subordinate', ENDS),
    tailIsVenue: space.flag('content/tail-is-venue'),
    skippedFirst: space.grid('content/skipped+first', SKIPPED, NEXTS),
    sentenceBefore: space.flag('content/sentence-before'),
  };
}

/** Features of a possible source. */
function addSource(space: FeatureSpace) {
  return {
    placeForm: space.grid('source/place+form', PLACES, FORMS),
    placeKind: space.grid('source/place+kind', PLACES, KINDS),
    before: space.oneOf('source/before', BEFORES),
    after: space.oneOf('source/after', AFTERS),
    chunksBetween: space.steps('source/chunks-between', [0, 1, 2, 3, 5]),
    wordsBetween: space.steps('source/words-between', [0, 1, 3, 6, 12, 20]),
    words: space.steps('source/words', [1, 2, 4, 8]),
    firstOfSentence: space.flag('source/first-of-sentence'),
    attached: space.oneOf('source/attached', ATTACHMENTS),
    cuesBetween: space.steps('source/cues-between', [0, 1, 2]),
    commasBetween: space.steps('source/commas-between', [0, 1, 2, 3]),
    relativeBetween: space.flag('source/relative-between'),
    attachedCircumstance: space.flag('source/attached-circumstance'),
    /** "a spokesman for Reed": whoever is named behind such a preposition does not speak. */
    behind: space.oneOf('source/behind', BEHINDS),
    subjectOfFirstVerb: space.flag('source/subject-of-first-verb'),
  };
}

/** Features of content in languages that set names of things in marks. */
function addThings(space: FeatureSpace) {
  return { marks: space.grid('content/things+marks', THINGS, MARKEDNESS) };
}

/** Features of a possible source in languages with cases, where the article rules out some subjects. */
function addCase(space: FeatureSpace) {
  return {
    finiteCase: space.grid('source/finite+case', BESIDE_FINITE, CASES),
    clauseSubjectForm: space.grid('source/clause-subject+form', SUBJECTS, FORMS),
    textCase: space.grid('source/text+case', NO_YES, CASES),
    caseForm: space.grid('source/case+form', CASES, FORMS),
    finiteKind: space.grid('source/finite+kind', BESIDE_FINITE, KINDS),
    attachedBy: space.grid('source/attached-by', TIES, LAST_ATTACHMENTS),
    placeOblique: space.grid('source/place+oblique', PLACES, NO_YES),
    placeBefore: space.grid('source/place+before', PLACES, BEFORES),
  };
}

function listFeatures() {
  const space = new FeatureSpace();
  const block = addBlock(space);
  const sides = addSides(space);
  const content = addContent(space);
  const source = addSource(space);
  const cases = addCase(space);
  const things = addThings(space);
  return { space, block, sides, content, source, cases, things };
}

/** The features of all rule sets; `CandidateSpace` adds those of a rule set's verbs and cue groups. */
export const CANDIDATE_FEATURES = listFeatures();
