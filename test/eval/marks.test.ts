import { describe, expect, it } from 'vitest';
import { markedStretches, markMask, typeByMarks } from '../../tools/eval/quotes/marks.ts';

function stretches(text: string): readonly string[] {
  return markedStretches(text).map(([start, end]) => text.slice(start, end));
}

describe('marked stretches', () => {
  it.each([
    ['She said “no” twice, “never”.', ['“no”', '“never”']],
    ['„Ja“, sagte er. »Nein«, sagte sie.', ['„Ja“', '»Nein«']],
    ['«Oui», dit-il.', ['«Oui»']],
    ['A straight "one" here', ['"one"']],
    ['A pipe of 6" in the wall', []],
    ['never “closed at all', []],
    ['“one “two” three', ['“one ', '“two”']],
  ])('%s', (text, expected) => {
    expect(stretches(text)).toEqual(expected);
  });

  it('carries an open one to the end of its paragraph where the next one opens again', () => {
    expect(stretches('“It rained.\n\n“It snowed.”')).toEqual(['“It rained.', '“It snowed.”']);
  });

  it('tells types by the share in marks', () => {
    const text = 'it was “a very long night” for her';
    const mask = markMask(text, markedStretches(text));
    expect(typeByMarks(text, mask, [[7, 26]])).toBe('direct');
    expect(typeByMarks(text, mask, [[0, 26]])).toBe('mixed');
    expect(typeByMarks(text, mask, [[27, 34]])).toBe('indirect');
  });
});
