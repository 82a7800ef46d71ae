import { expect, test } from 'vitest';
import { writeText } from '../../src/formats/text.ts';
import type { Label } from '../../src/labels.ts';
import type { Segment } from '../../src/schema/types.ts';
import { analysis, PAGE, rendered } from './ground.ts';

/** The story of a text that is cut into these pieces: its words, whether it is body, and of which article. */
function storyOf(...pieces: readonly (readonly [text: string, body: boolean, article?: string])[]) {
  let at = 0;
  const segments = pieces.map(([text, body, article = 'a1']): Segment => {
    const label: Label = body ? 'body' : 'ads';
    const start = at;
    at += text.length;
    return { start, end: at, text, label, kind: 'paragraph', confidence: 1, article };
  });
  const same = (offset: number): number => offset;
  const text = pieces.map(([piece]) => piece).join('');
  return writeText({
    text,
    analysis: { ...analysis, segments },
    offset: same,
    codePoint: same,
  });
}

test('is the body alone, with its own line breaks', () => {
  const story = rendered('text');
  const body = (analysis.segments ?? []).filter(({ label }) => label === 'body');
  expect(body.length).toBeGreaterThan(1);
  expect(story).toBe(
    `${body
      .map(({ text }) => text)
      .join('')
      .trim()}\n`,
  );
  expect(story).toContain('cracks in <two> of the main beams & more');
  expect(PAGE).toContain('oldsalt');
  expect(story).not.toContain('oldsalt');
});

test('what was cut out leaves its neighbours on lines of their own', () => {
  expect(storyOf(['One. ', true], ['Share ', false], ['Two.', true])).toBe('One.\nTwo.\n');
  expect(storyOf(['One.\r\n\r\n', true], ['Share\r\n', false], ['Two.\r\n', true])).toBe(
    'One.\r\n\r\nTwo.\n',
  );
  expect(storyOf(['One. ', true], ['Two.', true])).toBe('One. Two.\n');
});

test('stories are parted by one blank line', () => {
  expect(storyOf(['One.\n\n\n', true], ['Two.\n', true, 'a2'], ['…', false])).toBe(
    'One.\n\nTwo.\n',
  );
});

test.each(['', ' \n ', 'Share\nFacebook\n'])('is empty where there is no story: %j', (text) => {
  expect(rendered('text', text)).toBe('');
});
