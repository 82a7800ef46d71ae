/**
 * Documents of quotes as the program reads them for fitting: every line belongs to the story, and the language is the document's.
 * @module
 */
import { quotesAndSpeakers } from '../../../src/analyze.ts';
import { buildScene, type Scene } from '../../../src/quotes/scene.ts';
import { rules } from '../../../src/rules/load.ts';
import type { Rules } from '../../../src/rules/rules.ts';
import { findPhrases } from '../../../src/rules/trie.ts';
import { readDocument } from '../../../src/text/document.ts';
import type { Quote, Speaker } from '../../../src/types.ts';
import type { GoldDocument } from '../../eval/gold.ts';

const ENGLISH = 'en';

/** A document that may say its language; without, it is in English. */
export type LanguageDocument<Doc extends GoldDocument> = Doc & { readonly language?: string };

/** The quotes and speakers that a model finds. */
export function answerOf(
  doc: LanguageDocument<GoldDocument>,
  model: Rules,
): { readonly quotes: readonly Quote[]; readonly speakers: readonly Speaker[] } {
  const read = readDocument(doc.text, model.vocabulary);
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
  const hits = findPhrases(model.trie, read.words);
  const ground = {
    doc: read,
    rules: model,
    hits,
    language: doc.language ?? ENGLISH,
    segments: [story],
    paragraphs: read.lines,
  };
  return quotesAndSpeakers(ground, { explain: false, minConfidence: 0 });
}

/** The document as the bundled rules read it. */
export function sceneOf(doc: LanguageDocument<GoldDocument>): Scene {
  const read = readDocument(doc.text, rules.vocabulary);
  return buildScene(
    read,
    rules,
    findPhrases(rules.trie, read.words),
    doc.language ?? ENGLISH,
    read.lines,
  );
}
