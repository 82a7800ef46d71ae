/**
 * “«Да», — отвечает он.”: a verb of saying right behind words in marks, with nothing but its subject up to a pause or more words in marks. That it reports
 * them is certain, whatever weights of another language think of such a verb there.
 * @module
 */
import { adverbialAt, phraseFrom } from '../annotation/adverbials.ts';
import type { AnnotatedText, Sentence } from '../annotation/annotated.ts';
import { COMMA, DASH, PLAIN, QUOTE_MARK, STOP } from '../annotation/punctuation.ts';
import { DETERMINER, NAME, POSSESSIVE, PRONOUN } from '../annotation/tags.ts';
import type { CueHit } from '../rules/match/cues.ts';
import type { WordSpan } from '../text/spans.ts';
import { LEAST } from './acceptance.ts';
import type { Choice } from './model/choose.ts';
import { canSpeak } from './uncued/actors.ts';

/** Who speaks in such a tag; null where nobody is named, undefined where a cue is none. */
export function subjectOfTag(
  annotated: AnnotatedText,
  sentence: Sentence,
  cue: CueHit,
): WordSpan | null | undefined {
  const { classes, gaps, lexicon, markOf, rules } = annotated;
  if (lexicon.profile.fittedQuotes || (cue.form !== 'present' && cue.form !== 'past'))
    return undefined;
  if (!rules.cueRules[cue.rule]?.takes.includes('inverted')) return undefined;
  if (cue.from <= sentence.from || (markOf[cue.from - 1] ?? -1) === -1) return undefined;
  if (markOf[cue.from] !== -1 || !PAUSES.has(gaps[cue.from] as number)) return undefined;
  if (cue.to >= sentence.to || gaps[cue.to] !== PLAIN || markOf[cue.to] !== -1) return undefined;
  // "…, — жалуются | в больнице."
  const inside = lexicon.has(cue.to, 'within') && adverbialAt(annotated, sentence, cue.to);
  if (inside && (inside.to >= sentence.to || gaps[inside.to] !== PLAIN)) return null;
  const phrase = phraseFrom(sentence, cue.to);
  if (!phrase) return undefined;
  const { from, to, reach } = phrase;
  if (reach < sentence.to && gaps[reach] === PLAIN && markOf[reach] === -1) return undefined;
  const isSomebody =
    OPENS_SUBJECT.has(classes.of[from] as number) ||
    classes.of[to - 1] === NAME ||
    canSpeak(annotated, phrase);
  return isSomebody ? { from, to } : undefined;
}

/**
 * The best candidate that such a tag closes, with its subject; null where there is none.
 * @param first what the weights take for said
 */
export function closedByTag(
  annotated: AnnotatedText,
  sentence: Sentence,
  cue: CueHit,
  first: Choice,
  best: (passes: (content: readonly WordSpan[]) => boolean) => Choice | null,
): Choice | null {
  const isInFront = first.content.marked && first.content.spans.some(({ to }) => to === cue.from);
  // Where the order of words is like English's, the weights need no help with a cue that they believe.
  const isTrusted = !annotated.lexicon.hasApart('oblique-ending');
  if (isTrusted && first.reports >= LEAST && isInFront) return null;
  const subject = subjectOfTag(annotated, sentence, cue);
  if (subject === undefined) return null;
  const choice = best(
    ([opening]) => opening?.to === cue.from && annotated.markOf[opening.from] !== -1,
  );
  if (!choice) return null;
  const source = choice.source.span || !subject ? choice.source : { span: subject, features: [] };
  return { ...choice, source, confidence: Math.max(choice.confidence, CONFIDENCE) };
}

/** Confidence in such a tag, at least. Set by hand; calibration follows. */
const CONFIDENCE = 0.7;

/** “…”, bekent | de zanger: behind such a verb, whoever an article opens speaks, whatever they are. */
const OPENS_SUBJECT: ReadonlySet<number> = new Set([DETERMINER, POSSESSIVE, PRONOUN]);

/** What parts words in marks from their tag. */
const PAUSES: ReadonlySet<number> = new Set([COMMA, DASH, QUOTE_MARK, STOP]);
