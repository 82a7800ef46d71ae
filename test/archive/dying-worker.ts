/**
 * A thread that ends in the midst of a page that asks for it, as one does that runs out of memory.
 * @module
 */
import { LETHAL } from './lethal.ts';

const { parse } = JSON;
JSON.parse = (text, reviver) => {
  if (text.includes(LETHAL)) process.exit(1);
  return parse(text, reviver) as unknown;
};

await import('../../src/archive/worker.ts');
