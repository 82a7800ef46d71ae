import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LABELLED_KINDS } from '../../src/labels.ts';
import { rules } from '../../src/rules/load.ts';
import { findPhrases } from '../../src/rules/match/trie.ts';
import { segmentDocument } from '../../src/segments/segment.ts';
import { readDocument } from '../../src/text/document.ts';

function segment(text: string, explain = false) {
  const doc = readDocument(text, rules.vocabulary);
  return segmentDocument(doc, rules, findPhrases(rules.trie, doc.words), { explain });
}

function expectSound(text: string): void {
  const { segments, articles } = segment(text, true);
  let at = 0;
  for (const s of segments) {
    expect(s.start).toBe(at);
    expect(s.end).toBeGreaterThan(s.start);
    expect(s.text).toBe(text.slice(s.start, s.end));
    expect(LABELLED_KINDS).toContain(`${s.label}/${s.kind}`);
    expect(s.confidence).toBeGreaterThanOrEqual(0);
    expect(s.confidence).toBeLessThanOrEqual(1);
    at = s.end;
  }
  expect(at).toBe(text.length);
  let end = 0;
  for (const a of articles) {
    expect(a.start).toBeGreaterThanOrEqual(end);
    expect(a.end).toBeGreaterThan(a.start);
    end = a.end;
    if (a.headline) expect(a.headline.text).toBe(text.slice(a.headline.start, a.headline.end));
  }
  expect(end).toBeLessThanOrEqual(text.length);
  if (articles.length === 0) expect(segments.some((s) => s.label === 'body')).toBe(false);
}

const HOSTILE = [
  '\u0000\u0001',
  '\ufeff',
  '\r\n\r\n',
  '\u2028',
  '\t|\t',
  ' | ',
  ' · ',
  '©',
  '😀',
  '\ud800',
  'İ',
  '…',
  '”',
  '“',
  "'",
  '- ',
  '1. ',
  'Advertisement',
  'Facebook Twitter Telegram WhatsApp',
  '5 Comments',
  'Reply',
  'May 3, 2021',
  'All rights reserved.',
  'The council met on Monday and agreed to repair the bridge before winter.',
  'Leave a reply',
  '\n',
  '\n\n',
  '\n\n\n',
  'x'.repeat(90),
  '你好世界',
  'مرحبا بالعالم',
  'สวัสดี',
  '.'.repeat(40),
  '12:30',
  '@someone',
  'https://example.org/a?b=c',
];

describe('segmentDocument', () => {
  it('tiles any text, and every article lies in it', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...HOSTILE), { maxLength: 60 }), (parts) =>
        expectSound(parts.join('')),
      ),
    );
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...HOSTILE), { maxLength: 60 }), (parts) =>
        expectSound(parts.join('\n')),
      ),
    );
    fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 300 }), expectSound));
  });

  it('has no segment for an empty text and one for white space', () => {
    expect(segment('')).toEqual({ segments: [], articles: [] });
    expect(segment(' \n\t ').segments).toMatchObject([
      { start: 0, end: 4, label: 'boilerplate', kind: 'other', article: null },
    ]);
  });

  it('answers the same twice', () => {
    const text = HOSTILE.join('\n');
    expect(segment(text, true)).toEqual(segment(text, true));
  });
});
