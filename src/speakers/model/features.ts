/**
 * The features of a pair: the source of a quote and one whom it may mean. All of them, in the order of their numbers.
 * @module
 */
import {
  FeatureSpace,
  namesOf,
  NO_YES,
  type NameOf,
  type Names,
} from '../../rules/feature-space.ts';

/** What sort of mention the source is. */
export const FORMS = namesOf(['he', 'it', 'they', 'name', 'description', 'label']);
export type Form = NameOf<typeof FORMS>;

/** How the one meant was found. */
export const WAYS = namesOf([
  'named',
  'apposed-inside',
  'apposed-behind',
  'apposed-front',
  'role',
  'organisation',
  'near',
  'near-description',
  'speaker',
  'unnamed-speaker',
  'unnamed-near',
  'itself',
  'answer',
]);
export type Way = NameOf<typeof WAYS>;

/** What the mention is in its own sentence. */
export const PLACES = namesOf([
  'subject',
  'early',
  'object',
  'oblique',
  'owner',
  'modifier',
  'told',
  'other',
]);
export type Place = NameOf<typeof PLACES>;

/** Sentences between the mention and the source. */
export const AWAY = namesOf(['same', 'one', 'two', 'three', 'four', 'far']);
export type Away = NameOf<typeof AWAY>;

/** Whether their quote was the last one, the last but one … */
export const TURNS = namesOf(['last', 'second', 'third', 'none']);
export type TurnRank = NameOf<typeof TURNS>;

/** How long ago they spoke. */
export const SINCE = namesOf(['now', 'next', 'near', 'far']);
export type Since = NameOf<typeof SINCE>;

/** What has happened since the last turn: how long ago it was, whether in another paragraph, who was named since. */
export const SCENES = namesOf(
  SINCE.list.flatMap((since) =>
    (['here', 'other'] as const).flatMap((paragraph) =>
      (['nobody', 'one', 'more'] as const).map(
        (named) => `${since}-${paragraph}-${named}` as const,
      ),
    ),
  ),
);
/** The part that somebody plays in it. */
export const PARTS = namesOf(['speaker', 'subject', 'named', 'before']);
export type Part = NameOf<typeof PARTS>;

/** What is known of the gender of one whom “he” or “she” may mean. */
export const AGREEMENT = namesOf(['known', 'likely', 'unknown', 'contrary']);
export type Agreement = NameOf<typeof AGREEMENT>;

/** Whether somebody is the first one named in the paragraph of the source, or in the one before. */
export const TOPICS = namesOf(['here', 'before', 'none']);
export type Topic = NameOf<typeof TOPICS>;

export const ENTITIES = namesOf([
  'person',
  'unsure-person',
  'organization',
  'unsure-organization',
  'place',
  'unnamed',
]);
export type EntityKind = NameOf<typeof ENTITIES>;

/** How long the text is: in a few lines people may go by their surnames alone. */
export const TEXTS = namesOf(['lines', 'short', 'story']);
export type TextLength = NameOf<typeof TEXTS>;
export const NAME_WORDS = namesOf(['one', 'more']);

/** What heads a description. */
export const HEADS = namesOf([
  'role',
  'spokesperson',
  'plural',
  'group',
  'organisation',
  'document',
  'demonym',
  'name',
  'number',
  'time',
  'verb',
  'function',
  'capital',
  'other',
]);
export type Head = NameOf<typeof HEADS>;

/** What a description opens with. */
export const OPENINGS = namesOf([
  'definite',
  'indefinite',
  'determiner',
  'possessive',
  'number',
  'none',
]);
export type Opening = NameOf<typeof OPENINGS>;

/** How much of a description a known role bears out. */
export const FITS = namesOf(['all', 'head', 'leader', 'held', 'any', 'some', 'none']);
export type Fit = NameOf<typeof FITS>;

/** The best that stands against a description as it is. */
export const RIVALS = namesOf([
  'apposed',
  'all',
  'head',
  'leader',
  'said',
  'organisation',
  'near',
  'none',
]);
export type Rival = NameOf<typeof RIVALS>;

/** What found the quote. */
export const FINDERS = namesOf(['cue', 'colon', 'marks', 'mood', 'turn']);

/** Something for each name of a list. */
function forEach<Name extends string, Value>(
  { list }: Names<Name>,
  make: (name: Name) => Value,
): Readonly<Record<Name, Value>> {
  return Object.fromEntries(list.map((name) => [name, make(name)])) as Record<Name, Value>;
}

/** Features that every pair has. */
function addCommon(space: FeatureSpace) {
  return {
    way: space.grid('form+way', FORMS, WAYS),
    sure: forEach(WAYS, (way) => space.steps(`quote-sure/${way}`, [0.35, 0.55, 0.75, 0.85, 0.93])),
    finder: space.grid('way+finder', WAYS, FINDERS),
    marked: space.grid('way+marked', WAYS, NO_YES),
    relative: space.steps('relative-phrase', [0, 1, 2]),
    kind: space.grid('way+kind', WAYS, ENTITIES),
  };
}

/** Of an entity of the text: where it was mentioned, who it is to the text. */
function addEntity(space: FeatureSpace) {
  return {
    away: space.grid('form+away', FORMS, AWAY),
    paragraph: space.grid('form+other-paragraph', FORMS, NO_YES),
    place: forEach(AWAY, (away) => space.grid(`form+place/${away}`, FORMS, PLACES)),
    rank: forEach(FORMS, (form) => space.steps(`rank/${form}`, [1, 2, 3])),
    rivals: forEach(FORMS, (form) => space.steps(`rivals/${form}`, [0, 1, 2, 4])),
    turn: forEach(SINCE, (since) => space.grid(`form+turn/${since}`, FORMS, TURNS)),
    turnParagraph: space.grid('turn+other-paragraph', TURNS, NO_YES),
    turnForm: space.grid('form+turn-form', FORMS, FORMS),
    gender: space.grid('form+gender', FORMS, AGREEMENT),
    introduced: space.grid('form+introduced', FORMS, NO_YES),
    fullName: space.grid('form+full-name', FORMS, NO_YES),
    mentions: forEach(FORMS, (form) => space.steps(`mentions/${form}`, [1, 2, 4, 8])),
    most: space.grid('form+most-mentioned', FORMS, NO_YES),
    kindGender: space.grid('kind+gender', ENTITIES, AGREEMENT),
    headline: space.grid('form+headline', FORMS, NO_YES),
    again: forEach(FORMS, (form) => space.steps(`again/${form}`, [1, 2, 3])),
    fit: space.grid('form+fit', FORMS, FITS),
    bearers: forEach(FITS, (fit) => space.steps(`bearers/${fit}`, [1, 2])),
    topic: space.grid('form+topic', FORMS, TOPICS),
    fresh: space.grid('turn+named-since', TURNS, NO_YES),
    scene: space.grid('scene+part', SCENES, PARTS),
    newcomers: forEach(TURNS, (turn) => space.steps(`named-since/${turn}`, [0, 1])),
    said: space.grid('form+in-marks', FORMS, NO_YES),
  };
}

/** Of a name, and of a description that stands for itself. */
function addOwn(space: FeatureSpace) {
  return {
    nameWords: space.steps('name-words', [1, 2, 3]),
    nameMentions: space.steps('name-mentions', [1, 2]),
    nameOpens: space.grid('kind+opening', ENTITIES, NO_YES),
    nameText: space.grid('kind+text', ENTITIES, TEXTS),
    wordsText: space.grid('words+text', NAME_WORDS, TEXTS),
    titled: space.grid('kind+titled', ENTITIES, NO_YES),
    nameBroken: space.grid('name+joined', NO_YES, NO_YES),
    head: space.grid('head+opening', HEADS, OPENINGS),
    headWay: space.grid('way+head', WAYS, HEADS),
    openingWay: space.grid('way+opening', WAYS, OPENINGS),
    rival: space.grid('head+rival', HEADS, RIVALS),
    nearRival: space.oneOf('near+rival', RIVALS),
    words: space.steps('description-words', [1, 2, 3, 6]),
    marked: space.grid('description+in-marks', NO_YES, NO_YES),
    colon: space.grid('head+colon', HEADS, NO_YES),
    beside: space.grid('head+beside-cue', HEADS, NO_YES),
  };
}

function listFeatures() {
  const space = new FeatureSpace();
  const common = addCommon(space);
  const entity = addEntity(space);
  const own = addOwn(space);
  return { space, common, entity, own };
}

export const SPEAKER_FEATURES = listFeatures();
