/**
 * Texts to try.
 * @module
 */
import german from './samples/german.txt';
import noisy from './samples/noisy.txt';
import story from './samples/story.txt';
import two from './samples/two.txt';

export const SAMPLES: readonly { readonly name: string; readonly text: string }[] = [
  { name: 'a clean story', text: story },
  { name: 'a page with everything', text: noisy },
  { name: 'two stories', text: two },
  { name: 'a German page', text: german },
];
