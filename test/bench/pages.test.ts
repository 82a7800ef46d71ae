import { expect, it } from 'vitest';
import { readPage } from '../../src/analyze.ts';
import { rules } from '../../src/rules/load.ts';
import { Page } from '../../tools/bench/pages.ts';

it.each([1000, 6000, 25_000, 100_000])('a page of %i characters has about as many', (length) => {
  const { text } = new Page(length);
  expect(Math.abs(text.length - length)).toBeLessThan(700);
});

it('pages are the same for the same number, and others for another', () => {
  expect(new Page(6000, 2).text).toBe(new Page(6000, 2).text);
  expect(new Page(6000, 2).text).not.toBe(new Page(6000, 3).text);
});

it('says the same as HTML', () => {
  const page = new Page(6000);
  const words = (text: string): readonly string[] => text.match(/[\p{L}\p{N}]+/gu) ?? [];
  expect(words(readPage(page.html, rules).text)).toEqual(words(page.text));
});
