/**
 * The second half of an analysis for a person to read: words with their classes, phrases, marks, cues, and how the candidates
 * of each cue compare. Words in marks that no cue reports are not shown with theirs.
 * @module
 */
import { isColon, type AnnotatedText, type Sentence } from '../../src/annotation/annotated.ts';
import * as tags from '../../src/annotation/tags.ts';
import {
  candidatesOf,
  type CandidateBlock,
  type Content,
} from '../../src/quotes/candidates/candidates.ts';
import { scoreOf } from '../../src/quotes/model/choose.ts';
import type { QuoteModel } from '../../src/quotes/quote.ts';
import type { CueHit } from '../../src/rules/match/cues.ts';
import type { WordSpan } from '../../src/text/spans.ts';
import { onOneLine } from './units.ts';

const MOST_CANDIDATES = 5;

/** Names of word classes, by number. */
const CLASS_NAMES: readonly string[] = Object.entries(tags).reduce<string[]>(
  (names, [name, tag]) => {
    if (typeof tag === 'number') names[tag] = name.toLowerCase().replaceAll('_', '-');
    return names;
  },
  [],
);

/** For each sentence its words and phrases, and for each of its cues the likeliest candidates. */
export function sentenceLines(annotated: AnnotatedText, model: QuoteModel): readonly string[] {
  return [...annotated.sentences].flatMap((sentence, number) => [
    `sentence ${number}: ${onOneLine(annotated.doc.text.slice(sentence.start, sentence.end))}`,
    `    words:   ${wordsOf(annotated, sentence)}`,
    `    phrases: ${sentence.candidateSpeakers.map((phrase) => `[${textOf(annotated, phrase)}]`).join(' ') || 'none'}`,
    ...sentence.cues.flatMap((cue) => cueLines(annotated, sentence, cue, model)),
  ]);
}

/** `She/pronoun said/cue “it/…`: words in marks have no class worth knowing. */
function wordsOf(annotated: AnnotatedText, { from, to }: Sentence): string {
  const shown: string[] = [];
  for (let w = from; w < to; w++) {
    const name = CLASS_NAMES[annotated.classes.of[w] as number];
    const kind = annotated.markOf[w] === -1 ? name : 'in-marks';
    shown.push(`${textOf(annotated, { from: w, to: w + 1 })}/${kind}`);
  }
  return shown.join(' ');
}

function textOf({ doc: { text, words } }: AnnotatedText, { from, to }: WordSpan): string {
  return text.slice(words.start[from], words.end[to - 1]);
}

function cueLines(
  annotated: AnnotatedText,
  sentence: Sentence,
  cue: CueHit,
  model: QuoteModel,
): readonly string[] {
  const id = annotated.rules.cueRules[cue.rule]?.id ?? 'colon';
  const name = isColon(cue) ? ':' : textOf(annotated, cue);
  const candidates = candidatesOf(annotated, sentence, cue, model.candidates.space)
    .flatMap((block) => block.contents.map((content) => shownOf(block, content, model)))
    .sort((a, b) => b.score - a.score);
  return [
    `    cue “${name}” (${id}, ${cue.form}): ${candidates.length} candidates`,
    ...candidates
      .slice(0, MOST_CANDIDATES)
      .map(
        ({ score, source, content }) =>
          `      ${score.toFixed(2).padStart(7)}  who: ${source ? textOf(annotated, source) : 'nobody'}  what: ${content.spans.map((span) => onOneLine(textOf(annotated, span))).join(' … ')}`,
      ),
  ];
}

/** A content with its best source. The analysis sums over all sources of a content, so of two that are close another may win. */
interface ShownCandidate {
  /** Log-odds against "reports nothing". */
  readonly score: number;
  readonly source: WordSpan | null;
  readonly content: Content;
}

/** A content with its best source. */
function shownOf(
  block: CandidateBlock,
  content: Content,
  { candidates: { weights } }: QuoteModel,
): ShownCandidate {
  const scored = block.sources.map((source) => ({
    source,
    score: scoreOf(source.features, weights),
  }));
  const best = scored.reduce((a, b) => (b.score > a.score ? b : a));
  const own = content.features.reduce((sum, list) => sum + scoreOf(list, weights), 0);
  const score = scoreOf(block.features, weights) + own + best.score;
  return { score, content, source: best.source.span };
}
