/**
 * Quotes and speakers as clients see them, from what the stages found.
 * @module
 */
import { quoteEvidence } from './quotes/evidence.ts';
import type { QuoteModel, RawQuote } from './quotes/find.ts';
import { isColon, type Scene } from './quotes/scene.ts';
import { contentOf, contextOf, sourceOf, textSpan, typeOf, wordsSpan } from './quotes/write.ts';
import type { Attribution, RawSpeaker } from './speakers/speakers.ts';
import { wordsWithin } from './text/words.ts';
import type { Evidence, Quote, Segment, Speaker, TextSpan } from './types.ts';

/**
 * The quotes of a scene; `q1`, `q2`, … in order of their content.
 * @param explain the model that found them, where the evidence is wanted
 */
export function writeQuotes(
  scene: Scene,
  raw: readonly RawQuote[],
  attributions: readonly Attribution[],
  segments: readonly Segment[],
  explain: QuoteModel | null,
): readonly Quote[] {
  return raw.map((quote, i) => {
    const content = contentOf(scene, quote);
    const segment = segmentAt(segments, (content[0] as TextSpan).start);
    const attribution = attributions[i] as Attribution;
    const cueClass = quote.cue ? scene.rules.cueRules[quote.cue.rule]?.class : undefined;
    return {
      id: `q${i + 1}`,
      type: typeOf(scene, quote),
      content,
      source: quote.source ? sourceOf(scene, quote.source) : null,
      cue:
        quote.cue && !isColon(quote.cue)
          ? textSpan(scene.doc.text, wordsSpan(scene, quote.cue))
          : null,
      ...(cueClass ? { cueClass } : {}),
      ...(quote.via
        ? {
            via: {
              source: sourceOf(scene, quote.via.source),
              cue: isColon(quote.via.cue)
                ? null
                : textSpan(scene.doc.text, wordsSpan(scene, quote.via.cue)),
            },
          }
        : {}),
      speaker: attribution.speaker < 0 ? null : `s${attribution.speaker + 1}`,
      speakerConfidence: round(attribution.confidence * quote.confidence),
      context: contextOf(scene, quote),
      article: segment.article,
      label: segment.label,
      kind: segment.kind,
      confidence: round(quote.confidence),
      ...(explain
        ? {
            evidence: [
              ...cueEvidence(scene, quote),
              ...quoteEvidence(explain, quote),
              stepOf(attribution),
            ],
          }
        : {}),
    };
  });
}

/** The rule of the cue, if there is one. Its weight is in the features that follow. */
function cueEvidence(scene: Scene, quote: RawQuote): readonly Evidence[] {
  const rule = quote.cue && scene.rules.cueRules[quote.cue.rule];
  return rule ? [{ rule: rule.id, weight: 0 }] : [];
}

/** How the speaker was resolved, in log-odds of its being right. */
function stepOf({ step, confidence }: Attribution): Evidence {
  const sure = Math.min(0.99, Math.max(0.01, confidence));
  return { rule: `speaker/${step}`, weight: round(Math.log(sure / (1 - sure))) };
}

/** The segment that holds an offset. There must be one. */
export function segmentAt(segments: readonly Segment[], offset: number): Segment {
  let low = 0;
  let high = segments.length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((segments[middle] as Segment).end > offset) high = middle;
    else low = middle + 1;
  }
  return segments[low] as Segment;
}

function round(value: number): number {
  return Math.round(value * 1000) / 1000;
}

/** The speakers, numbered as the attributions number them. */
export function writeSpeakers(
  scene: Scene,
  raw: readonly RawSpeaker[],
  quotes: readonly Quote[],
): readonly Speaker[] {
  const { doc } = scene;
  return raw.map((speaker, i) => ({
    id: `s${i + 1}`,
    name: speaker.name,
    type: speaker.type,
    ...(speaker.role === undefined ? {} : { role: speaker.role }),
    aliases: speaker.aliases,
    mentions: speaker.mentions.map((mention) => textSpan(doc.text, wordsSpan(scene, mention))),
    quotes: speaker.quotes.map((number) => `q${number + 1}`),
    words: speaker.quotes.reduce((sum, number) => sum + wordsIn(scene, quotes[number] as Quote), 0),
  }));
}

function wordsIn(scene: Scene, quote: Quote): number {
  return quote.content.reduce((sum, span) => {
    const { from, to } = wordsWithin(scene.doc.words, span.start, span.end);
    return sum + to - from;
  }, 0);
}
