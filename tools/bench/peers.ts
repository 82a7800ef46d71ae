/**
 * Programs that do a part of the same work, to be timed on the same texts.
 * @module
 */
import { Readability } from '@mozilla/readability';
import nlp from 'compromise';
import { parseHTML } from 'linkedom';
import model from 'wink-eng-lite-web-model';
import winkNLP from 'wink-nlp';

/** The yardstick: one pass over the words. */
export const words = (text: string): unknown => text.match(/[\p{L}\p{N}]+/gu);

const wink = winkNLP(model, ['sbd', 'pos']);
const segmenter = new Intl.Segmenter('en', { granularity: 'word' });

/** By what docs/performance.md calls them. Each takes a text and gives what it found. */
export const TEXT_PEERS = {
  'Intl.Segmenter, words': (text: string): unknown => [...segmenter.segment(text)].length,
  'compromise, quotations': (text: string): unknown => nlp(text).quotations().out('array'),
  'compromise, people': (text: string): unknown => nlp(text).people().out('array'),
  'wink-nlp, tagging': (text: string): unknown => wink.readDoc(text).tokens().out(wink.its.pos),
} as const;

export type TextPeer = keyof typeof TEXT_PEERS;

/** The story of a page of HTML, as Readability finds it in linkedom's DOM. */
export function readability(html: string): string {
  const { document } = parseHTML(html);
  const story = new Readability(document as never).parse();
  return story?.textContent ?? '';
}
