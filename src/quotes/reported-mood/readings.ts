/**
 * What a sentence in reported mood can be: more of the quote before, or a new one, by whoever is named near it.
 * @module
 */
import type { AnnotatedText, Sentence } from '../../annotation/annotated.ts';
import { headOf, kindOf } from '../../annotation/mention-types.ts';
import { noYes } from '../../rules/feature-space.ts';
import type { WordSpan } from '../../text/spans.ts';
import { CASE, CASES } from '../candidates/names.ts';
import { caseOf } from '../candidates/source-case.ts';
import type { RawQuote } from '../quote.ts';
import { canSpeak } from '../uncued/actors.ts';
import { MOOD_FEATURES as F, type Before, type Distance, type Origin } from './features.ts';
import type { Mood } from './mood.ts';
import { sourcesBefore, sourceWithin, type MoodSource } from './sources.ts';

/** The sentence goes on with the run that the sentence before ends. */
interface JoinedReading {
  readonly role: 'joined';
  readonly features: readonly number[];
}

/** The sentence starts a quote; `source` is null where nobody is named. */
interface NewReading {
  readonly role: 'new';
  readonly source: WordSpan | null;
  readonly features: readonly number[];
}

/** One way to read a sentence in reported mood. */
export type MoodReading = JoinedReading | NewReading;

/**
 * All readings of a sentence but "no quote", which scores 0.
 * @param before what was said last
 * @param last the run that the sentence before ends, if it does
 */
export function readingsOf(
  annotated: AnnotatedText,
  number: number,
  mood: Mood,
  before: RawQuote | null,
  last: RawQuote | null,
): readonly MoodReading[] {
  const distance = distanceTo(annotated, number, before);
  const behind = kindBefore(annotated, before);
  const common = commonFeatures(annotated, number, mood, distance, behind);
  const others = last ? [] : sourcesBefore(annotated, number, before?.source ?? null);
  const subject = others.find(({ origin }) => origin === 'subject')?.source;
  const subjectSpeaks = noYes(subject ? canSpeak(annotated, subject) : false);
  const featuresOf = (origin: Origin, source: WordSpan | null): readonly number[] => [
    ...common,
    F.originMood.at(origin, mood.name),
    F.originDistance.at(origin, distance),
    F.originKind.at(
      origin,
      source ? kindOf(annotated, source.from, headOf(annotated, source.from, source.to)) : 'none',
    ),
    F.originBefore.at(origin, behind),
    F.originHasSubject.at(origin, subjectSpeaks),
    ...(source ? [F.originCase.at(origin, caseNameOf(annotated, source))] : []),
  ];
  const newReading = ({ origin, source }: MoodSource): NewReading => ({
    role: 'new',
    source,
    features: featuresOf(origin, source),
  });
  const own = sourceWithin(annotated, annotated.sentences.at(number) as Sentence);
  const within = own ? [newReading({ origin: 'within', source: own })] : [];
  if (last) return [{ role: 'joined', features: featuresOf('joined', last.source) }, ...within];
  const isNear = distance !== 'far' && distance !== 'none';
  const quoted = before?.source && isNear ? [before.source] : [];
  return [
    ...within,
    ...quoted.map((source) => newReading({ origin: 'quote', source })),
    ...others.map(newReading),
    newReading({ origin: 'nobody', source: null }),
  ];
}

function caseNameOf(annotated: AnnotatedText, { from }: WordSpan): keyof typeof CASE {
  const sentence = annotated.sentences.at(annotated.sentences.numberOf(from)) as Sentence;
  return CASES.list[caseOf(annotated, sentence, from)] as keyof typeof CASE;
}
/** Features of a sentence that hold in all its readings. */
function commonFeatures(
  annotated: AnnotatedText,
  number: number,
  mood: Mood,
  distance: Distance,
  behind: Before,
): readonly number[] {
  const { from, to } = annotated.sentences.at(number) as Sentence;
  return [
    F.moodDistance.at(mood.name, distance),
    F.moodBefore.at(mood.name, behind),
    F.verbsInMood.at(mood.count),
    F.indicatives.at(mood.name, mood.indicatives),
    F.holdsMarks.at(mood.name, noYes(mood.holdsMarks)),
    F.holdsCue.at(mood.name, noYes(mood.holdsCue)),
    F.isFirstVerb.at(mood.name, noYes(mood.first)),
    F.words.at(to - from),
    F.mixed.at(mood.mixed ? 'mixed' : 'none'),
    ...(opens(annotated, number) ? [F.opensParagraph] : []),
  ];
}

/** Whether a sentence is the first of its paragraph. */
function opens(annotated: AnnotatedText, number: number): boolean {
  return (
    annotated.sentences.at(number - 1)?.paragraph !== annotated.sentences.at(number)?.paragraph
  );
}

/** How many sentences back what was said last may lie. */
const REACH_BACK = 6;

function distanceTo(annotated: AnnotatedText, number: number, before: RawQuote | null): Distance {
  if (!before) return 'none';
  const end = before.content.reduce((most, span) => Math.max(most, span.to), 0);
  let away = 1;
  while (away < REACH_BACK && (annotated.sentences.at(number - away)?.from ?? 0) >= end) away++;
  if (away >= REACH_BACK) return 'far';
  const paragraphs =
    (annotated.sentences.at(number)?.paragraph ?? 0) -
    (annotated.sentences.at(number - away)?.paragraph ?? 0);
  if (paragraphs > 0) return paragraphs === 1 && away === 1 ? 'paragraph' : 'far';
  return away <= 3 ? (String(away) as '1' | '2' | '3') : 'far';
}

function kindBefore(annotated: AnnotatedText, before: RawQuote | null): Before {
  if (!before) return 'none';
  if (before.content.some((span) => annotated.markOf[span.to - 1] !== -1)) return 'marks';
  if (!before.cue) return 'run';
  return before.cue.form === 'phrase' ? 'cue-phrase' : 'cue';
}
