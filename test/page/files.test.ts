import { describe, expect, test } from 'vitest';
import { MOST_BYTES, openFile } from '../../src/page/files.ts';

describe('files', () => {
  const open = (text: string, name: string, type = '') =>
    openFile(new File([text], name, { type }));

  test.each([
    ['page.html', '', '<p>a', 'html'],
    ['page.XHTML', '', '<p>a', 'html'],
    ['saved', 'text/html', 'a', 'html'],
    ['saved', '', ' \n<!DOCTYPE html><p>a', 'html'],
    ['notes.txt', 'text/plain', 'a <b>', 'text'],
    ['html.txt', '', 'a', 'text'],
    ['notes.md', '', '# a', 'markdown'],
    ['wire.xml', 'text/xml', '<nitf/>', 'xml'],
    ['feed.RSS', '', '<rss/>', 'xml'],
    ['feed.atom', '', '<feed/>', 'xml'],
    ['wire.ninjs.json', 'application/json', '{}', 'ninjs'],
    ['other.json', 'application/json', '{}', 'text'],
    ['note.eml', 'message/rfc822', 'Subject: a', 'mail'],
  ])('%s %s %s', async (name, type, text, mode) => {
    expect(await open(text, name, type)).toEqual({ mode, text });
  });

  test.each([
    ['a.txt', [0x93, 0x43, 0xe9, 0x94], '“Cé”'],
    ['a.txt', [0xff, 0xfe, 0x41, 0, 0xe9, 0], 'Aé'],
    ['a.txt', [0xef, 0xbb, 0xbf, 0xc3, 0xa9], 'é'],
    ['empty.txt', [], ''],
  ])('%s of %j', async (name, bytes, text) => {
    const opened = await openFile(new File([new Uint8Array(bytes)], name));
    expect(opened).toEqual({ mode: 'text', text });
  });

  test('XML is in the encoding that it names', async () => {
    const bytes = Buffer.from(
      '<?xml version="1.0" encoding="iso-8859-2"?><rss>\xb1</rss>',
      'latin1',
    );
    const { text } = (await openFile(new File([bytes], 'a.xml'))) ?? {};
    expect(text).toContain('<rss>ą</rss>');
  });

  test('of far too many bytes are not read', async () => {
    const file = new File([new Uint8Array(MOST_BYTES + 1)], 'video.mp4');
    expect(await openFile(file)).toBeNull();
  });
});
