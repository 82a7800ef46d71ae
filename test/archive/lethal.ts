/** What a page says at which the thread of `dying-worker.ts` ends. */
export const LETHAL = 'the thread ends here';
