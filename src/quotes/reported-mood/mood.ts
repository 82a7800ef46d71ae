/**
 * The mood of a sentence, as far as its verbs tell it.
 * @module
 */
import { isComplementizer, type AnnotatedText, type Sentence } from '../../annotation/annotated.ts';
import { isCue, isVerbal } from '../../annotation/tags.ts';
import { CAPITAL } from '../../text/words.ts';
import { MOODS, type Indicatives, type MoodName } from './features.ts';

/** What the verbs of a sentence, outside marks, say about it. */
export interface Mood {
  /** The mood; of several, the one that tells most. */
  readonly name: MoodName;
  /** Verbs in such a mood. */
  readonly count: number;
  /** Whether there are several such moods. */
  readonly mixed: boolean;
  /** Verbs in no such mood. */
  readonly indicatives: Indicatives;
  /** Whether the first verb is in such a mood. */
  readonly first: boolean;
  readonly holdsCue: boolean;
  readonly holdsMarks: boolean;
}

/** Null where no verb is in a mood of reported speech, and for "Dass es so sei, behauptet Reed", whose cue answers for the mood. */
export function moodOf(annotated: AnnotatedText, sentence: Sentence): Mood | null {
  const { classes, doc, lexicon, markOf } = annotated;
  const seen = new Set<string>();
  let count = 0;
  let others = 0;
  let first: boolean | null = null;
  let holdsCue = false;
  let holdsMarks = false;
  for (let w = sentence.from; w < sentence.to; w++) {
    if (markOf[w] !== -1) {
      holdsMarks = true;
      continue;
    }
    const kind = classes.of[w];
    // "die Suche", "suche": a capital inside a sentence makes a noun.
    const isNoun = w > sentence.from && ((doc.words.shape[w] as number) & CAPITAL) !== 0;
    const mood = isNoun ? undefined : lexicon.at(w, 'reported-mood');
    if (isCue(kind)) holdsCue = true;
    if (mood) {
      seen.add(mood.attribute);
      count++;
      first ??= true;
    } else if (isVerbal(kind)) {
      others++;
      first ??= false;
    }
  }
  // The list of moods is in the order of how much they tell.
  const name = MOODS.list.find((mood) => seen.has(mood));
  if (name === undefined || (holdsCue && isComplementizer(annotated, sentence.from))) return null;
  const mixed = seen.size > 1;
  const indicatives = indicativesOf(others);
  return { name, count, mixed, indicatives, first: first === true, holdsCue, holdsMarks };
}

function indicativesOf(verbs: number): Indicatives {
  if (verbs <= 1) return verbs === 1 ? '1' : '0';
  return verbs === 2 ? '2' : '3+';
}
