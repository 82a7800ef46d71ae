/**
 * Stories and comments to put into skeletons: those of labelled pages, by fold and language, and our own.
 * @module
 */
import type { Rules } from '../../../../src/rules/rules.ts';
import { guessLanguage } from '../../../../src/rules/language.ts';
import { parseText } from '../../../../src/stages.ts';
import { foldOf } from '../../folds.ts';
import { isBody, isComment, isParagraph, linesOf, storyOf, type Line } from '../lines.ts';
import type { LabelledPage } from '../examples.ts';
import type { Tongue } from './skeletons.ts';

/** A story: its lines without the gaps between them. */
export type Story = readonly Pick<Line, 'text' | 'label' | 'kind'>[];
/** A comment: its lines. */
export type Comment = readonly string[];

export interface Texts {
  readonly stories: readonly Story[];
  readonly comments: readonly Comment[];
}

/** Texts of labelled pages, by fold and language. */
export type Pools = ReadonlyMap<string, Texts>;

/** The key of a fold's texts in a language. */
export const poolKey = (fold: number, language: string): string => `${fold} ${language}`;

/** Longer comments are cut: a thread is learned from its beat, and not from its essays. */
const MOST_LINES = 6;
/** Shorter stories are captions, lists or stubs. */
const FEWEST_PARAGRAPHS = 2;

/** Texts in the languages that are asked for. */
export function poolTexts(
  docs: readonly LabelledPage[],
  folds: number,
  rules: Rules,
  languages: ReadonlySet<string>,
): Pools {
  const pools = new Map<string, { stories: Story[]; comments: Comment[] }>();
  for (const doc of docs) {
    const lines = linesOf(doc);
    const language = languageOf(doc, lines, rules);
    if (!languages.has(language)) continue;
    const key = poolKey(foldOf(doc, folds), language);
    const pool = pools.get(key) ?? { stories: [], comments: [] };
    pools.set(key, pool);
    const story = storyOf(lines).map(trimmed);
    if (story.filter(isParagraph).length >= FEWEST_PARAGRAPHS) pool.stories.push(story);
    pool.comments.push(...commentsIn(lines));
  }
  return pools;
}

/** The language that a corpus names, or that of the story. */
function languageOf(doc: LabelledPage, lines: readonly Line[], rules: Rules): string {
  const named = (doc as { readonly language?: string }).language;
  if (named) return named;
  const prose = lines.filter((line) => isBody(line) || isComment(line));
  const text = prose.map((line) => line.text).join('\n');
  const { doc: parsed, hits } = parseText(text, rules);
  return guessLanguage(text, rules, parsed.words, hits, [{ start: 0, end: text.length }]);
}

const trimmed = ({ text, label, kind }: Line): Story[number] => ({
  text: text.trim(),
  label,
  kind,
});

/** Runs of comment lines that nothing stands between. */
function commentsIn(lines: readonly Line[]): readonly Comment[] {
  const comments: string[][] = [];
  lines.forEach((line, i) => {
    if (!isComment(line)) return;
    const last = comments.at(-1);
    const goesOn = i > 0 && isComment(lines[i - 1] as Line) && last && last.length < MOST_LINES;
    if (goesOn) last.push(line.text.trim());
    else comments.push([line.text.trim()]);
  });
  return comments;
}

/** What we wrote ourselves; it belongs to no fold. */
export function ownTexts({ stories, comments }: Tongue): Texts {
  return {
    stories: stories.map(({ headline, paragraphs }) => [
      { text: headline, label: 'body', kind: 'headline' },
      ...paragraphs.map((text) => ({ text, label: 'body' as const, kind: 'paragraph' })),
    ]),
    comments: comments.map((text) => text.split('\n')),
  };
}
