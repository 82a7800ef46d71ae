/**
 * Why a stretch is a quote: its cue, the words that tell what its source is, and the features that weighed most.
 * @module
 */
import { isColon, type AnnotatedText } from '../annotation/annotated.ts';
import { headOf, kindOf, type Kind } from '../annotation/mention-types.ts';
import { modelOf, type QuoteModel, type RawQuote } from '../quotes/quote.ts';
import type { LexiconName } from '../rules/lexicons.ts';
import type { Evidence } from '../schema/types.ts';

const MOST = 6;
const LEAST_WEIGHT = 0.1;

/**
 * The reasons for a quote, in log-odds: the rule of its cue with all that cue and verb weigh, the word list that the
 * head of its source was found in, then the strongest features of the model that found it.
 */
export function quoteEvidence(
  annotated: AnnotatedText,
  model: QuoteModel,
  quote: RawQuote,
): readonly Evidence[] {
  const { space, weights } = modelOf(model, quote);
  const features = new Map<string, number>();
  let cueWeight = 0;
  for (const feature of quote.features.flat()) {
    const weight = weights[feature] as number;
    if (quote.cue && model.candidates.space.isOfCue(feature)) cueWeight += weight;
    else add(features, space.nameOf(feature), weight);
  }
  const rule = quote.cue && annotated.rules.cueRules[quote.cue.rule];
  const list = listOf(annotated, quote);
  return [
    ...(quote.by === 'turn'
      ? [{ rule: `turn/${quote.role}`, weight: round(logOdds(quote.confidence)) }]
      : []),
    ...(rule ? [{ rule: rule.id, weight: round(cueWeight) }] : []),
    ...(list ? [{ rule: list, weight: round(takeKind(features)) }] : []),
    ...strongest(features),
  ];
}

/** A turn is certain by its form, so its confidence is all that can be said of it. */
function logOdds(confidence: number): number {
  const sure = Math.min(0.99, Math.max(0.01, confidence));
  return Math.log(sure / (1 - sure));
}

function add(sums: Map<string, number>, name: string, weight: number): void {
  sums.set(name, (sums.get(name) ?? 0) + weight);
}

function strongest(features: ReadonlyMap<string, number>): readonly Evidence[] {
  return [...features]
    .filter(([, weight]) => Math.abs(weight) >= LEAST_WEIGHT)
    .sort((a, b) => Math.abs(b[1]) - Math.abs(a[1]) || (a[0] < b[0] ? -1 : 1))
    .slice(0, MOST)
    .map(([rule, weight]) => ({ rule, weight: round(weight) }));
}

/** How each model tells what sort of mention a source is. */
const KIND_FEATURES = ['source/place+kind=', 'loose/side+kind=', 'run/origin+kind='];

/** What the kind of the source weighs, taken out of the features. */
function takeKind(features: Map<string, number>): number {
  let sum = 0;
  for (const [name, weight] of features) {
    if (!KIND_FEATURES.some((group) => name.startsWith(group))) continue;
    sum += weight;
    features.delete(name);
  }
  return sum;
}

/** The lists that make a source what it is. */
const LISTS: Readonly<Partial<Record<Kind, readonly LexiconName[]>>> = {
  name: ['given-name', 'place'],
  titled: ['title'],
  pronoun: ['pronoun'],
  first: ['pronoun'],
  neuter: ['pronoun'],
  relative: ['relative', 'pronoun'],
  role: ['role', 'spokesperson'],
  plural: ['role-plural', 'group-noun'],
  organisation: ['organisation', 'organisation-name'],
  document: ['document'],
};

/** The id of the rule whose entry tells what the source is. */
function listOf(annotated: AnnotatedText, { source }: RawQuote): string | undefined {
  if (!source) return undefined;
  const head = headOf(annotated, source.from, source.to);
  for (const list of LISTS[kindOf(annotated, source.from, head)] ?? [])
    for (let w = source.from; w <= head; w++) {
      const hit = annotated.lexicon.at(w, list);
      if (hit && hit.rule >= 0) return annotated.rules.lexiconRules[hit.rule]?.id;
    }
  return undefined;
}

/** The order of source, cue and content, by where each begins. */
export function orderOf(quote: RawQuote): string {
  const parts: [string, number][] = [
    ['content', Math.min(...quote.content.map(({ from }) => from))],
  ];
  if (quote.source) parts.push(['source', quote.source.from]);
  if (quote.cue && !isColon(quote.cue)) parts.push(['cue', quote.cue.from]);
  return parts
    .sort((a, b) => a[1] - b[1])
    .map(([name]) => name)
    .join('-');
}

function round(weight: number): number {
  return Math.round(weight * 100) / 100;
}
