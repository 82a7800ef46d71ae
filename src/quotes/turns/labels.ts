/**
 * Labels: what stands in front of a turn and says whose it is.
 *
 * ```
 *   DANA WILKES, ANCHOR: Good morning.     Mr HARLOW (Leith) (10.02 pm): I rise.     P. ¿Por qué?
 *   ^---------^ name     ^ content         ^-------^ name                ^ content   ^ name
 * ```
 * @module
 */
import type { AnnotatedText } from '../../annotation/annotated.ts';
import { DETERMINER, NAME } from '../../annotation/tags.ts';
import type { Span, WordSpan } from '../../text/spans.ts';
import { ALL_CAPS, CAPITAL, firstWordAfter, wordsWithin } from '../../text/words.ts';

export interface Label {
  /** Number of the paragraph that it opens. */
  readonly paragraph: number;
  /** The words of the name, without office and brackets. */
  readonly name: WordSpan;
  /** The first word of what is said, which may stand in a later paragraph. */
  readonly content: number;
  /** `nobody` for headings: "TEXT:", "Photo:". */
  readonly role: 'question' | 'answer' | 'person' | 'nobody';
  /** Tells labels of different people apart: the last word of the name, folded. */
  readonly key: string;
  /** Written in capitals, as transcripts have them. */
  readonly capitals: boolean;
  /** How much speaks for its being somebody: a title, a given name, an office behind it. */
  readonly sure: boolean;
  /** Whether a word of it stands like a name: "Reed", not "Price". */
  readonly isName: boolean;
  /** Whether every word of it is a common one: "Courier", "Host". It is a label only if it asks, again and again. */
  readonly isCommon: boolean;
  /** The last sign of its line, or of the next one if it has a line to itself, if that ends a sentence. */
  readonly end: '.' | '?' | '';
  /** Whether it is a line by itself, without a colon: a name above what is said. */
  readonly alone: boolean;
}

/**
 * A time code, the name, then up to three brackets (constituency, time), and an office behind a comma. All repetitions are bounded, and a
 * line is only looked at up to its first colons.
 */
const NAMED =
  /^(?:[([]\d{1,2}(?::\d\d){1,2}[)\]]\s?)?(?<name>[^\s:,;([.!?][^:,;([!?]{0,48}?)(?:\s?[([][^)\]:]{1,40}(?::\d\d[^)\]:]{0,8})?[)\]]){0,3}(?<office>,[^:;!?]{1,60})?\s?:(?=\s|$)/u;
/** "P. ", "Q: ", "R.- ", "Frage 2: ", "Q    " */
const LETTERED = /^(?<name>\p{L}{1,12})(?:(?:\s?\d{1,2})?\s?[.:)]\s?[-–—]?(?=\s)|(?=[ \t]{2}))/u;
/** "Ruth Hale", "RUTH HALE (01:12)" */
const ALONE = /^(?<name>\p{Lu}[^:;,!?()[\]]{1,48}?)(?<time>\s?[([]?\d{1,2}(?::\d\d){1,2}[)\]]?)?$/u;
/** A label is no longer. */
const LONGEST = 180;
const MOST_WORDS = 6;

/** The label that a paragraph opens with, or null. */
export function labelOf(annotated: AnnotatedText, paragraph: number): Label | null {
  const { start, end } = annotated.paragraphs[paragraph] as Span;
  const head = annotated.doc.text.slice(start, Math.min(end, start + LONGEST));
  return (
    lettered(annotated, paragraph, head) ??
    named(annotated, paragraph, head) ??
    alone(annotated, paragraph, head)
  );
}

function lettered(annotated: AnnotatedText, paragraph: number, head: string): Label | null {
  const match = LETTERED.exec(head);
  if (!match) return null;
  const { lexicon, doc } = annotated;
  const { start } = annotated.paragraphs[paragraph] as Span;
  const word = firstWordAfter(doc.words, start);
  const role = lexicon.has(word, 'question-label')
    ? 'question'
    : lexicon.has(word, 'answer-label')
      ? 'answer'
      : null;
  if (!role || ((doc.words.shape[word] ?? 0) & CAPITAL) === 0) return null;
  return {
    paragraph,
    name: { from: word, to: word + 1 },
    content: firstWordAfter(doc.words, start + match[0].length),
    role,
    key: role,
    capitals: false,
    sure: true,
    isName: false,
    isCommon: false,
    end: endOf(annotated, paragraph),
    alone: false,
  };
}

function named(annotated: AnnotatedText, paragraph: number, head: string): Label | null {
  const match = NAMED.exec(head);
  if (!match?.groups) return null;
  const { doc, lexicon } = annotated;
  const { start, end } = annotated.paragraphs[paragraph] as Span;
  const at = start + head.indexOf(match.groups['name'] as string);
  const name = wordsWithin(doc.words, at, at + (match.groups['name'] as string).length);
  const known = nameOf(annotated, name);
  if (!known) return null;
  const content = firstWordAfter(doc.words, start + match[0].length);
  // "Reed: “We will wait.”": the colon and the marks say enough.
  const isMarked = (annotated.markOf[content] ?? -1) !== -1;
  if (!known.capitals && isMarked) return null;
  const last = name.to - 1;
  const isNobody = lexicon.has(name.from, 'heading-label') || lexicon.has(last, 'heading-label');
  const sure = match.groups['office'] !== undefined || isPerson(annotated, name);
  return {
    ...known,
    paragraph,
    content,
    role: isNobody || (!sure && isPlace(annotated, name)) ? 'nobody' : 'person',
    sure,
    end: endOf(annotated, start + match[0].length < end ? paragraph : paragraph + 1),
    alone: false,
  };
}

/** A name above what is said; it may be a heading as well, so that others must tell. */
function alone(annotated: AnnotatedText, paragraph: number, head: string): Label | null {
  const { start, end } = annotated.paragraphs[paragraph] as Span;
  const match = end - start < LONGEST ? ALONE.exec(head.trimEnd()) : null;
  if (!match?.groups) return null;
  const { doc } = annotated;
  const name = wordsWithin(doc.words, start, start + (match.groups['name'] as string).length);
  const known = nameOf(annotated, name);
  if (!known || known.isCommon) return null;
  return {
    ...known,
    paragraph,
    content: firstWordAfter(doc.words, end),
    role: 'person',
    sure: match.groups['time'] !== undefined || isPerson(annotated, name),
    end: endOf(annotated, paragraph + 1),
    alone: true,
  };
}

/** What the words of a name tell; null where they cannot be one. */
function nameOf(
  annotated: AnnotatedText,
  name: WordSpan,
): Pick<Label, 'name' | 'key' | 'capitals' | 'isName' | 'isCommon'> | null {
  if (name.to <= name.from || name.to - name.from > MOST_WORDS) return null;
  const capitals = isInCapitals(annotated, name);
  if (!capitals && !isInTitleCase(annotated, name)) return null;
  const { folded, words } = annotated.doc;
  const last = name.to - 1;
  const isName = holdsNameWord(annotated, name);
  return {
    name,
    key: folded.slice(words.start[last], words.end[last]),
    capitals,
    isName,
    isCommon: !capitals && !isName && !holdsUnlisted(annotated, name),
  };
}

function holdsUnlisted({ lexicon }: AnnotatedText, { from, to }: WordSpan): boolean {
  for (let w = from; w < to; w++) if (!lexicon.isListed(w)) return true;
  return false;
}

function endOf({ doc, paragraphs }: AnnotatedText, paragraph: number): Label['end'] {
  const end = paragraphs[paragraph]?.end ?? 0;
  const sign = /[.!?…](?=["”»’')]?$)/.exec(doc.text.slice(Math.max(0, end - 2), end))?.[0];
  return sign === undefined ? '' : sign === '?' ? '?' : '.';
}

/** Capitals throughout, but for titles and an article: "The DEPUTY SPEAKER", "Mr HARLOW", "Dr. McCANN". */
function isInCapitals({ doc, lexicon, classes }: AnnotatedText, { from, to }: WordSpan): boolean {
  let capitals = 0;
  for (let w = from; w < to; w++) {
    const shape = doc.words.shape[w] as number;
    if (shape & ALL_CAPS || /\p{Lu}{3}/u.test(wordAt(doc, w))) capitals++;
    else if (isInitial(doc, w) || lexicon.has(w, 'name-particle')) continue;
    else if (!lexicon.has(w, 'title') && classes.of[w] !== DETERMINER && !lexicon.has(w, 'article'))
      return false;
  }
  return capitals > 0;
}

/** Every word with a capital. */
function isInTitleCase({ doc, lexicon }: AnnotatedText, { from, to }: WordSpan): boolean {
  for (let w = from; w < to; w++) {
    const isCapital = ((doc.words.shape[w] as number) & CAPITAL) !== 0;
    if (!isCapital && !lexicon.has(w, 'name-particle')) return false;
  }
  return true;
}

/** Whether a word stands like a name, or is one that no rule mentions. */
function isNameWord({ doc, lexicon, classes }: AnnotatedText, word: number): boolean {
  return (
    (doc.words.id[word] as number) < 0 || classes.of[word] === NAME || lexicon.has(word, 'title')
  );
}

function holdsNameWord(annotated: AnnotatedText, { from, to }: WordSpan): boolean {
  for (let w = from; w < to; w++) if (isNameWord(annotated, w)) return true;
  return false;
}

function isPerson({ lexicon }: AnnotatedText, { from, to }: WordSpan): boolean {
  for (let w = from; w < to; w++) {
    if (lexicon.has(w, 'title') || lexicon.has(w, 'role')) return true;
    if (w < to - 1 && lexicon.has(w, 'given-name')) return true;
  }
  return false;
}

/** "AVON: Two people were hurt": where something happened. */
function isPlace({ lexicon }: AnnotatedText, { from, to }: WordSpan): boolean {
  const place = lexicon.at(from, 'place');
  return place !== undefined && place.to >= to;
}

function isInitial({ words }: AnnotatedText['doc'], word: number): boolean {
  return (words.end[word] as number) - (words.start[word] as number) === 1;
}

function wordAt({ text, words }: AnnotatedText['doc'], word: number): string {
  return text.slice(words.start[word], words.end[word]);
}
