/**
 * Scripts: transcripts of debates, hearings, interviews and podcasts. Each turn opens with the name of whoever speaks, as the records of a thread do;
 * but a few people take turns again and again, and none of what software prints around a comment stands between them. Found by make, in any language.
 *
 * ```
 *   MR. HALE: Good evening.      [00:01:12] Host: And now?      Ruth Hale 01:12      Q. And now?
 *   ^------^ label               ^--------------^ label         Good evening.        ^^ label
 * ```
 * @module
 */
import type { Document } from '../../text/document.ts';
import { CASELESS, classOf } from '../../text/chars.ts';
import { ALL_CAPS, CAPITAL, firstWordAfter, NUMERIC } from '../../text/words.ts';
import { SAME_LINE, type Units } from '../units/units.ts';
import { wordHash } from './records/signatures.ts';
import { endsInStop, type Shapes } from './shape.ts';

/** What a unit is in a script: nothing, a line that opens a turn, or one between two turns. */
export const SCRIPT_ROLES = ['label', 'between'] as const;
const [LABEL, BETWEEN] = [1, 2] as const;

/** A label that the unit opens with. */
interface Label {
  readonly unit: number;
  /** Tells speakers apart: a hash of the last word of the name, so that "Ruth Hale" and "MS. HALE" are one. */
  readonly key: number;
  /** Whether a colon, capitals, a time code or a lone letter shows it to be a label, and not just a short line. */
  readonly sure: boolean;
}

/** Where labels are looked for: their units, parallel arrays over them. */
interface Lines {
  readonly doc: Document;
  readonly units: Units;
  readonly shapes: Shapes;
  readonly talk: Uint8Array;
  /** 1 where a rule for comments speaks. */
  readonly voices: Uint8Array;
}

/** Units between two labels; a longer speech is a text of its own. A speech in a debate has up to a dozen paragraphs. Set by hand, as are the numbers below: only these were tried, but for LEAST_EACH. */
const MOST_BETWEEN = 15;
/** Fewer turns may be anything; of plain names without a sign of a label there must be more. */
const LEAST_TURNS = 6;
const LEAST_PLAIN = 8;
/** Turns of each speaker, in the mean. Of 2 and 3: readers answer each other once, seldom twice. */
const LEAST_EACH = 3;
/** This share of the turns is by people who speak again. */
const LEAST_AGAIN = 0.75;
/** This share of the steps leads to somebody else. Two turns of one speaker in a row have a film or a note between them. */
const LEAST_CHANGE = 0.6;
/** This share of the turns has talk in it: fields of a profile ("Posts: 12") have none. */
const LEAST_TALK = 0.5;
/** This share of the turns has nothing of a thread's furniture in it: a button, a date, a name. */
const LEAST_PLAIN_TURNS = 0.7;

/** For each unit 0, or its index into {@link SCRIPT_ROLES} + 1. Linear in the units. */
export function findScripts(lines: Lines): Uint8Array {
  const roles = new Uint8Array(lines.units.count);
  const labels: Label[] = [];
  const colons = COLONS.map((colon) => finder(lines.doc.text, colon));
  for (let u = 0; u < roles.length; u++) {
    const start = lines.units.start[u] as number;
    const hasColon = colons.some((next) => next(start) < start + LONGEST);
    const label = mayOpen(lines, u, hasColon) ? labelOf(lines, u, hasColon) : null;
    if (label) labels.push(label);
  }
  markRuns(
    labels.filter(({ sure }) => sure),
    lines,
    isScript,
    roles,
  );
  const others = labels.filter(({ unit }) => roles[unit] === 0);
  if (others.length < LEAST_PLAIN) return roles;
  const named = wordsOutside(lines, labels);
  markRuns(others, lines, (run) => isScript(run, lines) && isNamed(run, named), roles);
  return roles;
}

/** Marks those runs of labels that are a script. */
function markRuns(
  labels: readonly Label[],
  lines: Lines,
  accepts: (run: readonly Label[], lines: Lines) => boolean,
  roles: Uint8Array,
): void {
  let from = 0;
  labels.forEach(({ unit }, i) => {
    const next = labels[i + 1];
    if (next && next.unit - unit <= MOST_BETWEEN) return;
    const run = withoutThreads(labels.slice(from, i + 1), lines);
    from = i + 1;
    if (!accepts(run, lines)) return;
    roles.fill(BETWEEN, run[0]?.unit, run.at(-1)?.unit);
    for (const label of run) roles[label.unit] = LABEL;
  });
}

/** Whether few people take turns, and nothing is printed around their words. */
function isScript(run: readonly Label[], lines: Lines): boolean {
  if (run.length < LEAST_TURNS) return false;
  const turns = new Map<number, number>();
  for (const { key } of run) turns.set(key, (turns.get(key) ?? 0) + 1);
  const again = [...turns.values()].filter((count) => count > 1);
  const byThem = again.reduce((sum, count) => sum + count, 0);
  if (again.length < 2 || byThem < LEAST_AGAIN * run.length) return false;
  if (byThem < LEAST_EACH * again.length) return false;
  const changes = run.filter(({ key }, i) => i > 0 && key !== run[i - 1]?.key).length;
  return changes >= LEAST_CHANGE * (run.length - 1) && isSpoken(run, lines);
}

/** Whether names without a sign of a label are those of a text: most of them are named elsewhere in it. */
function isNamed(run: readonly Label[], named: ReadonlySet<number>): boolean {
  const known = run.filter(({ key }) => named.has(key)).length;
  return run.length >= LEAST_PLAIN && known >= LEAST_AGAIN * run.length;
}

/** Hashes of the words of all units that are no labels. */
function wordsOutside({ doc, units, shapes }: Lines, labels: readonly Label[]): Set<number> {
  const isLabel = new Set(labels.map(({ unit }) => unit));
  const words = new Set<number>();
  for (let u = 0; u < units.count; u++) {
    if (isLabel.has(u) || (shapes.words[u] as number) < LEAST_LEAD) continue;
    for (let w = units.from[u] as number; w < (units.to[u] as number); w++)
      if ((doc.words.shape[w] as number) & CAPITAL) words.add(wordHash(doc, w, 0));
  }
  return words;
}

/** A line that names speakers has so many words: the link to a profile has fewer. */
const LEAST_LEAD = 4;

/** Whether most turns have talk in them, and few have furniture. */
function isSpoken(run: readonly Label[], lines: Lines): boolean {
  let talking = 0;
  let plain = 0;
  run.forEach(({ unit }, i) => {
    const next = run[i + 1]?.unit ?? Math.min(unit + 2, lines.units.count);
    if (lines.talk.subarray(unit, next).includes(1)) talking++;
    if (i + 1 === run.length || !hasFurniture(lines, unit, next)) plain++;
  });
  return talking >= LEAST_TALK * run.length && plain >= LEAST_PLAIN_TURNS * run.length;
}

/** Whether short lines that nobody says stand between two labels. */
function hasFurniture(
  { doc, units, shapes, talk, voices }: Lines,
  from: number,
  to: number,
): boolean {
  for (let u = from + 1; u < to; u++) {
    if (voices[u]) return true;
    if (talk[u] || endsInStop(shapes, u)) continue;
    if (!NOTE.test(doc.text[units.start[u] as number] as string)) return true;
  }
  return false;
}

/** A run without the records of a thread at its ends: nothing tells them from turns but the furniture around them. */
function withoutThreads(run: readonly Label[], lines: Lines): readonly Label[] {
  const isBare = (i: number): boolean => {
    const unit = run[i]?.unit ?? 0;
    const next = run[i + 1]?.unit ?? Math.min(unit + MOST_BETWEEN, lines.units.count);
    return !hasFurniture(lines, unit, next);
  };
  let from = 0;
  let to = run.length;
  while (to - from > 1 && !isBare(to - 1) && !isBare(to - 2)) to--;
  while (to - from > 1 && !isBare(from) && !isBare(from + 1)) from++;
  return run.slice(from, to);
}

/** How "(Applause)" and "[crosstalk]" begin. */
const NOTE = /[([*]/;

/** "[00:01:12] ", and the signs of Markdown. */
const LEAD =
  /^(?:[*_>#-]{1,3}\s?)?(?:[([]?\d{1,2}(?::\d\d){1,2}(?:[.,]\d{1,3})?[)\]]?\s?[-–—]?\s?)?[*_]{0,2}/;
/** A name, up to two brackets (a constituency, a time), an office behind a comma; then a colon. All repetitions are bounded. */
const NAMED =
  /^(?<name>\p{L}[^:;,!?()[\]]{0,48}?)(?:\s?[([][^)\]]{1,40}[)\]]){0,2}(?:,[^:;!?\d]{1,60})?[*_]{0,2}\s?[:：][*_]{0,2}(?=\s|$)/u;
/** "Q. ", "A: ", "Q    " */
const LETTERED = /^(?<name>\p{L})(?:[.)]\s|\s{2})/u;
/** A name by itself, or with a time code. */
const ALONE =
  /^(?<name>\p{L}[^:;,!?()[\]]{0,48}?)[*_]{0,2}(?<time>\s?[([]?\d{1,2}(?::\d\d){1,2}[)\]]?)?$/u;
/** What stands behind a colon that is no field's: a time code, or words that end as a sentence does. */
const NO_FIELD = /^\s?[([]?\d{1,2}(?::\d\d){1,2}[)\]]?$|[.!?]$/;
const COLONS = [':', '：'];
/** A label is no longer. */
const LONGEST = 170;
const MOST_WORDS = 6;

/** Told in turn, for places further and further on, where the next sign stands: Infinity if nowhere. One pass over the text for all. */
function finder(text: string, sign: string): (from: number) => number {
  let at = -1;
  return (from) => {
    if (at < from) {
      at = text.indexOf(sign, from);
      if (at < 0) at = Infinity;
    }
    return at;
  };
}

/** Whether the unit could open with a label. Of talk most have no colon, nor do they begin with one letter, and need not be looked at. */
function mayOpen({ doc: { words }, units, talk }: Lines, u: number, hasColon: boolean): boolean {
  const first = units.from[u] as number;
  if (units.gap[u] === SAME_LINE || first === units.to[u]) return false;
  return (
    hasColon || !talk[u] || (words.end[first] as number) - (words.start[first] as number) === 1
  );
}

function labelOf({ doc, units, shapes, talk }: Lines, u: number, hasColon: boolean): Label | null {
  const start = units.start[u] as number;
  const end = units.end[u] as number;
  const line = doc.text.slice(start, Math.min(end, start + LONGEST));
  const lead = LEAD.exec(line)?.[0].length ?? 0;
  const head = line.slice(lead);
  const found = (hasColon ? NAMED.exec(head) : null) ?? LETTERED.exec(head);
  // "Last edited: 3 Jul 2024"
  const isField = (shapes.numbers[u] as number) > 0 && !talk[u];
  if (found && isField && !NO_FIELD.test(head.slice(found[0].length))) return null;
  if (found) return labelWith(doc, u, start + lead, found, true);
  // A name by itself stands above what is said, and longer lines are cut off above.
  if (end - start > LONGEST || endsInStop(shapes, u)) return null;
  if (talk[u] || (talk[u + 1] ?? 0) === 0) return null;
  const alone = ALONE.exec(head);
  if (!alone) return null;
  return labelWith(doc, u, start + lead, alone, lead > 2 || alone.groups?.['time'] !== undefined);
}

function labelWith(
  doc: Document,
  unit: number,
  at: number,
  found: RegExpExecArray,
  sure: boolean,
): Label | null {
  const name = found.groups?.['name'] ?? '';
  const { shape, start } = doc.words;
  const first = firstWordAfter(doc.words, at);
  if (first >= doc.words.count || !opensName(doc, first)) return null;
  let last = first;
  while (last + 1 < doc.words.count && (start[last + 1] as number) < at + name.length) last++;
  if (last - first >= MOST_WORDS) return null;
  const isNumbered = last > first && ((shape[last] as number) & NUMERIC) !== 0;
  const numbers = doc.text.slice(at, at + name.length).match(/\d/g)?.length ?? 0;
  if (numbers > (isNumbered ? 3 : 0)) return null;
  const key = wordHash(doc, last, isNumbered ? wordHash(doc, last - 1, 0) : 0);
  return { unit, key, sure: sure || ((shape[last] as number) & ALL_CAPS) !== 0 };
}

function opensName({ text, words }: Document, word: number): boolean {
  if ((words.shape[word] as number) & CAPITAL) return true;
  return (classOf(text.charCodeAt(words.start[word] as number)) & CASELESS) !== 0;
}
