/**
 * Where content may start and end: behind the cue, behind phrases that say to whom, where or when it was said, and at the
 * borders of clauses.
 * @module
 */
import { phraseFrom, adverbialAt, type Adverbial } from '../../annotation/adverbials.ts';
import {
  endOfMark,
  endsAbbreviation,
  isComplementizer,
  type AnnotatedText,
  type Sentence,
} from '../../annotation/annotated.ts';
import { COLON, COMMA, DASH, PLAIN, QUOTE_MARK, STOP } from '../../annotation/punctuation.ts';
import {
  ADVERB,
  AUXILIARY,
  COORDINATOR,
  isCue,
  NOUN,
  PREPOSITION,
  PRONOUN,
  SUBORDINATOR,
  VERB,
  isVerbal,
} from '../../annotation/tags.ts';
import { AT_OTHER_SIGN, END, START, type End, type Start } from './names.ts';
import { openerBehindAside } from '../behind-asides.ts';
import { isSubjectAt } from './next-word.ts';

const MOST_ENDS = 7;
const REACH_OF_THAT = 14;

/** Where content may start behind word `at`, and in which way. */
export function startsAfter(
  annotated: AnnotatedText,
  sentence: Sentence,
  at: number,
  inverted: boolean,
): readonly (readonly [number, Start])[] {
  const found = new Map<number, Start>();
  const add = (word: number, start: Start): void => {
    if (word >= sentence.to || found.has(word) || !canStart(annotated, word)) return;
    if (!isComplementizer(annotated, word)) found.set(word, start);
  };
  const { classes, gaps, lexicon } = annotated;
  for (let w = at; w < Math.min(sentence.to, at + REACH_OF_THAT); w++) {
    if (gaps[w] === COLON) add(w, START.colon);
    // "noted … the claims that": the clause is the other cue's.
    if (w > at && sentence.cues.some((cue) => cue.from === w)) break;
    if (isComplementizer(annotated, w)) {
      add(w + 1, START.that);
      break;
    }
    if (annotated.markOf[w] !== -1 && !isShortMark(annotated, w)) break;
  }
  const mark = firstMarkAfter(annotated, sentence, at);
  if (mark >= 0) add(mark, gaps[mark] === COLON ? START.colon : START.mark);
  if (at < sentence.to) {
    if (gaps[at] === COMMA) add(at, START.comma);
    else if (gaps[at] === COLON) add(at, START.colon);
    else if (inverted && isVerbSecond(annotated, sentence, at)) add(at, START.comma);
    else add(at, inverted ? START.source : START.cue);
    if (lexicon.has(at, 'question-word')) found.set(at, START.question);
  }
  const question = questionBehindAside(annotated, sentence, at);
  if (question >= 0) found.set(question, START.question);
  const phrase = phraseFrom(sentence, at);
  if (phrase) {
    add(phrase.to, START.chunk);
    if (classes.of[phrase.to] === PREPOSITION) add(phrase.to + 1, START.preposition);
  }
  if (classes.of[at] === PREPOSITION) add(at + 1, START.preposition);
  for (const { to } of adverbialsFrom(annotated, sentence, at)) add(to, START.circumstance);
  const comma = nextComma(annotated, sentence, at + 1);
  if (comma >= 0) add(comma, START.aside);
  return [...found];
}

/**
 * "me preguntaron, con mucha educación, | si lo conocía": a question behind whom and how somebody was asked; -1 if there is none. Weights fitted on a
 * language have learned this by themselves.
 */
export function questionBehindAside(
  annotated: AnnotatedText,
  sentence: Sentence,
  at: number,
): number {
  const { gaps, lexicon } = annotated;
  if (lexicon.profile.fittedQuotes) return -1;
  // "preguntó al consejero | por qué"
  let next = at;
  for (let steps = 0; steps < MOST_CIRCUMSTANCES && next < sentence.to; steps++) {
    const isAs = lexicon.has(next, 'as-preposition');
    if (lexicon.has(next, 'question-word') && !isAs) return next;
    const step = gaps[next] === PLAIN ? adverbialAt(annotated, sentence, next) : null;
    if (!step) break;
    next = step.to;
  }
  return openerBehindAside(annotated, sentence, at, REACH_OF_THAT, (word) =>
    lexicon.has(word, 'question-word'),
  );
}

/**
 * "Volgens de politie | is de brug veilig": the verb behind a source that opens its sentence takes the place of a comma.
 * Weights fitted on a language have learned this by themselves.
 */
function isVerbSecond(annotated: AnnotatedText, sentence: Sentence, at: number): boolean {
  const { classes, lexicon, rules } = annotated;
  const { from, cues } = sentence;
  const kind = classes.of[at];
  const isVerb = isVerbal(kind);
  // "Według policji | kierowca jechał": where no comma ends the source, the clause begins right behind it.
  const isBare =
    kind === NOUN && classes.of[at - 1] === NOUN && nextComma(annotated, sentence, at) < 0;
  if (lexicon.profile.fittedQuotes || !(isVerb || isBare)) return false;
  const [cue] = cues;
  return cue?.from === from && rules.cueRules[cue.rule]?.takes.includes('source-after') === true;
}

const MOST_IN_TITLE = 6;

/** A few words in marks, as the title of a programme has: "told “The Morning Hour” that …". */
function isShortMark({ markOf }: AnnotatedText, word: number): boolean {
  let to = word;
  while (to - word <= MOST_IN_TITLE && markOf[to] === markOf[word]) to++;
  return to - word <= MOST_IN_TITLE;
}

const MOST_CIRCUMSTANCES = 5;

/** The circumstances behind word `at`, and behind the person told: "told reporters | in Avon | on Monday". */
export function adverbialsFrom(
  annotated: AnnotatedText,
  sentence: Sentence,
  at: number,
): readonly Adverbial[] {
  const found: Adverbial[] = [];
  let word = phraseFrom(sentence, at)?.reach ?? at;
  while (found.length < MOST_CIRCUMSTANCES && word < sentence.to) {
    if (annotated.gaps[word] !== PLAIN && word > at) break;
    const step = adverbialAt(annotated, sentence, word);
    if (!step) break;
    found.push(step);
    word = step.to;
  }
  return found;
}

/** Content does not start in the middle of marks. */
export function canStart(annotated: AnnotatedText, word: number): boolean {
  const mark = annotated.markOf[word] as number;
  return mark === -1 || annotated.markOf[word - 1] !== mark;
}

function firstMarkAfter(annotated: AnnotatedText, sentence: Sentence, at: number): number {
  for (let w = at; w < sentence.to; w++)
    if (annotated.markOf[w] !== -1) return canStart(annotated, w) ? w : -1;
  return -1;
}

function nextComma(annotated: AnnotatedText, sentence: Sentence, from: number): number {
  for (let w = from; w < Math.min(sentence.to, from + REACH_OF_THAT); w++) {
    if (annotated.markOf[w] !== -1) return -1;
    if (annotated.gaps[w] === COMMA) return w;
  }
  return -1;
}

/** Where content from word `from` on may end, and in which way. */
export function endsAfter(
  annotated: AnnotatedText,
  sentence: Sentence,
  from: number,
): readonly (readonly [number, End])[] {
  const marked = endBeforeDeed(annotated, sentence, from);
  if (marked >= 0) return [[marked, END.mark]];
  const found: (readonly [number, End])[] = [[sentence.to, END.sentence]];
  for (let w = from + 1; w < sentence.to && found.length < MOST_ENDS; w++) {
    if (!canEnd(annotated, w)) continue;
    const end = endKind(annotated, sentence, w);
    if (end) found.push([w, end]);
  }
  return found;
}

/**
 * "said “we have counted every vote” | and left": the end of the marks that content starts with, if what follows is the
 * source's next deed; else -1.
 */
function endBeforeDeed(
  { markOf, classes }: AnnotatedText,
  sentence: Sentence,
  from: number,
): number {
  if (markOf[from] === -1) return -1;
  const to = endOfMark(markOf, from, sentence.to);
  if (to + 1 >= sentence.to || classes.of[to] !== COORDINATOR || markOf[to] !== -1) return -1;
  const next = classes.of[to + 1];
  return markOf[to + 1] === -1 && (next === VERB || isCue(next)) ? to : -1;
}

/** Content does not end in the middle of marks. */
export function canEnd(annotated: AnnotatedText, word: number): boolean {
  const mark = annotated.markOf[word - 1] as number;
  return mark === -1 || annotated.markOf[word] !== mark;
}

/** How content that ends before `word` ends; null where no clause can end. */
export function endKind(annotated: AnnotatedText, sentence: Sentence, word: number): End | null {
  if (annotated.markOf[word - 1] !== -1) return END.mark;
  switch (annotated.gaps[word]) {
    case PLAIN: {
      const kind = annotated.classes.of[word];
      if (kind === SUBORDINATOR || isCue(kind)) return END.plain;
      if (kind === PREPOSITION)
        return adverbialAt(annotated, sentence, word)?.kind === 'venue' ? END.venue : null;
      // "cannot yet be": behind an auxiliary nothing is tied on.
      if (annotated.classes.of[word - 1] === AUXILIARY) return null;
      return kind === COORDINATOR && followsSubject(annotated, sentence, word + 1)
        ? END.plain
        : null;
    }
    case COMMA:
      return END.comma;
    case DASH:
      return END.dash;
    case COLON:
      return END.colon;
    case QUOTE_MARK:
      return null;
    case STOP:
      return endsAbbreviation(annotated, word) ? null : AT_OTHER_SIGN;
    default:
      return AT_OTHER_SIGN;
  }
}

/** Whether a new clause may start: a pronoun, a name, or a verb of saying. */
function followsSubject(annotated: AnnotatedText, sentence: Sentence, word: number): boolean {
  const kind = annotated.classes.of[word];
  if (isSubjectAt(annotated, sentence, word)) return true;
  return kind === PRONOUN || isCue(kind) || kind === VERB || kind === AUXILIARY || kind === ADVERB;
}
