/**
 * Who may have said a stretch in marks that has no cue: mentions beside it, subjects of the sentences next to it, and
 * names behind a dash that sign it.
 * @module
 */
import { endsInColon, type Scene, type Sentence } from '../../annotation/annotated.ts';
import { headOf, kindOf } from '../../annotation/mention-types.ts';
import { COLON, COMMA, DASH, PLAIN } from '../../annotation/punctuation.ts';
import { subjectOf } from '../../annotation/subjects.ts';
import type { WordSpan } from '../../text/spans.ts';
import { SIDE, type Side } from './features.ts';
import type { LooseMark } from './roles.ts';

export interface NearSource {
  /** Null where nobody is named. */
  readonly source: WordSpan | null;
  readonly side: Side;
}

/** Mentions that may have said a stretch without a cue: beside it, or subject of the sentence next to it. */
export function sourcesNear(scene: Scene, loose: LooseMark): readonly NearSource[] {
  const sentence = scene.sentences[loose.sentence] as Sentence;
  const found: NearSource[] = [{ source: null, side: SIDE.nobody }];
  const left = sentence.chunks
    .filter((chunk) => chunk.to <= loose.from)
    .slice(-3)
    .reverse();
  const colon = loose.from > sentence.from && gapText(scene, loose.from).includes(':');
  for (const source of left) found.push({ source, side: colon ? SIDE['left-colon'] : SIDE.left });
  const own = scene.lexicon.profile.verbSecond ? subjectOf(scene, sentence) : undefined;
  if (own && own.to <= loose.from)
    found.push({ source: own, side: colon ? SIDE['subject-colon'] : SIDE.subject });
  const right = sentence.chunks.find((chunk) => chunk.from >= loose.to);
  if (right)
    found.push({
      source: right,
      side: isDashBefore(scene, loose.to) ? SIDE['right-dash'] : SIDE.right,
    });
  const previous = scene.sentences[loose.sentence - 1];
  const subject = previous && subjectOf(scene, previous);
  if (
    previous &&
    subject &&
    sentence.paragraph - previous.paragraph <= 1 &&
    canSpeak(scene, subject)
  )
    found.push({
      source: subject,
      side: endsInColon(scene, previous) ? SIDE['previous-colon'] : SIDE.previous,
    });
  const next = scene.sentences[loose.sentence + 1];
  const following = next?.chunks[0];
  if (next && following && next.paragraph === sentence.paragraph && canSpeak(scene, following))
    found.push({ source: following, side: SIDE.next });
  if (next && following && isSignatureLine(scene, loose, next))
    found.push({ source: following, side: SIDE.signature });
  return found;
}

/** A whole sentence in marks, a dash, and nothing but who said it. */
export function isSignature(scene: Scene, loose: LooseMark, source: NearSource['source']): boolean {
  const sentence = scene.sentences[loose.sentence] as Sentence;
  if (!source || loose.from > sentence.from || source.from !== loose.to) return false;
  return sentence.to - loose.to <= MOST_IN_SIGNATURE && canSpeak(scene, source);
}

/** The same with the dash and the name in a sentence of their own, or on the next line. */
function isSignatureLine(scene: Scene, loose: LooseMark, next: Sentence): boolean {
  const sentence = scene.sentences[loose.sentence] as Sentence;
  const source = next.chunks[0];
  if (!source || source.from !== next.from || next.paragraph - sentence.paragraph > 1) return false;
  if (loose.from > sentence.from || loose.to < sentence.to) return false;
  const isShort = next.to - next.from <= MOST_IN_SIGNATURE && next.cues.length === 0;
  return isShort && isDashBetween(scene, loose, next.from) && canSpeak(scene, source);
}

/** Whether there is only a dash between a stretch and a word. */
function isDashBetween({ doc, marked }: Scene, { mark }: LooseMark, word: number): boolean {
  const { end } = marked[mark] as { end: number };
  const start = doc.words.start[word] as number;
  return start - end <= MOST_BETWEEN && /^\s*[-–—―]+\s*$/.test(doc.text.slice(end, start));
}

const MOST_BETWEEN = 12;

const MOST_IN_SIGNATURE = 10;

/** Whether a mention is of a sort that speaks: a name, a pronoun, a role; not "drums". */
function canSpeak(scene: Scene, { from, to }: WordSpan): boolean {
  const kind = kindOf(scene, from, headOf(scene, from, to));
  return kind !== 'other' && kind !== 'time' && kind !== 'number' && kind !== 'neuter';
}

function gapText(scene: Scene, word: number): string {
  return scene.doc.text.slice(scene.doc.words.end[word - 1], scene.doc.words.start[word]);
}

function isDashBefore(scene: Scene, word: number): boolean {
  const gap = scene.gaps[word];
  return (
    gap === DASH ||
    (gap !== PLAIN && gap !== COMMA && gap !== COLON && /[-–—]/.test(gapText(scene, word)))
  );
}
