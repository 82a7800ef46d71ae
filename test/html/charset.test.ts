import { describe, expect, test } from 'vitest';
import { decodeHtml } from '../../src/html/charset.ts';

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
const latin = (text: string): Uint8Array => Uint8Array.from(text, (char) => char.charCodeAt(0));
const pad = ' '.repeat(1100);

describe('decodeHtml', () => {
  test.each<readonly [string, Uint8Array, string | undefined, string]>([
    ['valid UTF-8 without a word', utf8('é “€”'), undefined, 'é “€”'],
    ['anything else without a word', latin('caf\xe9 \x93x\x94'), undefined, 'café “x”'],
    ['what the transport says', latin('\xe9'), 'iso-8859-1', 'é'],
    ['by another name', latin('\xe4\xbd'), 'GBK', '浣'],
    ['in Japanese', Uint8Array.of(0x93, 0xfa, 0x96, 0x7b), 'shift_jis', '日本'],
    ['a byte-order mark above all', Uint8Array.of(0xef, 0xbb, 0xbf, 0xc3, 0xa9), 'iso-8859-1', 'é'],
    ['UTF-16 by its mark', Uint8Array.of(0xff, 0xfe, 0xe9, 0), undefined, 'é'],
    ['UTF-16 the other way round', Uint8Array.of(0xfe, 0xff, 0, 0xe9), undefined, 'é'],
    ['bytes that are not what was said', latin('a\xffb'), 'utf-8', 'a\ufffdb'],
    ['half a character at the end', Uint8Array.of(0x61, 0xe2, 0x82), 'utf-8', 'a\ufffd'],
    ['nothing', new Uint8Array(), undefined, ''],
  ])('%s', (_, bytes, declared, text) => {
    expect(decodeHtml(bytes, declared)).toBe(text);
  });

  test.each([
    '<meta charset="iso-8859-2">',
    "<META CHARSET = 'latin2' >",
    '<meta charset=latin2>',
    '<meta charset=  "  latin2">',
    '<meta charset  =latin2>',
    '<meta charset=   ><meta charset=latin2>',
    '<meta/charset=latin2>',
    '<meta http-equiv="Content-Type" content="text/html; charset=iso-8859-2">',
    "<!-- <meta charset=utf-8> --><meta content='text/html;charset=latin2' http-equiv=content-type>",
    '<meta name="x" content="y"><meta charset=nonsense><meta charset=latin2>',
  ])('the page says %s', (meta) => {
    expect(decodeHtml(latin(`${meta}\xb1`), undefined)).toBe(`${meta}ą`);
  });

  test('the transport counts more than the page', () => {
    expect(decodeHtml(latin('<meta charset=latin2>\xb1'), 'latin1')?.at(-1)).toBe('±');
  });

  test('a page that says UTF-16 where it can be read is in UTF-8', () => {
    expect(decodeHtml(utf8('<meta charset=utf-16le>é'), undefined)?.at(-1)).toBe('é');
  });

  test('what a page says too late, or in a comment without end, is not heard', () => {
    expect(decodeHtml(utf8(`${pad}<meta charset=latin2>é`), undefined)?.at(-1)).toBe('é');
    expect(decodeHtml(utf8('<!-- <meta charset=latin2>é'), undefined)?.at(-1)).toBe('é');
  });

  test('an unknown charset of the transport is null', () => {
    expect(decodeHtml(utf8('a'), 'klingon')).toBeNull();
    expect(decodeHtml(utf8('a'), '')).toBeNull();
  });
});
