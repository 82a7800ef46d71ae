/**
 * Clears the heap, so that what is timed next does not pay for what was timed before.
 * @module
 */
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

setFlagsFromString('--expose-gc');

/** One full collection. A context that is made behind the flag has the function, whatever Node was started with. */
export const collectGarbage = runInNewContext('gc') as () => void;
