/**
 * Documents of quotes as the program reads them for fitting: every line belongs to the story, and the language is the document's.
 * @module
 */
import { quotesAndSpeakers } from '../../../src/quoting.ts';
import type { AnnotatedText } from '../../../src/annotation/annotated.ts';
import { rules } from '../../../src/rules/load.ts';
import type { Rules } from '../../../src/rules/rules.ts';
import type { Quote, Speaker } from '../../../src/schema/types.ts';
import { annotateText, parseText } from '../../../src/stages.ts';
import type { GoldDocument } from '../../eval/gold.ts';

const ENGLISH = 'en';

/** A document that may say its language; without, it is in English. */
export type LanguageDocument<Doc extends GoldDocument> = Doc & { readonly language?: string };

/** The quotes and speakers that a model finds. */
export function answerOf(
  doc: LanguageDocument<GoldDocument>,
  model: Rules,
): { readonly quotes: readonly Quote[]; readonly speakers: readonly Speaker[] } {
  const parsed = parseText(doc.text, model);
  const { text } = doc;
  const story = {
    start: 0,
    end: text.length,
    text,
    label: 'body',
    kind: 'paragraph',
    confidence: 1,
    article: null,
  } as const;
  const ground = {
    parsed,
    rules: model,
    language: doc.language ?? ENGLISH,
    segments: [story],
    paragraphs: parsed.doc.lines,
  };
  const { quotes, speakers } = quotesAndSpeakers(ground, { explain: false, minConfidence: 0 });
  return { quotes: [...quotes], speakers };
}

/** The document as the bundled rules read it. */
export function annotatedOf(doc: LanguageDocument<GoldDocument>): AnnotatedText {
  const language = doc.language ?? ENGLISH;
  return annotateText(parseText(doc.text, rules), rules, language);
}
