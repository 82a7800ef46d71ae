/**
 * Where a line may hold two segments. The borders found here are only candidates: the model decides whether the parts differ.
 * @module
 */
import type { SegmentHits } from '../../rules/match/segment-rules.ts';
import type { Rules } from '../../rules/rules.ts';
import type { SegmentRule } from '../../rules/types.ts';
import { classOf, DIGIT, SPACE, UPPER, LETTER } from '../../text/chars.ts';
import type { Document } from '../../text/document.ts';
import { NUMERIC } from '../../text/words.ts';

interface Piece {
  readonly start: number;
  readonly end: number;
  readonly from: number;
  readonly to: number;
}

/** A line longer than this has lost its breaks: it is cut at its sentences. */
const LOST_BREAKS = 2500;
/** So has a shorter one that is as good as the whole text. */
const FEW_LINES = 2;
const LOST_BREAKS_ALONE = 500;
/** A separator splits only lines that are not prose. */
const MAX_LIST_WORDS = 40;

/**
 * Offsets (UTF-16, ascending, inside the piece) at which a new part begins.
 * @param firstHit @param lastHit the piece's hits, half-open
 */
export function splitPoints(
  doc: Document,
  rules: Rules,
  hits: SegmentHits,
  piece: Piece,
  firstHit: number,
  lastHit: number,
): readonly number[] {
  const points = new Set<number>();
  const long =
    piece.end - piece.start > (doc.lines.length <= FEW_LINES ? LOST_BREAKS_ALONE : LOST_BREAKS);
  if (long) for (const at of sentenceStarts(doc.text, piece.start, piece.end)) points.add(at);
  if (lastHit > firstHit && piece.to - piece.from > 1) {
    addShareTail(doc, rules, hits, piece, firstHit, lastHit, points);
    addLineTail(doc, rules, hits, piece, firstHit, lastHit, points);
    addMeetings(doc, rules, hits, piece, firstHit, lastHit, points);
  }
  if (points.size === 0) return NOTHING;
  const inside = [...points]
    .filter((at) => at > piece.start && at < piece.end)
    .sort((a, b) => a - b);
  return hits.hasOwn ? outsideOwn(rules, doc, hits, inside, firstHit, lastHit) : inside;
}

/** The points that do not cut through what a publisher's or a newsroom's own rule has found. */
function outsideOwn(
  rules: Rules,
  { words }: Document,
  hits: SegmentHits,
  points: readonly number[],
  firstHit: number,
  lastHit: number,
): readonly number[] {
  let h = firstHit;
  let upTo = 0;
  return points.filter((at) => {
    for (; h < lastHit && (words.start[hits.from[h] as number] as number) < at; h++) {
      if (!hits.veto[h] && ruleOf(rules, hits, h).weight !== undefined)
        upTo = Math.max(upTo, words.end[(hits.to[h] as number) - 1] as number);
    }
    return at >= upTo;
  });
}

const NOTHING: readonly number[] = [];
const MIN_SHARE_WORDS = 3;

function ruleOf(rules: Rules, hits: SegmentHits, hit: number): SegmentRule {
  return rules.segmentRules[hits.rule[hit] as number] as SegmentRule;
}

/** A run of share words at the end of a line that holds more: "… the author. facebook twitter telegram". A stray word may stand in it. */
function addShareTail(
  doc: Document,
  rules: Rules,
  hits: SegmentHits,
  piece: Piece,
  firstHit: number,
  lastHit: number,
  points: Set<number>,
): void {
  const from = Math.max(piece.from, piece.to - MAX_TAIL);
  const isShare = new Uint8Array(piece.to - from);
  for (let h = lastHit - 1; h >= firstHit && (hits.from[h] as number) >= from; h--) {
    const rule = hits.veto[h] ? null : ruleOf(rules, hits, h);
    if (rule?.kind === 'boilerplate/share' && rule.match !== 'phrase')
      isShare.fill(1, (hits.from[h] as number) - from, (hits.to[h] as number) - from);
  }
  let edge = -1;
  let known = 0;
  let strays = 0;
  for (let w = isShare.length - 1; w >= 0; w--) {
    if (isShare[w]) {
      known++;
      if (known >= 3 * strays) edge = w;
      strays = 0;
    } else if (++strays > MAX_STRAYS) break;
    else if (endsSentence(doc, from + w)) break;
  }
  if (known >= MIN_SHARE_WORDS && edge >= 0 && from + edge > piece.from)
    points.add(doc.words.start[from + edge] as number);
}

/** Words of a share bar at most, and words in a row in it that no rule knows. */
const MAX_TAIL = 40;
const MAX_STRAYS = 2;

/** Whether a sentence ends behind a word. */
function endsSentence(doc: Document, word: number): boolean {
  const stop = doc.text[doc.words.end[word] as number];
  return stop !== undefined && SENTENCE_ENDS.includes(stop);
}

const SENTENCE_ENDS = '.!?。！？؟۔';

/** The end of a short line is by itself a line that some rule knows: "Anna Berg May 3, 2021 5 Comments". */
function addLineTail(
  doc: Document,
  rules: Rules,
  hits: SegmentHits,
  piece: Piece,
  firstHit: number,
  lastHit: number,
  points: Set<number>,
): void {
  if (piece.to - piece.from > MAX_LIST_WORDS) return;
  for (let h = firstHit; h < lastHit; h++) {
    if (hits.veto[h] || ruleOf(rules, hits, h).match !== 'line') continue;
    const from = hits.from[h] as number;
    const to = hits.to[h] as number;
    if (from === piece.from && to === piece.to) continue;
    if (to === piece.to && isBorder(doc, from)) points.add(doc.words.start[from] as number);
    else if (from === piece.from && isSeparated(doc, to)) points.add(doc.words.start[to] as number);
    else if (isSeparated(doc, from) && isSeparated(doc, to)) {
      points.add(doc.words.start[from] as number);
      points.add(doc.words.start[to] as number);
    }
  }
}

/** Whether a new part can begin at `word`: after a separator, a stop or a date. */
function isBorder(doc: Document, word: number): boolean {
  if (isSeparated(doc, word)) return true;
  const before = word - 1;
  return ((doc.words.shape[before] as number) & NUMERIC) !== 0;
}

const SEPARATORS = new Set([...'|·•—–»/\t.!?:｜。！？：؟۔'].map((char) => char.charCodeAt(0)));

function isSeparated(doc: Document, word: number): boolean {
  for (let at = doc.words.end[word - 1] as number; at < (doc.words.start[word] as number); at++)
    if (SEPARATORS.has(doc.text.charCodeAt(at)) && !isInside(doc, word, at)) return true;
  return false;
}

/** Whether a separator is the stop inside of an address: “herald.example”, but not “the end.Next story”. */
function isInside({ text, words }: Document, word: number, at: number): boolean {
  const isTight = text[at] === '.' && at === words.end[word - 1] && at + 1 === words.start[word];
  return isTight && (classOf(text.charCodeAt(at + 1)) & (UPPER | DIGIT)) === 0;
}

/** Sentences in which rules of different kinds speak: a border at the sentence start between them. */
function addMeetings(
  doc: Document,
  rules: Rules,
  hits: SegmentHits,
  piece: Piece,
  firstHit: number,
  lastHit: number,
  points: Set<number>,
): void {
  let previousKind = '';
  let previousEnd = piece.start;
  for (let h = firstHit; h < lastHit; h++) {
    const rule = ruleOf(rules, hits, h);
    if (hits.veto[h] || rule.match === 'words' || rule.match === 'line') continue;
    const start = doc.words.start[hits.from[h] as number] as number;
    const strong = rule.certain || rule.kind.startsWith('disclaimers/');
    if (rule.kind !== previousKind && (previousKind !== '' || strong)) {
      const at = lastBorder(doc.text, Math.max(previousEnd, start - MAX_LOOK_BACK), start);
      if (at > piece.start) points.add(at);
    }
    previousKind = rule.kind;
    previousEnd = Math.max(previousEnd, doc.words.end[(hits.to[h] as number) - 1] as number);
  }
}

const MAX_LOOK_BACK = 300;

/** The start of the last sentence, or part after a separator, that begins in `(from, to]`; -1 where there is none. */
function lastBorder(text: string, from: number, to: number): number {
  for (let at = to; at > from; at--) {
    if (classOf(text.charCodeAt(at - 1)) & SPACE && isSentenceStart(text, at, from)) return at;
    if (followsSoloStop(text, at)) return at;
    if (text.charCodeAt(at) === 0xa9) return at;
  }
  return -1;
}

/** In scripts without spaces a sentence starts right behind a full stop and what closes with it. */
function followsSoloStop(text: string, at: number): boolean {
  const before = text[at - 1] ?? '';
  const stop = SOLO_CLOSERS.includes(before) ? text[at - 2] : before;
  if (stop !== '。' && stop !== '！' && stop !== '？') return false;
  return (classOf(text.charCodeAt(at)) & (LETTER | DIGIT)) !== 0;
}

const SOLO_CLOSERS = '」』”）】';

function isSentenceStart(text: string, at: number, from: number): boolean {
  let before = at - 1;
  while (before > from && classOf(text.charCodeAt(before)) & SPACE) before--;
  const unit = text.charCodeAt(before);
  if (unit === 124 || unit === 0xb7 || unit === 0x2022) return true;
  const closer = unit === 0x201d || unit === 34 || unit === 41;
  const stop = closer ? text.charCodeAt(before - 1) : unit;
  if (stop !== 0x2026 && !SENTENCE_ENDS.includes(text.charAt(closer ? before - 1 : before)))
    return false;
  const bits = classOf(text.charCodeAt(at));
  return (bits & (UPPER | DIGIT)) !== 0 || (bits & LETTER) === 0;
}

/** Starts of all sentences but the first; roughly, for lines that lost their breaks. */
function* sentenceStarts(text: string, from: number, to: number): Generator<number> {
  let last = from;
  for (let at = from + 2; at < to; at++) {
    if (at - last < MIN_SENTENCE || classOf(text.charCodeAt(at)) & SPACE) continue;
    const isStart =
      classOf(text.charCodeAt(at - 1)) & SPACE
        ? isSentenceStart(text, at, from)
        : followsSoloStop(text, at);
    if (!isStart) continue;
    yield at;
    last = at;
  }
}

/** Shorter sentences stay with their successor: a megabyte of separators must not become a hundred thousand units. */
const MIN_SENTENCE = 24;
