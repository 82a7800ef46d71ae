/**
 * Speakers: the resolved name of each gold quote against the annotated one. A wrong name is worse than none, so there are
 * two figures: the share of right names among all quotes, and among the names given.
 * @module
 */
import type { Answer } from './answer.ts';
import type { GoldSpeech, SpeakerDocument } from './gold.ts';
import type { Measure, TallyBase } from './measure.ts';
import { percent, sum } from './statistics.ts';
import { isNamed } from './names.ts';
import { columns } from './print.ts';
import { namedQuotes } from './quotes/told.ts';
import { LEAST_OVERLAP, overlap, wordsIn, wordsOf } from './words.ts';

interface Outcome {
  readonly mention: GoldSpeech['mention'];
  readonly isFound: boolean;
  /** A name was given. */
  readonly isNamed: boolean;
  readonly isRight: boolean;
}

export interface SpeakerTally extends TallyBase {
  readonly outcomes: readonly Outcome[];
}

export const speakerMeasure: Measure<SpeakerDocument, SpeakerTally> = {
  tally: tallySpeakers,
  figures: speakerFigures,
  details: () => [],
  worst: worstSpeakers,
};

function tallySpeakers(doc: SpeakerDocument, answer: Answer): SpeakerTally {
  const words = wordsOf(doc.text);
  const tolds = namedQuotes(words, answer);
  const mistakes: string[] = [];
  const outcomes = doc.quotes.map(({ quote_spans, speaker, mention }): Outcome => {
    const gold = wordsIn(words, quote_spans);
    const ranked = tolds.map(({ content, name }) => ({ value: overlap(gold, content), name }));
    const best = ranked.toSorted((a, b) => b.value - a.value)[0];
    if (!best || best.value < LEAST_OVERLAP)
      return { mention, isFound: false, isNamed: false, isRight: false };
    const { name } = best;
    const isRight = name !== null && isNamed(name, [speaker.name, ...speaker.accept]);
    if (!isRight) mistakes.push(`WHO ${doc.id}: want "${speaker.name}" got "${name}"`);
    return { mention, isFound: true, isNamed: name !== null, isRight };
  });
  return { id: doc.id, outcomes, mistakes };
}

function speakerFigures(tallies: readonly SpeakerTally[]) {
  const outcomes = tallies.flatMap((tally) => tally.outcomes);
  const found = outcomes.filter((outcome) => outcome.isFound);
  const named = outcomes.filter((outcome) => outcome.isNamed);
  const right = (some: readonly Outcome[]): number => sum(some.map(({ isRight }) => +isRight));
  const kinds = [...new Set(outcomes.map((outcome) => outcome.mention))];
  const ofKind = (kind: string): number => {
    const some = found.filter((outcome) => outcome.mention === kind);
    return percent(right(some), some.length);
  };
  return {
    documents: tallies.length,
    quotes: outcomes.length,
    found: percent(found.length, outcomes.length),
    canonicalSpeaker: percent(right(outcomes), outcomes.length),
    ofFound: percent(right(found), found.length),
    ofNamed: percent(right(named), named.length),
    ofFoundByMention: Object.fromEntries(kinds.map((kind) => [kind, ofKind(kind)])),
  };
}

function worstSpeakers(tallies: readonly SpeakerTally[], most: number): readonly string[] {
  const wrong = ({ outcomes }: SpeakerTally): number =>
    sum(outcomes.map((outcome) => (outcome.isNamed && !outcome.isRight ? 1 : 0)));
  const missing = ({ outcomes }: SpeakerTally): number =>
    sum(outcomes.map((outcome) => (outcome.isNamed ? 0 : 1)));
  const rows = tallies
    .toSorted((a, b) => wrong(b) - wrong(a) || missing(b) - missing(a))
    .slice(0, most)
    .map((tally) => [tally.id, `${wrong(tally)}`, `${missing(tally)}`, `${tally.outcomes.length}`]);
  return ['Worst documents: wrong names, no name, quotes', ...columns(rows)];
}
