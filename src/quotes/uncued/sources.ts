/**
 * Who may have said a stretch in marks that has no cue: mentions beside it, subjects of the sentences next to it, and
 * names behind a dash that sign it.
 * @module
 */
import { endsInColon, type AnnotatedText, type Sentence } from '../../annotation/annotated.ts';
import type { NounPhrase } from '../../annotation/noun-phrases.ts';
import { COLON, COMMA, DASH, PLAIN } from '../../annotation/punctuation.ts';
import { isAffair, labelBefore } from '../../annotation/speech-labels.ts';
import { subjectOf } from '../../annotation/subjects.ts';
import { NAME, NOUN } from '../../annotation/tags.ts';
import type { WordSpan } from '../../text/spans.ts';
import { CAPITAL } from '../../text/words.ts';
import { canSpeak, isSpokenTo } from './actors.ts';
import { SIDE, type Side } from './features.ts';
import type { UncuedMark } from './roles.ts';

export interface NearSource {
  /** Null where nobody is named. */
  readonly source: WordSpan | null;
  readonly side: Side;
}

/** Mentions that may have said a stretch without a cue: beside it, or subject of the sentence next to it. */
export function sourcesNear(annotated: AnnotatedText, uncued: UncuedMark): readonly NearSource[] {
  const sentence = annotated.sentences.at(uncued.sentence) as Sentence;
  const found: NearSource[] = [{ source: null, side: SIDE.nobody }];
  const left = sentence.phrases
    .filter(
      (phrase) =>
        phrase.to <= uncued.from &&
        !isTied(annotated, phrase.from) &&
        !isBareArticle(annotated, phrase),
    )
    .slice(-3)
    .reverse();
  const colon = uncued.from > sentence.from && gapText(annotated, uncued.from).includes(':');
  const label = colon ? labelBefore(annotated, sentence, uncued.from) : undefined;
  const own = annotated.lexicon.profile.verbSecond ? subjectOf(annotated, sentence) : undefined;
  const others = left.filter((one) => !isAffair(annotated, one));
  for (const source of label ? [label] : others)
    found.push({ source, side: colon ? SIDE['left-colon'] : SIDE.left });
  if (own && own.to <= uncued.from)
    found.push({ source: own, side: colon ? SIDE['subject-colon'] : SIDE.subject });
  const right = phraseBehind(annotated, sentence, uncued.to);
  if (right)
    found.push({
      source: right,
      side: isDashBefore(annotated, uncued.to) ? SIDE['right-dash'] : SIDE.right,
    });
  const previous = annotated.sentences.at(uncued.sentence - 1);
  const subject = previous && subjectOf(annotated, previous);
  if (
    previous &&
    subject &&
    sentence.paragraph - previous.paragraph <= 1 &&
    canSpeak(annotated, subject)
  )
    found.push({
      source: subject,
      side: endsInColon(annotated, previous) ? SIDE['previous-colon'] : SIDE.previous,
    });
  const next = annotated.sentences.at(uncued.sentence + 1);
  const following = next?.phrases[0];
  const isListener = following && isSpokenTo(annotated, previous, following);
  if (
    next &&
    following &&
    next.paragraph === sentence.paragraph &&
    canSpeak(annotated, following) &&
    !isListener
  )
    found.push({ source: following, side: SIDE.next });
  if (next && following && isSignatureLine(annotated, uncued, next))
    found.push({ source: following, side: SIDE.signature });
  return found;
}

/** ein „geflügeltes Wort“: an article whose noun stands in marks is nobody. */
function isBareArticle({ lexicon }: AnnotatedText, { from, to }: WordSpan): boolean {
  return lexicon.profile.cases && from + 1 === to && lexicon.has(from, 'article');
}

/**
 * The first mention behind a stretch; in "“…,” read | the email" a word that no list holds is the verb, and no mention, nor
 * is it part of one where nothing is known of the language: „…,“ sagði | hann.
 */
function phraseBehind(
  annotated: AnnotatedText,
  { phrases }: Sentence,
  at: number,
): NounPhrase | undefined {
  const {
    classes: { of },
    doc: { words },
    gaps,
    lexicon,
  } = annotated;
  const first = phrases.findIndex((phrase) => phrase.from >= at);
  const phrase = phrases[first];
  const next = phrases[first + 1];
  if (phrase?.from === at && phrase.to > at + 1 && !lexicon.profile.fittedQuotes) {
    const isUnknown = of[at] === NOUN && !lexicon.isListed(at);
    if (isUnknown && ((words.shape[at] as number) & CAPITAL) === 0)
      return { ...phrase, from: at + 1 };
  }
  if (!phrase || next?.from !== phrase.to || gaps[next.from] !== PLAIN) return phrase;
  const isWord = phrase.from + 1 === phrase.to && of[phrase.from] === NOUN;
  return isWord && ((words.shape[phrase.from] as number) & CAPITAL) === 0 ? next : phrase;
}

/** "in einer Rede | des Ministers": a genitive belongs to the phrase before. */
function isTied({ lexicon, classes: { of }, gaps }: AnnotatedText, word: number): boolean {
  if (!lexicon.profile.cases || gaps[word] !== PLAIN || !lexicon.has(word, 'genitive'))
    return false;
  return of[word - 1] === NOUN || of[word - 1] === NAME;
}

/** A whole sentence in marks, a dash, and nothing but who said it. */
export function isSignature(
  annotated: AnnotatedText,
  uncued: UncuedMark,
  source: NearSource['source'],
): boolean {
  const sentence = annotated.sentences.at(uncued.sentence) as Sentence;
  if (!source || uncued.from > sentence.from || source.from !== uncued.to) return false;
  return sentence.to - uncued.to <= MOST_IN_SIGNATURE && canSpeak(annotated, source);
}

/** The same with the dash and the name in a sentence of their own, or on the next line. */
function isSignatureLine(annotated: AnnotatedText, uncued: UncuedMark, next: Sentence): boolean {
  const sentence = annotated.sentences.at(uncued.sentence) as Sentence;
  const source = next.phrases[0];
  if (!source || source.from !== next.from || next.paragraph - sentence.paragraph > 1) return false;
  if (uncued.from > sentence.from || uncued.to < sentence.to) return false;
  const isShort = next.to - next.from <= MOST_IN_SIGNATURE && next.cues.length === 0;
  return isShort && isDashBetween(annotated, uncued, next.from) && canSpeak(annotated, source);
}

/** Whether there is only a dash between a stretch and a word. */
function isDashBetween(
  { doc, marked }: AnnotatedText,
  { mark }: UncuedMark,
  word: number,
): boolean {
  const { end } = marked.at(mark) as { end: number };
  const start = doc.words.start[word] as number;
  return start - end <= MOST_BETWEEN && /^\s*[-–—―]+\s*$/.test(doc.text.slice(end, start));
}

const MOST_BETWEEN = 12;

const MOST_IN_SIGNATURE = 10;

function gapText(annotated: AnnotatedText, word: number): string {
  return annotated.doc.text.slice(
    annotated.doc.words.end[word - 1],
    annotated.doc.words.start[word],
  );
}

function isDashBefore(annotated: AnnotatedText, word: number): boolean {
  const gap = annotated.gaps[word];
  return (
    gap === DASH ||
    (gap !== PLAIN && gap !== COMMA && gap !== COLON && /[-–—]/.test(gapText(annotated, word)))
  );
}
