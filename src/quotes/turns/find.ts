/**
 * Turns: who says what in transcripts, interviews and the minutes of parliaments, line by line.
 * @module
 */
import { sentenceNumber, type AnnotatedText } from '../../annotation/annotated.ts';
import type { Span, WordSpan } from '../../text/spans.ts';
import { firstWordAfter, wordsWithin } from '../../text/words.ts';
import type { TurnQuote } from '../quote.ts';
import { continues } from './continuation.ts';
import { labelOf, type Label } from './labels.ts';
import { scriptLabels } from './scripts.ts';

/** Paragraphs without a label between two turns: more of them are a story of their own. Set by hand. */
const MOST_BETWEEN = 12;

/** How sure a turn is, by how its label looks. Set by hand: calibration follows. */
const CONFIDENCE = { letter: 0.93, capitals: 0.93, names: 0.8 } as const;

/** All turns of the text, in order. Linear in the paragraphs. */
export function findTurns(annotated: AnnotatedText): readonly TurnQuote[] {
  const turns: TurnQuote[] = [];
  for (const script of scriptsOf(annotated)) {
    script.forEach((label, i) => {
      const quote = label.role === 'nobody' ? null : turnOf(annotated, label, script[i + 1]);
      if (quote) turns.push(quote);
    });
  }
  return turns;
}

/** Runs of labels that are a transcript or an interview. */
function scriptsOf(annotated: AnnotatedText): readonly (readonly Label[])[] {
  const runs: Label[][] = [];
  annotated.paragraphs.forEach((_, paragraph) => {
    const label = labelOf(annotated, paragraph);
    if (!label) return;
    const run = runs.at(-1);
    const last = run?.at(-1);
    if (run && last && paragraph - last.paragraph <= MOST_BETWEEN) run.push(label);
    else runs.push([label]);
  });
  return runs.flatMap((run) => {
    const kept = scriptLabels(run);
    return kept.length > 0 ? [kept] : [];
  });
}

function turnOf(annotated: AnnotatedText, label: Label, next: Label | undefined): TurnQuote | null {
  const { doc, paragraphs } = annotated;
  const content: WordSpan[] = [];
  const own = paragraphs[label.paragraph] as Span;
  const to = firstWordAfter(doc.words, own.end);
  if (label.content < to) content.push({ from: label.content, to });
  const limit = next ? next.paragraph : label.paragraph + MOST_BETWEEN;
  for (let p = label.paragraph + 1; p < Math.min(limit, paragraphs.length); p++) {
    const paragraph = paragraphs[p] as Span;
    const verdict = continues(annotated, p, next !== undefined, content.length === 0);
    if (verdict === 'ends') break;
    if (verdict === 'aside') continue;
    content.push(wordsWithin(doc.words, paragraph.start, paragraph.end));
  }
  if (content.length === 0) return null;
  const { role, capitals } = label;
  return {
    by: 'turn',
    // Without the room to grow: most turns have one paragraph.
    content: content.slice(),
    source: label.name,
    cue: null,
    role: role === 'nobody' ? 'person' : role,
    sentence: sentenceNumber(annotated, label.name.from),
    confidence:
      role === 'person' ? (capitals ? CONFIDENCE.capitals : CONFIDENCE.names) : CONFIDENCE.letter,
    features: [],
  };
}
