/**
 * Corrections to take away: the page with its labels, as `npm run eval` reads them, and rules that might be added.
 * @module
 */
import type { Analysis, Quote, Segment } from '../schema/types.ts';
import { fold } from '../text/fold.ts';
import type { Span } from '../text/spans.ts';
import type { Corrections, Relabelled } from './corrections.ts';
import { linesOf } from './lines.ts';

/** A rule with `certain` decides its line by itself; of fewer words, a line may well mean something else elsewhere. */
const CERTAIN_WORDS = 3;
/** UTF-16 units of an example in a rule. */
const MOST = 200;
/** Words of a phrase have at most three characters between them, or it finds nothing. */
const TOO_FAR = /[^\p{L}\p{M}\p{N}']{4,}/u;

/**
 * A line of JSON with a text and what its stretches are, without a line break in it; with the quotes, if a speaker was
 * corrected, or a quote was none. All offsets are UTF-16, half-open.
 */
export function labelledPage(text: string, analysis: Analysis, corrections: Corrections): string {
  const { segments = [], quotes = [] } = analysis;
  const page = { id: idOf(text, analysis), text, segments: merged(segments) };
  const spoken = quotes
    .filter(({ source }) => source !== null)
    .map((quote) => speechOf(quote, analysis));
  return JSON.stringify(corrections.quotes.size === 0 ? page : { ...page, quotes: spoken });
}

type LabelledStretch = Pick<Segment, 'start' | 'end' | 'label' | 'kind'>;

/** Neighbours that are the same are one stretch. */
function merged(segments: readonly Segment[]): readonly LabelledStretch[] {
  const out: LabelledStretch[] = [];
  segments.forEach(({ start, end, label, kind, article }, i) => {
    const last = out.at(-1);
    if (last?.label === label && last.kind === kind && segments[i - 1]?.article === article) {
      out[out.length - 1] = { ...last, end };
    } else out.push({ start, end, label, kind });
  });
  return out;
}

function speechOf(
  { content, source, cue, speaker, resolution }: Quote,
  { speakers = [] }: Analysis,
) {
  const pair = ({ start, end }: { readonly start: number; readonly end: number }) => [start, end];
  const who = speakers.find(({ id }) => id === speaker);
  const words = source?.text.trim().split(/\s+/).length ?? 0;
  const [step] = resolution ?? [];
  return {
    quote_spans: content.map(pair),
    speaker_spans: source === null ? [] : [pair(source)],
    cue_spans: cue === null ? [] : [pair(cue)],
    speaker: { name: who?.name ?? null, accept: who?.aliases ?? [] },
    mention:
      step?.why === 'pronoun' || step?.why === 'relative'
        ? 'pronoun'
        : words > 1
          ? 'longer'
          : 'one-word',
  };
}

/** The same for the same page: its headline, and a few digits that stand for the whole text. */
function idOf(text: string, { articles = [] }: Analysis): string {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  const slug = slugOf(articles[0]?.headline?.text ?? 'page');
  return `${slug}-${(hash >>> 0).toString(16).padStart(8, '0')}`;
}

function slugOf(text: string): string {
  const slug = fold(text.slice(0, 200)).replace(/[^\p{L}\p{N}]+/gu, '-');
  return slug.replace(/^-|-$/g, '').slice(0, 40) || 'page';
}

export interface Proposal {
  /** A rule file, to be put into a folder of one's own; empty where no line can be a rule. */
  readonly toml: string;
  /** Where in the folder. */
  readonly path: string;
  /** Lines that no phrase can match, such as those without words. */
  readonly left: number;
}

/** Rules that would know the corrected lines wherever they stand: one for each kind. */
export function proposeRules(text: string, analysis: Analysis, { labels }: Corrections): Proposal {
  const language = /^[a-z]{2,3}/.exec(analysis.language)?.[0] ?? 'und';
  const hasRules = language !== 'und' && analysis.languageSupport !== 'shape';
  const folder = hasRules ? language : 'shared';
  const byKind = new Map<string, string[]>();
  let left = 0;
  for (const change of labels) {
    for (const line of linesIn(text, change)) {
      if (phraseOf(line) === null) left++;
      else {
        const kind = `${change.label}/${change.kind}`;
        byKind.set(kind, [...(byKind.get(kind) ?? []), line]);
      }
    }
  }
  const spared = storyLine(text, analysis, labels);
  const rules = [...byKind].map(([kind, lines]) => ruleOf(folder, kind, lines, spared));
  const head = `schema = 1\n${folder === 'shared' ? '' : `language = ${quoted(folder)}\n`}`;
  return {
    toml: rules.length === 0 ? '' : [head, ...rules].join('\n'),
    path: `${folder}/proposed.toml`,
    left,
  };
}

function ruleOf(
  folder: string,
  kind: string,
  lines: readonly string[],
  spared: string | undefined,
): string {
  const phrases = [...new Set(lines.map((line) => phraseOf(line) as string))];
  const sure = phrases.every(
    (phrase) => phrase.split(/[^\p{L}\p{N}{}]+/u).filter(Boolean).length >= CERTAIN_WORDS,
  );
  // No line that holds more than the phrase is that line.
  const isOther = spared !== undefined && !phrases.includes(phraseOf(spared) ?? '');
  const negative = isOther ? spared : `${lines[0]} ${lines[0]}`;
  const list = (texts: readonly string[]) =>
    `[\n${texts.map((one) => `  ${quoted(one)},\n`).join('')}]`;
  return [
    '[[rule]]',
    // Ids that begin with a language are the project's.
    `id = ${quoted(`desk/proposed/${folder}-${kind.replace('/', '-')}`)}`,
    `kind = ${quoted(kind)}`,
    `match = 'line'`,
    `any = ${list(phrases)}`,
    ...(sure ? ['certain = true'] : []),
    `why = ${quoted(`Lines that a reader of a page knew to be ${kind}.`)}`,
    `positive = ${list([...new Set(lines)].map((line) => line.slice(0, 2 * MOST)))}`,
    `negative = ${list([negative.slice(0, MOST)])}`,
    '',
  ].join('\n');
}

function linesIn(text: string, span: Span): readonly string[] {
  return [...linesOf(text, span)].map(({ start, end }) => text.slice(start, end).toWellFormed());
}

/** A line of the story that nobody has corrected: a rule must leave it alone. */
function storyLine(
  text: string,
  { segments = [] }: Analysis,
  labels: readonly Relabelled[],
): string | undefined {
  const isStory = ({ label, start }: Segment): boolean =>
    label === 'body' && !labels.some((one) => one.start <= start && start < one.end);
  const story = segments.findLast(isStory);
  return story && linesIn(text, story)[0];
}

/** A line as rules write it: folded, with `{n}` for numbers; null where no phrase can be that line. */
function phraseOf(line: string): string | null {
  const folded = fold(line);
  if (line.length > 2 * MOST || TOO_FAR.test(folded) || !/[\p{L}\p{N}]/u.test(folded)) return null;
  return folded
    .replace(/(?<![\p{L}\p{M}\p{N}'])\d+(?:[.,:]\d+)*(?![\p{L}\p{M}\p{N}'])/gu, '{n}')
    .replace(/^[^\p{L}\p{N}{]+|[^\p{L}\p{M}\p{N}}]+$/gu, '')
    .replace(/\s+/g, ' ');
}

/** A string of TOML. */
function quoted(text: string): string {
  // oxlint-disable-next-line no-control-regex
  return /['\u0000-\u001f\u007f]/.test(text)
    ? JSON.stringify(text).replaceAll('\u007f', '\\u007f')
    : `'${text}'`;
}
