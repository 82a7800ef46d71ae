/**
 * Passives: "Passengers were told by Kestrel Line that …". Whoever stands in front of the verb hears, and does not speak.
 * @module
 */
import { phraseFrom } from '../annotation/adverbials.ts';
import type { AnnotatedText, Sentence } from '../annotation/annotated.ts';
import { ADVERB, AUXILIARY, TIME } from '../annotation/tags.ts';
import type { CueHit } from '../rules/match/cues.ts';
import type { WordSpan } from '../text/spans.ts';

/** Words between an auxiliary and its participle at most: "wurde am Montag vom Rat gefragt". Set by hand; it bounds the work. */
const MOST_BETWEEN = 8;

/**
 * Who speaks where the cue is in the passive: whoever an agent's preposition names, else nobody. The source as it is for all other
 * cues, and for a source that does not stand in front.
 */
export function speakerOf(
  annotated: AnnotatedText,
  sentence: Sentence,
  cue: CueHit,
  source: WordSpan | null,
): WordSpan | null {
  if (!source || source.from >= cue.from) return source;
  if (!tellsSomebody(annotated, cue) && !isTold(annotated, cue)) return source;
  // "is promising": no participle of the past, no passive.
  if (cue.form === 'ing' || !isPassive(annotated, sentence, cue)) return source;
  return agentOf(annotated, sentence, cue);
}

/** Only the hearer of such a verb can be its subject in the passive, or what something is said of: "werden als „…“ bezeichnet". */
function tellsSomebody({ rules }: AnnotatedText, { rule, form }: CueHit): boolean {
  const takes = rules.cueRules[rule]?.takes ?? [];
  if (takes.includes('object-complement')) return form !== 'base';
  return takes.includes('person') || takes.includes('person-of');
}

/** "è stato detto che": where weights of another language have not learned it, whoever stands in front of the passive of any verb of saying does not say it. */
function isTold({ lexicon, rules }: AnnotatedText, { rule, form }: CueHit): boolean {
  const takes = rules.cueRules[rule]?.takes ?? [];
  const { cases, fittedQuotes } = lexicon.profile;
  return (
    !fittedQuotes &&
    !cases &&
    form === 'participle' &&
    (takes.includes('clause') || takes.includes('as'))
  );
}

/** Whether an auxiliary in front of a participle makes it one of the passive. */
export function isPassive(annotated: AnnotatedText, sentence: Sentence, cue: CueHit): boolean {
  const { classes, lexicon, markOf } = annotated;
  const { verbFinal } = lexicon.profile;
  const first = Math.max(sentence.from, cue.from - MOST_BETWEEN);
  for (let w = cue.from - 1; w >= first; w--) {
    if (classes.of[w] === AUXILIARY) return isOfPassive(annotated, w);
    // Where participles end their clause, anything may stand in between, what is said among it.
    if (verbFinal) continue;
    const isSkipped = classes.of[w] === ADVERB || classes.of[w] === TIME;
    if (!isSkipped || markOf[w] !== -1) return false;
  }
  return false;
}

/** Whether an auxiliary forms the passive. */
export function isOfPassive({ lexicon }: AnnotatedText, word: number): boolean {
  return lexicon.at(word, 'auxiliary')?.attribute === 'passive';
}

/** "told | by Kestrel Line", "vom Rat | gefragt" */
function agentOf(annotated: AnnotatedText, sentence: Sentence, cue: CueHit): WordSpan | null {
  const { lexicon } = annotated;
  const preposition = lexicon.at(cue.to, 'passive-agent');
  const behind = preposition && phraseFrom(sentence, preposition.to);
  if (behind) return { from: behind.from, to: behind.to };
  const first = Math.max(sentence.from, cue.from - MOST_BETWEEN);
  for (let w = cue.from - 1; w >= first; w--) {
    if (!lexicon.has(w, 'passive-agent')) continue;
    const phrase = phraseFrom(sentence, w + 1);
    if (phrase && phrase.to <= cue.from) return { from: phrase.from, to: phrase.to };
  }
  return null;
}
