/**
 * Who speaks: entities of the text and people without a name, each with the quotes that are theirs.
 * @module
 */
import type { AnnotatedText } from '../annotation/annotated.ts';
import type { RawQuote } from '../quotes/quote.ts';
import { SpeakerDrafts } from './drafts.ts';
import { indexEntities, type EntityIndex } from './entity-index.ts';
import { likeliest, speakerModelOf, type SpeakerModel } from './model/model.ts';
import { referentsOf } from './referents.ts';
import { afterTurn, type Discourse, type Referent, type Resolution } from './resolution.ts';
import type { Attribution, RawSpeaker } from './speaker.ts';

/**
 * Resolves the sources of all quotes. Linear in the text.
 * @param explain whether the ways to the speakers' names are wanted; they are empty if not
 */
export function findSpeakers(
  annotated: AnnotatedText,
  quotes: Iterable<RawQuote>,
  explain = true,
): { readonly speakers: RawSpeaker[]; readonly attributions: readonly Attribution[] } {
  const index = indexEntities(annotated);
  const model = speakerModelOf(annotated.rules, annotated.lexicon.profile.language);
  const drafts = new SpeakerDrafts();
  const attributions: Attribution[] = [];
  resolveAll(index, quotes, (referents, number, quote) => {
    const found = surest(referents, model);
    if (!found) {
      attributions[number] = NOBODY;
      return null;
    }
    const { step } = found.resolution;
    const trail = explain ? found.resolution.trail : NO_TRAIL;
    const speaker = drafts.note(found.resolution, quote, number);
    const confidence = Math.min(quote.source ? 1 : MOST_FOR_ELIDED, found.confidence);
    attributions[number] = drafts.again({ speaker, confidence, step, trail });
    return found.resolution;
  });
  return { speakers: drafts.done(index.roles), attributions };
}

/**
 * Walks over the quotes in their order: each choice is among those whom the source may mean after the choices before.
 * @param choose answers who is meant by a quote's number, null for nobody
 */
export function resolveAll(
  index: EntityIndex,
  quotes: Iterable<RawQuote>,
  choose: (referents: readonly Referent[], number: number, quote: RawQuote) => Resolution | null,
): void {
  let discourse: Discourse = [];
  let number = 0;
  for (const quote of quotes) {
    const { sentence } = quote;
    const source = quote.source ?? (quote.by === 'cue' ? (quote.elided ?? null) : null);
    const { form, all } = source
      ? referentsOf(index, quote, source, discourse)
      : ({ form: 'name', all: [] } as const);
    const resolution = choose(all, number++, quote);
    if (resolution && source)
      discourse = afterTurn(discourse, { resolution, source, form, sentence });
  }
}

/**
 * Nobody rather than somebody who is less sure than this. Set by hand: `rules/weights/speakers-report.md` has what other values
 * do. At 0.5 one in a hundred fewer of the English names is
 * wrong and three of the German ones, and one and four in a hundred quotes lose the right name.
 */
const LEAST_CONFIDENCE = 0.4;

/**
 * Confidence in whom a verb without a subject means, at most: it was learned from sources that stand there. Set by hand, by how many of
 * fifty such speakers in Spanish and Portuguese news were right.
 */
const MOST_FOR_ELIDED = 0.8;

function surest(
  referents: readonly Referent[],
  model: SpeakerModel,
): { readonly resolution: Resolution; readonly confidence: number } | null {
  const choice = likeliest(referents, model);
  if (!choice || choice.confidence < LEAST_CONFIDENCE) return null;
  return { resolution: choice.referent.resolution, confidence: choice.confidence };
}

const NO_TRAIL: Attribution['trail'] = [];
const NOBODY: Attribution = { speaker: -1, confidence: 0, step: 'none', trail: NO_TRAIL };
