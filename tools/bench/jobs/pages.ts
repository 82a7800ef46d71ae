/**
 * Pages of a job, made by their numbers: most are short stories, some are wrong, and some make the analysis throw.
 * @module
 */

export type Sort = 'good' | 'wrong' | 'fatal';

/** One page in 211 is no valid request, and one in 307 cannot be analysed. */
export function sortOf(number: number): Sort {
  if (number % 211 === 0) return 'wrong';
  return number % 307 === 0 ? 'fatal' : 'good';
}

export function textOf(number: number): string {
  const story = `The bridge over lock ${number} stays shut until May, the council said on Tuesday.

“We found ${number} cracks in the beams,” said Ines Marlow, the chief engineer. “Nobody should drive over that.”
`;
  return sortOf(number) === 'fatal' ? `${story}\nthis page cannot be analysed\n` : story;
}

/** A line of the job. */
export function lineOf(number: number): string {
  const id = `page-${number}`;
  if (sortOf(number) === 'wrong') return JSON.stringify({ id, text: 7 });
  return JSON.stringify({ id, text: textOf(number), published: '2026-03-03' });
}
