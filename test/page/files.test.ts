import { describe, expect, test } from 'vitest';
import { decode, MOST_BYTES, openFile } from '../../src/page/files.ts';

const bytes = (...values: readonly number[]) => new Uint8Array(values);
const latin = (text: string) => Uint8Array.from(text, (char) => char.charCodeAt(0));

describe('bytes', () => {
  test.each([
    ['UTF-8', new TextEncoder().encode('Café “x”'), 'Café “x”'],
    ['UTF-16, little end first', bytes(0xff, 0xfe, 0x41, 0, 0xe9, 0), 'Aé'],
    ['UTF-16, big end first', bytes(0xfe, 0xff, 0, 0x41, 0, 0xe9), 'Aé'],
    ['what old editors wrote', bytes(0x93, 0x43, 0xe9, 0x94), '“Cé”'],
    ['what a page says', latin('<meta charset="iso-8859-2">\xb1'), '<meta charset="iso-8859-2">ą'],
    ['what nobody knows', latin('<meta charset="nonsense">\xe9'), '<meta charset="nonsense">é'],
    ['nothing', bytes(), ''],
  ])('%s', (_, given, text) => {
    expect(decode(new Uint8Array(given))).toBe(text);
  });
});

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
  ])('%s %s %s', async (name, type, text, mode) => {
    expect(await open(text, name, type)).toEqual({ mode, text });
  });

  test('of far too many bytes are not read', async () => {
    const file = new File([new Uint8Array(MOST_BYTES + 1)], 'video.mp4');
    expect(await openFile(file)).toBeNull();
  });
});
