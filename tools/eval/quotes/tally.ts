/**
 * Counts of one document's quotes: gold ones, answers, and the pairs of them.
 * @module
 */
import type { Answer } from '../answer.ts';
import type { QuoteDocument } from '../gold.ts';
import { cut, type TallyBase } from '../measure.ts';
import { groupTallies, type Groups } from './groups.ts';
import { hasMarks, type Attribution } from './attribution.ts';
import { isSourceRight, pair, type Pairing } from './pairing.ts';
import { commonWords, isSame, meets, overlap } from '../words.ts';

export const COUNTS = [
  ...(['direct', 'mixed', 'indirect', 'marked', 'all', 'speech'] as const),
  ...(['toldAll', 'toldMarked', 'toldIndirect', 'typeFits'] as const),
  ...(['foundAll', 'foundDirect', 'foundMarked', 'foundSpeech', 'foundIndirect'] as const),
  ...(['rightAll', 'rightMarked', 'rightSpeech', 'exactAll', 'exactMarked'] as const),
  ...(['sourced', 'sourceRight', 'cued', 'cueRight', 'scare', 'scareTaken'] as const),
] as const;
type CountName = (typeof COUNTS)[number];

export type QuoteCounts = Readonly<Record<CountName, number>>;

export interface QuoteTally extends TallyBase {
  readonly counts: QuoteCounts;
  readonly groups: Groups;
  /** Whether gold has all the quotes of the text: only then is an answer that it lacks a mistake. */
  readonly isComplete: boolean;
}

/** Marked stretches of fewer words that gold attributes to nobody are scare quotes. */
const SCARE_WORDS = 4;

/** Counts one document. */
export function tallyQuotes(doc: QuoteDocument, answer: Answer): QuoteTally {
  const pairing = pair(doc, answer.quotes);
  const counts = Object.fromEntries(COUNTS.map((name) => [name, 0])) as Record<CountName, number>;
  const add = (name: CountName, when = true): void => void (counts[name] += when ? 1 : 0);
  countGolds(pairing, add);
  countTolds(pairing, add);
  countScares(pairing, add);
  return {
    id: doc.id,
    counts,
    groups: groupTallies(doc, pairing),
    isComplete: doc.gold !== 'trees',
    mistakes: [
      ...mistakesInGold(doc, pairing),
      ...(doc.gold === 'trees' ? [] : extraQuotes(doc, pairing)),
    ],
  };
}

type Add = (name: CountName, when?: boolean) => void;

function countGolds(pairing: Pairing, add: Add): void {
  pairing.golds.forEach((gold, i) => {
    const marked = hasMarks(gold);
    const speech = gold.isSpeech && !marked;
    add('all');
    add(gold.type);
    add('marked', marked);
    add('speech', speech);
    const told = pairing.tolds[pairing.answerOf[i] as number];
    if (!told) return;
    const right = isSourceRight(gold.source, told.source);
    const exact = isSame(gold.core, told.core);
    const bothMarked = marked && hasMarks(told);
    add('foundAll');
    add('foundDirect', gold.type === 'direct');
    add('foundSpeech', speech);
    add('rightSpeech', speech && right);
    add('rightAll', right);
    add('exactAll', exact);
    add('foundMarked', bothMarked);
    add('rightMarked', bothMarked && right);
    add('exactMarked', bothMarked && exact);
    add('sourced', gold.source.size > 0);
    add('sourceRight', gold.source.size > 0 && meets(gold.source, told.source));
    add('cued', gold.cue.size > 0);
    add('cueRight', gold.cue.size > 0 && meets(gold.cue, told.cue));
  });
}

function countTolds({ golds, tolds, goldOf }: Pairing, add: Add): void {
  tolds.forEach((told, i) => {
    const gold = golds[goldOf[i] as number];
    add('toldAll');
    add('typeFits', told.type === told.told.type);
    add('toldIndirect', !hasMarks(told));
    add('foundIndirect', !hasMarks(told) && !!gold);
    // An answer with marks that matches an indirect gold quote counts neither as right nor as wrong.
    add('toldMarked', hasMarks(told) && (!gold || hasMarks(gold)));
  });
}

function countScares({ golds, tolds, stretches }: Pairing, add: Add): void {
  const said = new Set(golds.flatMap((gold) => [...gold.content]));
  for (const words of stretches) {
    if (words.size === 0 || words.size >= SCARE_WORDS || commonWords(words, said) > 0) continue;
    add('scare');
    const isTaken = tolds.some(
      ({ content }) => content.size <= 2 * words.size + 2 && overlap(content, words) >= 0.5,
    );
    add('scareTaken', isTaken);
  }
}

function mistakesInGold(doc: QuoteDocument, pairing: Pairing): readonly string[] {
  const { golds, tolds, answerOf } = pairing;
  return golds.flatMap((gold, i) => {
    if (!hasMarks(gold)) return [];
    const told = tolds[answerOf[i] as number];
    if (!told) return [`MISSED ${doc.id}: ${cut(doc.text, startOf(gold), 90)}`];
    if (isSourceRight(gold.source, told.source)) return [];
    const spans = gold.gold.speaker_spans ?? [];
    const want = spans.map(([start, end]) => doc.text.slice(start, end)).join(' ');
    const got = told.told.source?.text ?? null;
    const content = cut(doc.text, startOf(gold), 70);
    return [`SOURCE ${doc.id}: gold "${want}" got "${got}": ${content}`];
  });
}

function extraQuotes(doc: QuoteDocument, { tolds, goldOf }: Pairing): readonly string[] {
  return tolds
    .filter((told, i) => hasMarks(told) && goldOf[i] === -1)
    .map((told) => `EXTRA ${doc.id}: ${cut(doc.text, startOf(told), 90)}`);
}

function startOf({ spans }: Attribution): number {
  return spans[0]?.[0] ?? 0;
}
