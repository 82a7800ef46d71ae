/**
 * Whether some labels in a row are those of a transcript or an interview, and not of a list ("Price: …", "Venue: …").
 * @module
 */
import type { Label } from './labels.ts';

/** Without capitals a name and a colon may be anything, so there must be more of them. Set by hand. */
const LEAST_OF_NAMES = 3;
/** Names without a colon, and the turns of each in the mean. Set by hand, as in the segmentation. */
const LEAST_ALONE = 6;
const LEAST_EACH = 3;
/** The share of their lines that must end as sentences do: those of lists seldom do. Set by hand. */
const LEAST_SHARE = 0.6;

/**
 * The labels of a run that are of a transcript or an interview, those of nobody among them, since they end turns; none where the run is
 * neither.
 */
export function scriptLabels(all: readonly Label[]): readonly Label[] {
  const run = withoutCommon(all);
  const questions = run.filter(({ role }) => role === 'question').length;
  const answers = run.filter(({ role }) => role === 'answer').length;
  const people = run.filter(({ role, alone }) => role === 'person' && !alone);
  const capitals = people.filter((label) => label.capitals);
  const names = people.filter((label) => !label.capitals);
  // "GAZETTE: Who pays? Hale: We do."
  const takesBoth = capitals.length > 1 && names.length > 1 && areConversation(people);
  const takesCapitals = takesBoth || areSpeakers(capitals);
  const takesNames = takesBoth || areConversation(names);
  const takesAlone = areTurns(run.filter(({ alone }) => alone));
  // Of a press briefing only the questions may have letters.
  const isInterview = questions > 0 && (answers > 0 || takesCapitals);
  const isKept = ({ role, capitals: isCapitals, alone }: Label): boolean => {
    if (role === 'nobody') return true;
    if (role !== 'person') return isInterview;
    if (alone) return takesAlone;
    return isCapitals ? takesCapitals : takesNames;
  };
  const kept = run.filter(isKept);
  return kept.some(({ role }) => role !== 'nobody') ? kept : [];
}

/** Without common words that are no label of who asks: "Courier: Why now?" comes again and asks, "Price: 10 pounds" does not. */
function withoutCommon(run: readonly Label[]): readonly Label[] {
  if (!run.some(({ isCommon }) => isCommon)) return run;
  const common = run.filter(({ isCommon, role }) => isCommon && role === 'person');
  const asking = new Set(common.filter(({ end }) => end === '?').map(({ key }) => key));
  const times = new Map<string, number>();
  for (const { key } of common) times.set(key, (times.get(key) ?? 0) + 1);
  const asks = ({ role, key }: Label): boolean =>
    role === 'person' && asking.has(key) && (times.get(key) ?? 0) > 1;
  return run.filter((label) => !label.isCommon || asks(label));
}

/** Two turns by people, or the same label twice. */
function areSpeakers(labels: readonly Label[]): boolean {
  if (labels.length < 2) return false;
  const sure = labels.filter((label) => label.sure).length;
  return sure >= labels.length / 2 || (repeats(labels) && areDifferent(labels));
}

/** Names without capitals: several, again and again, that are known for people or ask each other in whole sentences. */
function areConversation(labels: readonly Label[]): boolean {
  if (labels.length < LEAST_OF_NAMES || !areDifferent(labels) || !repeats(labels)) return false;
  const sentences = labels.filter(({ end }) => end !== '').length;
  if (2 * labels.filter(({ isName }) => isName).length < labels.length) return false;
  return (
    sentences >= LEAST_SHARE * labels.length && labels.some(({ sure, end }) => sure || end === '?')
  );
}

/** Names that have a line to themselves: a few, again and again. Headings of a story come once. */
function areTurns(labels: readonly Label[]): boolean {
  if (labels.length < LEAST_ALONE || !areConversation(labels)) return false;
  return new Set(labels.map(({ key }) => key)).size * LEAST_EACH <= labels.length;
}

function areDifferent(labels: readonly Label[]): boolean {
  return labels.some(({ key }) => key !== labels[0]?.key);
}

function repeats(labels: readonly Label[]): boolean {
  return new Set(labels.map(({ key }) => key)).size < labels.length;
}
