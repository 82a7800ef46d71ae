import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { looksLike } from '../../src/page/pasted.ts';

test.each([
  ['<!DOCTYPE html>\n<p>A', 'html'],
  ['  <html lang="en">', 'html'],
  ['<div class="a"><p>“Safe,” said Ann.</p><br/></div>', 'html'],
  ['Ferry late <b>today</b><br>', 'html'],
  ['<?xml version="1.0"?><rss><item/></rss>', 'xml'],
  ['<rss version="2.0">', 'xml'],
  ['<?xml version="1.0"?><!DOCTYPE html><html></html>', 'html'],
  ['The tag <b> makes text bold, and </b> ends it.', null],
  ['a < b, c > d and <3 for <all>', null],
  ['', null],
  ['{"text": "Ferry late"}', 'json'],
  ['\n[{"a": 1}]', 'json'],
  ['{ "headline": "Ferry late", "body_text": "It is."}', 'ninjs'],
  ['{"uri":"x","bodies":[{"value":"<p>It is.</p>"}]}', 'ninjs'],
  ['[Photo: Ann Reed] "Safe," she said.', null],
  ['{"Safe," said Ann}', null],
])('%j is %s', (text, mode) => {
  expect(looksLike(text)).toBe(mode);
});

test('no page of plain text is taken for markup or JSON', () => {
  const folder = 'test/fixtures/pages';
  const texts = readdirSync(folder).filter((name) => name.endsWith('.txt'));
  expect(texts.length).toBeGreaterThan(10);
  const taken = texts.filter(
    (name) => looksLike(readFileSync(`${folder}/${name}`, 'utf8')) !== null,
  );
  expect(taken).toEqual([]);
});

test('a megabyte of beginnings of tags is no trouble', () => {
  expect(looksLike('<a '.repeat(350_000))).toBe(null);
});
