/**
 * Subjects that a verb does without: "«Ha sido duro», confesó." Whoever spoke or acted right before says it. No mention beside
 * the verb is the source then, but it is clear who the speaker is.
 * @module
 */
import { sentenceAt, type AnnotatedText, type Sentence } from '../annotation/annotated.ts';
import { COMMA, PLAIN } from '../annotation/punctuation.ts';
import { ADVERB, AUXILIARY, COORDINATOR, TIME } from '../annotation/tags.ts';
import type { WordSpan } from '../text/spans.ts';
import { actorOf } from './uncued/actors.ts';
import { speakerFrom } from './whole-sources.ts';
import type { CueQuote, RawQuote } from './quote.ts';

/** Words in front of a verb that may belong to it. It bounds the work. */
const MOST_IN_GROUP = 6;

/** The quotes with whom their verbs leave out, in the order of their content. Linear in the text. */
export function withElidedSubjects(
  annotated: AnnotatedText,
  quotes: readonly RawQuote[],
): readonly RawQuote[] {
  const plural = annotated.lexicon.endings('plural-verb-ending');
  if (plural.length === 0) return quotes;
  let last: RawQuote | undefined;
  return quotes.map((quote) => {
    const isOpen = quote.by === 'cue' && quote.source === null;
    const elided = isOpen && isElided(annotated, quote, plural) && whoActed(annotated, quote, last);
    last = elided ? { ...quote, elided } : quote;
    return last;
  });
}

/**
 * Whether the verb is of one person and has nothing but small words of its own in front of it, down to what it reports or
 * the start of its clause. In "se informó" and "preguntaron" nobody is left out.
 */
function isElided(
  annotated: AnnotatedText,
  { cue, content }: CueQuote,
  plural: readonly string[],
): boolean {
  // "dijo al negar que": an infinitive has the subject of the verb that it goes with.
  if (cue.form === 'base') return true;
  if (cue.form !== 'past' && cue.form !== 'present') return false;
  const { classes, doc, gaps, lexicon, markOf } = annotated;
  if (lexicon.has(cue.to, 'impersonal')) return false;
  const { folded, words } = doc;
  const { from } = sentenceAt(annotated, cue.from);
  const isPlural = (word: number): boolean => {
    const form = folded.slice(words.start[word], words.end[word]);
    return plural.some((ending) => form.endsWith(ending));
  };
  if (isPlural(cue.from)) return false;
  for (let w = cue.from; w > cue.from - MOST_IN_GROUP; w--) {
    if (w <= from) return true;
    // "«Le Figaro» indica que …": words in marks that are not what is reported may be the subject.
    if (markOf[w - 1] !== -1) return content.some((span) => span.from < w && w <= span.to);
    if (gaps[w] !== PLAIN) return true;
    const kind = classes.of[w - 1];
    // "«…», admitió el alcalde, | y añadió: «…»"
    if (kind === COORDINATOR && gaps[w - 1] === COMMA) return true;
    if ((kind !== ADVERB && kind !== AUXILIARY) || lexicon.has(w - 1, 'impersonal')) return false;
    if (lexicon.has(w - 1, 'auxiliary') && isPlural(w - 1)) return false;
  }
  return false;
}

/** The source of the quote before, or whoever opens the sentence before. */
function whoActed(
  annotated: AnnotatedText,
  { content, cue, sentence }: CueQuote,
  last: RawQuote | undefined,
): WordSpan | null {
  const own = annotated.sentences.at(sentence);
  const before = annotated.sentences.at(sentence - 1);
  if (!own || !before || own.paragraph - before.paragraph > 1) return null;
  // "A diocese não comentou e já informou que …": somebody acts in the sentence itself.
  const opening = opensWithActor(annotated, own);
  // "Las obras, agregó, terminarán": what it is about, which is a part of what was said.
  const isSaid = content.some(({ from, to }) => from <= own.from && own.from < to);
  if (opening && opening.to <= cue.from && !isSaid) return opening;
  if (last && last.sentence >= sentence - 1)
    return last.source ?? (last.by === 'cue' ? (last.elided ?? null) : null);
  return opensWithActor(annotated, before) ?? null;
}

/** Whoever opens a sentence, with the name behind the role: "El alcalde de Avon, Luis Vega, visitó …". */
function opensWithActor(annotated: AnnotatedText, sentence: Sentence): WordSpan | undefined {
  const actor = actorOf(annotated, sentence);
  if (!actor) return undefined;
  // "Luego, | Marta Oliva leyó …"
  const { of } = annotated.classes;
  for (let w = sentence.from; w < actor.from; w++)
    if (of[w] !== ADVERB && of[w] !== TIME) return undefined;
  return speakerFrom(annotated, sentence, actor.from) ?? { from: actor.from, to: actor.to };
}
