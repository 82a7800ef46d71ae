/**
 * The features of stretches in marks that no cue claimed: all of them, in the order of their numbers.
 * @module
 */
import { KINDS as MENTION_KINDS } from '../../annotation/mention-types.ts';
import {
  FeatureSpace,
  namesOf,
  NO_YES,
  type NameOf,
  type NumberOf,
} from '../../rules/feature-space.ts';
import { THINGS } from '../things.ts';
import { ROLES as ROLE_LIST } from './roles.ts';

const ROLES = namesOf(ROLE_LIST);
export const ROLE = ROLES.numbers;
export type RoleNumber = NumberOf<typeof ROLES>;
export const { no: NO, yes: YES } = NO_YES.numbers;

/** Words in marks. */
const SIZES = namesOf(['1', '2', '3', '4-5', '6-9', '10-19', '20+']);
export const SIZE = SIZES.numbers;
export type Size = NumberOf<typeof SIZES>;
/** The same, coarser. */
const LENGTHS = namesOf(['few', 'some', 'many']);
export const LENGTH = LENGTHS.numbers;
export type Length = NumberOf<typeof LENGTHS>;

/** Where the stretch is in its sentence. */
const STANDS = namesOf(['whole', 'opens', 'closes', 'inside']);
export const STAND = STANDS.numbers;
export type Stands = NumberOf<typeof STANDS>;

/** What is in front of the stretch. */
const BEFORES = namesOf([
  'start',
  'colon',
  'comma',
  'dash',
  'determiner',
  'possessive',
  'preposition',
  'verb',
  'cue',
  'name',
  'work',
  'scare',
  'other',
]);
export const BEFORE = BEFORES.numbers;
export type Before = NumberOf<typeof BEFORES>;

/** The sign in front of the closing mark. */
const ENDS = namesOf(['comma', 'stop', 'question', 'none']);
export const END = ENDS.numbers;
export type End = NumberOf<typeof ENDS>;

/** How far another quote is. */
const DISTANCES = namesOf([
  'same-sentence',
  'next-sentence',
  'same-paragraph',
  'next-paragraph',
  'next-paragraph-open',
  'far',
]);
export const AWAY = DISTANCES.numbers;
export type Away = NumberOf<typeof DISTANCES>;

/** What lies between the last quote in marks and the stretch: "“A,” he said, adding that … “B.”". */
const BETWEENS = namesOf(['none', 'same-speaker', 'same-sentence', 'other']);
export const BETWEEN = BETWEENS.numbers;
export type Between = NumberOf<typeof BETWEENS>;

/** How the stretch follows another quote. */
const TOUCHES = namesOf(['touches', 'next-line', 'behind', 'behind-line', 'apart']);
export const TOUCH = TOUCHES.numbers;
export type Touches = NumberOf<typeof TOUCHES>;

const SPANS = namesOf(['1', '2', '3+']);
export const SPAN_COUNT = SPANS.numbers;
export type Spans = NumberOf<typeof SPANS>;

/** Where a possible source is. */
const SIDES = namesOf([
  'left',
  'right',
  'right-dash',
  'signature',
  'left-colon',
  'previous',
  'next',
  'previous-colon',
  'nobody',
  'quote',
  'subject',
  'subject-colon',
]);
export const SIDE = SIDES.numbers;
export type Side = NumberOf<typeof SIDES>;

const KINDS = namesOf([...MENTION_KINDS, 'none']);
export const KIND = KINDS.numbers;
export type KindNumber = NumberOf<typeof KINDS>;

/** Features of the stretch itself, in one role. */
function addStretch(space: FeatureSpace) {
  return {
    size: space.grid('loose/role+size', ROLES, SIZES),
    stands: space.grid('loose/role+stands', ROLES, STANDS),
    before: space.grid('loose/role+before', ROLES, BEFORES),
    end: space.grid('loose/role+end', ROLES, ENDS),
    capital: space.grid('loose/role+capital', ROLES, NO_YES),
    titleCase: space.grid('loose/role+title-case', ROLES, NO_YES),
    single: space.grid('loose/role+single', ROLES, NO_YES),
    firstPerson: space.grid('loose/role+first-person', ROLES, NO_YES),
    lengthIf: byStands((stands) => space.grid(`loose/role+size/${stands}`, ROLES, LENGTHS)),
    /** A stretch that opens its sentence and ends in a comma is as good as said, whatever the verb. */
    endIf: byStands((stands) => space.grid(`loose/role+end/${stands}`, ROLES, ENDS)),
    announced: space.grid('loose/role+announced', ROLES, STANDS),
    thing: space.grid('loose/role+thing', ROLES, THINGS),
  };
}

/** Features of a role or source. */
function addReading(space: FeatureSpace) {
  return {
    away: space.grid('loose/role+away', ROLES, DISTANCES),
    joinsMarked: space.grid('loose/role+quote-marked', ROLES, NO_YES),
    standsAway: space.grid('loose/stands+away', STANDS, DISTANCES),
    between: space.grid('loose/role+between', ROLES, BETWEENS),
    touches: space.grid('loose/role+touches', ROLES, TOUCHES),
    spans: space.grid('loose/role+spans', ROLES, SPANS),
    sideKind: space.grid('loose/side+kind', SIDES, KINDS),
    sideStands: space.grid('loose/side+stands', SIDES, STANDS),
    quoteAway: space.grid('loose/side-quote+away', STANDS, DISTANCES),
    quoteMarked: space.grid('loose/side-quote+marked', STANDS, NO_YES),
  };
}

/** A group of features for each place in a sentence, by its number. */
function byStands<Value>(make: (stands: NameOf<typeof STANDS>) => Value): readonly Value[] {
  return STANDS.list.map(make);
}

function listFeatures() {
  const space = new FeatureSpace();
  const stretch = addStretch(space);
  const reading = addReading(space);
  return { space, stretch, reading };
}

export const UNCUED_FEATURES = listFeatures();
