/**
 * Tags without a subject: "«Tardé ocho años», | confesó ayer ante cien lectores." Right behind words in marks nobody but whoever acted last says it.
 * @module
 */
import { adverbialAt } from '../../annotation/adverbials.ts';
import type { AnnotatedText, Sentence } from '../../annotation/annotated.ts';
import { COMMA, PLAIN } from '../../annotation/punctuation.ts';
import { PREPOSITION } from '../../annotation/tags.ts';
import type { CueHit } from '../../rules/match/cues.ts';
import { startOfMark } from './asides.ts';
import type { Built } from './built.ts';
import { verbBorder } from '../candidates/source-boundaries.ts';

/** The words in marks in front of such a tag; null where it has a subject, or is none. */
export function bareTag(annotated: AnnotatedText, sentence: Sentence, cue: CueHit): Built | null {
  const { gaps, lexicon, markOf, rules } = annotated;
  if (cue.form !== 'past' && cue.form !== 'present') return null;
  if (lexicon.endings('plural-verb-ending').length === 0) return null;
  if (!rules.cueRules[cue.rule]?.takes.includes('inverted')) return null;
  const border = verbBorder(annotated, sentence, cue);
  if (border <= sentence.from || gaps[border] !== COMMA || markOf[border - 1] === -1) return null;
  for (let w = border; w < cue.from; w++) if (lexicon.has(w, 'impersonal')) return null;
  if (!endsTag(annotated, sentence, cue.to)) return null;
  const from = startOfMark(annotated, sentence, border - 1);
  // "Es caro, «muy caro», dijo": a clause that marks hold only a part of.
  return from > sentence.from ? null : { content: [{ from, to: border }], source: null };
}

/** Nothing but when, where and to whom it was said stands behind, up to a pause. */
function endsTag(annotated: AnnotatedText, sentence: Sentence, word: number): boolean {
  const { classes, gaps, lexicon } = annotated;
  let at = word;
  for (let steps = 0; steps < MOST_ADVERBIALS && at < sentence.to && gaps[at] === PLAIN; steps++) {
    const step = adverbialAt(annotated, sentence, at);
    // "señalaron | desde la fiscalía": it tells who says it.
    if (!step || (classes.of[at] === PREPOSITION && lexicon.has(at, 'within'))) return false;
    at = step.to;
  }
  return at >= sentence.to || gaps[at] !== PLAIN;
}

const MOST_ADVERBIALS = 4;
