import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { readTag } from '../../src/schema/language-tag.ts';
import {
  MACROLANGUAGES_OUT,
  macrolanguagesModule,
  OUT,
  subtagsModule,
} from '../../tools/subtags.ts';

test('the subtags are those of the registry', () => {
  expect(readFileSync(OUT, 'utf8')).toBe(subtagsModule());
  expect(readFileSync(MACROLANGUAGES_OUT, 'utf8')).toBe(macrolanguagesModule());
});

describe('a tag', () => {
  test.each([
    ['en', 'en'],
    ['EN', 'en'],
    ['pt-br', 'pt-BR'],
    ['de_DE', 'de-DE'],
    ['zh_hant_tw', 'zh-Hant-TW'],
    ['eng', 'en'],
    ['deu', 'de'],
    ['ger', 'de'],
    ['iw', 'he'],
    ['zh-yue', 'yue'],
    ['en-UK', 'en-GB'],
    ['zh-hant-tw', 'zh-Hant-TW'],
    ['sl-rozaj', 'sl-rozaj'],
    ['es-419', 'es-419'],
    ['en-u-nu-latn', 'en-u-nu-latn'],
    ['de-x-desk', 'de-x-desk'],
    ['qaa', 'qaa'],
    ['und', 'und'],
    ['tlh', 'tlh'],
  ])('%s is read as %s', (sent, tag) => expect(readTag(sent)).toEqual({ tag }));

  test.each([
    ['english', 'en'],
    ['German', 'de'],
    ['deutsch', 'de'],
    ['Français', 'fr'],
    ['norwegian', 'no'],
    [' welsh ', 'cy'],
  ])('the name %s is read as %s', (sent, tag) => expect(readTag(sent)).toEqual({ tag }));

  test.each([
    ['xx', 'names no language that exists'],
    ['xxx-DE', 'names no language that exists'],
    ['klingonish', 'must be a BCP-47 language tag'],
    ['gibber', 'names no language that exists'],
    ['en-ZQ', 'names a region that does not exist'],
    ['en-Abcd', 'names a script that does not exist'],
    ['zh-Hanx', 'names a script that does not exist'],
    ['de-foobar', 'names a variant that does not exist'],
    ['en_US.UTF-8', 'must be a BCP-47 language tag'],
    ['', 'must be a BCP-47 language tag'],
    ['a', 'must be a BCP-47 language tag'],
  ])('%j is refused, with what to send', (sent, begins) => {
    const { fault = '' } = readTag(sent);
    expect(fault.startsWith(begins)).toBe(true);
    expect(fault).toMatch(/such as (?:en|zh|pt|de)/);
    if (sent.length > 3) expect(fault).not.toContain(sent);
  });
});
