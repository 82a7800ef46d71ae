/**
 * The features of sentences in the mood of reported speech: all of them, in the order of their numbers.
 * @module
 */
import { KINDS as MENTION_KINDS } from '../../annotation/mention-types.ts';
import { CASES } from '../candidates/names.ts';
import { FeatureSpace, namesOf, NO_YES, type NameOf } from '../../rules/feature-space.ts';

/** Moods of verbs, from the one that tells most: »sei«, »wäre«, »soll gesagt haben«. */
export const MOODS = namesOf(['reported', 'unreal', 'hearsay']);
export type MoodName = NameOf<typeof MOODS>;

/**
 * Where the source is taken from: the run or the quote before, the subject of the sentence before, another mention in it, the subject of the sentence
 * before that one, an expression in the sentence itself, or nowhere.
 */
const ORIGINS = namesOf(['joined', 'quote', 'subject', 'nobody', 'mention', 'earlier', 'within']);
export type Origin = NameOf<typeof ORIGINS>;

/** Sentences back to what was said last; `paragraph`: it ended the paragraph before. */
const DISTANCES = namesOf(['1', '2', '3', 'paragraph', 'far', 'none']);
export type Distance = NameOf<typeof DISTANCES>;

/** What was said last. */
const BEFORES = namesOf(['run', 'marks', 'cue', 'cue-phrase', 'other', 'none']);
export type Before = NameOf<typeof BEFORES>;

const INDICATIVES = namesOf(['0', '1', '2', '3+']);
export type Indicatives = NameOf<typeof INDICATIVES>;

const KINDS = namesOf([...MENTION_KINDS, 'none']);

function listFeatures() {
  const space = new FeatureSpace();
  return {
    space,
    originMood: space.grid('run/origin+form', ORIGINS, MOODS),
    originDistance: space.grid('run/origin+distance', ORIGINS, DISTANCES),
    originKind: space.grid('run/origin+kind', ORIGINS, KINDS),
    originBefore: space.grid('run/origin+before', ORIGINS, BEFORES),
    originCase: space.grid('run/origin+case', ORIGINS, CASES),
    originHasSubject: space.grid('run/origin+subject-speaks', ORIGINS, NO_YES),
    moodDistance: space.grid('run/form+distance', MOODS, DISTANCES),
    moodBefore: space.grid('run/form+before', MOODS, BEFORES),
    verbsInMood: space.steps('run/moods', [1, 2]),
    indicatives: space.grid('run/form+indicatives', MOODS, INDICATIVES),
    holdsMarks: space.grid('run/form+marks', MOODS, NO_YES),
    holdsCue: space.grid('run/form+cue', MOODS, NO_YES),
    isFirstVerb: space.grid('run/form+first-finite', MOODS, NO_YES),
    words: space.steps('run/words', [4, 8, 14, 25]),
    opensParagraph: space.flag('run/opens-paragraph'),
    mixed: space.oneOf('run/other-mood', namesOf(['none', 'mixed'])),
  };
}

export const MOOD_FEATURES = listFeatures();
