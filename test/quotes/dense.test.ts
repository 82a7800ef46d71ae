/**
 * Sentences with more cues than prose has: each cue is read beside all others of its sentence, so their number is bounded.
 */
import { describe, expect, it } from 'vitest';
import { annotate } from '../../src/annotation/annotate.ts';
import type { AnnotatedText } from '../../src/annotation/annotated.ts';
import { rules } from '../../src/rules/load.ts';
import { findPhrases } from '../../src/rules/match/trie.ts';
import { readDocument } from '../../src/text/document.ts';

function annotatedOf(text: string, language: string): AnnotatedText {
  const doc = readDocument(text, rules.vocabulary);
  return annotate(doc, rules, findPhrases(rules.trie, doc.words), language, doc.lines);
}

const most = (annotated: AnnotatedText): number =>
  Math.max(...[...annotated.sentences].map((sentence) => sentence.cues.length));

describe('a sentence of many cues', () => {
  it('keeps them all where they are as far apart as in prose', () => {
    const text =
      'Hale said the plan was late, Reed claimed it was not, and Brandt told us he had it.';
    expect(most(annotatedOf(text, 'en'))).toBe(3);
  });

  it.each([
    ['according to the ', 'en'],
    ['laut der ', 'de'],
    ['he said she claimed they told us it announced that ', 'en'],
    ['Er sagte, dass sie sagte, dass ', 'de'],
  ])('has none where there is hardly anything else: %s', (piece, language) => {
    const annotated = annotatedOf(piece.repeat(60), language);
    expect(most(annotated)).toBe(0);
  });

  it('is cut so that no part has more than nine', () => {
    const annotated = annotatedOf(
      'the woman who lives in the old house by the river said so and '.repeat(40),
      'en',
    );
    expect(most(annotated)).toBeGreaterThan(0);
    expect(most(annotated)).toBeLessThanOrEqual(9);
  });

  it('covers all words of its paragraph, in order, cut or not', () => {
    const annotated = annotatedOf(`${'Hale said that '.repeat(100)}it was late.`, 'en');
    const { words } = annotated.doc;
    let next = 0;
    for (const { from, to } of annotated.sentences) {
      expect(from).toBe(next);
      next = to;
    }
    expect(next).toBe(words.count);
  });
});
