/**
 * To the clipboard, and to files.
 * @module
 */
import { el } from './dom.ts';

/** Copies a text, also one that is still to come: browsers allow it only while the click is fresh. */
export async function copy(text: string | Promise<string>): Promise<void> {
  if (typeof text === 'string') return navigator.clipboard.writeText(text);
  const blob = text.then((value) => new Blob([value], { type: 'text/plain' }));
  // What went wrong with the text is more worth saying than that it was not copied.
  return navigator.clipboard
    .write([new ClipboardItem({ 'text/plain': blob })])
    .catch(async (error) => {
      await text;
      throw error;
    });
}

/** Downloads a text as a file; answers what to say of it. */
export async function download(name: string, type: string, text: string): Promise<string> {
  const url = URL.createObjectURL(new Blob([text], { type: `${type};charset=utf-8` }));
  el('a', { href: url, download: name }).click();
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
  return `${name} is downloaded.`;
}
