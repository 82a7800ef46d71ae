import { describe, expect, test } from 'vitest';
import { decodeXml } from '../../src/html/xml-charset.ts';
import { looksLikeXml, readNewsXml } from '../../src/news/read.ts';
import { textIn } from '../../src/news/tree.ts';
import { parseXml } from '../../src/news/xml.ts';

const SECRET = 'Zq7';

describe('what is not well-formed', () => {
  test.each([
    ['', 'no element at line 1, column 1'],
    ['plain text', 'text outside of the root at line 1, column 1'],
    [`<rss>\n<${SECRET}></rss>`, 'an end tag astray at line 2'],
    [`<rss><${SECRET}>`, 'the end is missing'],
    ['<rss/>\n<rss/>', 'a second root at line 2, column 2'],
    [`<rss/>${SECRET}`, 'text outside of the root'],
    [`<${SECRET}:rss/>`, 'an undeclared prefix'],
    ['<?xml version="1.0"', 'what starts here does not end'],
    ['<!-- <rss/>', 'what starts here does not end'],
    ['<!DOCTYPE rss [ <!ENTITY a "b>', 'does not end'],
    ['<rss><![CDATA[ <b></rss>', 'the end is missing'],
    ['<rss', 'no element'],
  ])('%j is refused with its place, and repeated nowhere', (source, message) => {
    expect(() => parseXml(source)).toThrow(message);
    expect(() => parseXml(source)).not.toThrow(SECRET);
  });

  test('a bare & and entities of HTML are forgiven', () => {
    const source =
      '<rss><item><title>Q&A &nbsp;&amp;amp; caf&eacute; &#233; &unknown;</title></item></rss>';
    const { text } = readNewsXml(source, { hintsOf: () => 0 });
    expect(text).toBe('Q&A \u00a0& café é &unknown;');
  });
});

describe('entities that a document defines', () => {
  test('are not expanded', () => {
    const laughs = Array.from(
      { length: 9 },
      (_, i) => `<!ENTITY lol${i + 1} "${`&lol${i};`.repeat(10)}">`,
    );
    const source = `<!DOCTYPE rss [<!ENTITY lol0 "lol">${laughs.join('')}]><rss>&lol9;</rss>`;
    expect(textIn(parseXml(source))).toBe('&lol9;');
  });

  test('nor is anything outside fetched', () => {
    const source = '<!DOCTYPE a [<!ENTITY secret SYSTEM "file:///etc/passwd">]><a>&secret;</a>';
    expect(textIn(parseXml(source))).toBe('&secret;');
  });
});

test('other XML is refused, and the answer says what is read', () => {
  const read = (source: string) => () => readNewsXml(source, { hintsOf: () => 0 });
  expect(read('<html xmlns="http://www.w3.org/1999/xhtml"/>')).toThrow(
    /NITF, NewsML-G2, RSS and Atom.*text\/html/,
  );
  expect(read('<packageItem xmlns="http://iptc.org/std/nar/2006-10-01/"/>')).toThrow(/newsItem/);
});

describe('bounds', () => {
  test('of depth', () => {
    expect(() => parseXml('<a>'.repeat(1e6))).toThrow(/nest too deeply/);
  });

  test('of elements', () => {
    expect(() => parseXml(`<a>${'<b/>'.repeat(300_000)}</a>`)).toThrow(/too many elements/);
  });

  test('of namespaces', () => {
    const many = Array.from({ length: 100 }, (_, i) => `xmlns:n${i}="u"`).join(' ');
    expect(() => parseXml(`<a ${many}/>`)).toThrow(/too many namespaces/);
  });

  test('of attributes, which are not kept', () => {
    const many = Array.from({ length: 200_000 }, (_, i) => `n${i}=""`).join(' ');
    expect(parseXml(`<a ${many} type="x"/>`).attributes).toEqual(['type', 'x']);
  });

  test.each(['<', '&', '<![CDATA[', '<!--', '<?', ']]>', '\n', '<!DOCTYPE', '"', '&a;', '</'])(
    'of time: a megabyte of %j is read or refused',
    (piece) => {
      for (const source of [piece.repeat(250_000), `<rss><item><title>${piece.repeat(250_000)}`]) {
        try {
          readNewsXml(source, { hintsOf: () => 0 });
        } catch (error) {
          expect(error).toMatchObject({ name: 'NewsError' });
        }
      }
    },
  );
});

describe('characters', () => {
  const bytes = (text: string, of: 'latin1' | 'utf16le' | 'utf8'): Uint8Array =>
    new Uint8Array(Buffer.from(text, of));

  test.each([
    [
      'by the declaration',
      bytes('<?xml version="1.0" encoding="ISO-8859-1"?><a>é</a>', 'latin1'),
      undefined,
    ],
    ['by the transport', bytes('<a>é</a>', 'latin1'), 'latin1'],
    [
      'by the mark',
      bytes('\uFEFF<?xml version="1.0" encoding="UTF-16"?><a>é</a>', 'utf16le'),
      undefined,
    ],
    ['else as UTF-8', bytes('<a>é</a>', 'utf8'), undefined],
  ])('are decoded %s', (_, body, declared) => {
    expect(decodeXml(body, declared)).toContain('<a>é</a>');
  });

  test.each([
    ['no such charset', bytes('<a/>', 'utf8'), 'klingon'],
    ['no UTF-8', bytes('<a>é</a>', 'latin1'), undefined],
  ])('are not guessed: %s', (_, body, declared) => {
    expect(decodeXml(body, declared)).toBeNull();
  });
});

test.each([
  ['<?xml version="1.0"?><x/>', true],
  ['\uFEFF\n<rss version="2.0">', true],
  ['<g2:newsMessage xmlns:g2="u">', true],
  ['<feed up, said the cook>', false],
  ['<!DOCTYPE nitf SYSTEM "nitf.dtd">', true],
  ['<nitf>', true],
  ['<feedback>', false],
  ['He wrote <rss> on the wall.', false],
  ['', false],
])('%j looks like XML: %s', (text, does) => {
  expect(looksLikeXml(text)).toBe(does);
});
