import { expect, it } from 'vitest';
import { readDocument } from '../../src/text/document.ts';
import { vocabularyOf } from '../../src/text/words.ts';

it('holds the text as it was sent, with its fold, lines and words', () => {
  const doc = readDocument(
    '\ufeff“Rain,”\r\n\r\nshe SAID.',
    vocabularyOf(
      new Map([
        ['{n}', 0],
        ['said', 1],
      ]),
    ),
  );
  expect(doc.text).toBe('\ufeff“Rain,”\r\n\r\nshe SAID.');
  expect(doc.folded).toBe('\ufeff"rain,"\r\n\r\nshe said.');
  expect(doc.lines).toEqual([
    { start: 1, end: 8, blanksBefore: 0, indent: 1 },
    { start: 12, end: 21, blanksBefore: 1, indent: 0 },
  ]);
  expect([...doc.words.id]).toEqual([-1, -1, 1]);
});
