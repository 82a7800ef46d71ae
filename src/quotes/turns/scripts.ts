/**
 * Whether some labels in a row are those of a transcript or an interview, and not of a list ("Price: …", "Venue: …").
 * @module
 */
import type { Label } from './labels.ts';

/** Without capitals a name and a colon may be anything, so there must be more of them. Set by hand. */
const LEAST_OF_NAMES = 3;
/** The share of their lines that must end as sentences do: those of lists seldom do. Set by hand. */
const LEAST_SHARE = 0.6;

/**
 * The labels of a run that are of a transcript or an interview, those of nobody among them, since they end turns; none where the run is
 * neither.
 */
export function scriptLabels(run: readonly Label[]): readonly Label[] {
  const questions = run.filter(({ role }) => role === 'question').length;
  const answers = run.filter(({ role }) => role === 'answer').length;
  const isInterview = questions > 0 && answers > 0;
  const people = run.filter(({ role }) => role === 'person');
  const capitals = people.filter((label) => label.capitals);
  const takesCapitals = areSpeakers(capitals);
  const takesNames = areConversation(people.filter((label) => !label.capitals));
  const kept = run.filter(({ role, capitals: isCapitals }) =>
    role === 'person'
      ? isCapitals
        ? takesCapitals
        : takesNames
      : role === 'nobody'
        ? true
        : isInterview,
  );
  return kept.some(({ role }) => role !== 'nobody') ? kept : [];
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

function areDifferent(labels: readonly Label[]): boolean {
  return labels.some(({ key }) => key !== labels[0]?.key);
}

function repeats(labels: readonly Label[]): boolean {
  return new Set(labels.map(({ key }) => key)).size < labels.length;
}
