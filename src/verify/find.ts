/**
 * Runs of words found word for word, in one pass a run (Knuth, Morris, Pratt), whatever repeats in them.
 * @module
 */

/** The words where `run` starts in `words`, overlapping ones too. */
export function occurrences(words: Int32Array, run: Int32Array): Int32Array {
  if (run.length === 0 || run.includes(-1)) return new Int32Array();
  const back = fallbacks(run);
  let found = new Int32Array(16);
  let count = 0;
  let matched = 0;
  for (let i = 0; i < words.length; i++) {
    while (matched > 0 && words[i] !== run[matched]) matched = back[matched - 1] as number;
    if (words[i] === run[matched]) matched++;
    if (matched < run.length) continue;
    if (count === found.length) found = grown(found);
    found[count++] = i + 1 - matched;
    matched = back[matched - 1] as number;
  }
  return found.subarray(0, count);
}

function grown(from: Int32Array): Int32Array<ArrayBuffer> {
  const to = new Int32Array(from.length * 2);
  to.set(from);
  return to;
}

/** For each length of a matched beginning, the longest shorter one that the same words end in. */
function fallbacks(run: Int32Array): Int32Array {
  const back = new Int32Array(run.length);
  let matched = 0;
  for (let i = 1; i < run.length; i++) {
    while (matched > 0 && run[i] !== run[matched]) matched = back[matched - 1] as number;
    if (run[i] === run[matched]) matched++;
    back[i] = matched;
  }
  return back;
}

export interface Places {
  /** For each place the words where the runs start; of very many places, the first. */
  readonly starts: readonly (readonly number[])[];
  readonly total: number;
}

/**
 * Where runs follow one another with at most so many words between, without overlaps.
 * @param between the most words between a run and the next one
 * @param limit how many places to list; all are counted
 */
export function places(
  words: Int32Array,
  runs: readonly Int32Array[],
  between: readonly number[],
  limit: number,
): Places {
  // The same run may come again and again in a quote, and be all over the text.
  const known = new Map<string, Int32Array>();
  const all = runs.map((run) => {
    const key = run.join();
    const found = known.get(key) ?? occurrences(words, run);
    known.set(key, found);
    return found;
  });
  const next = runs.map(() => 0);
  const starts: number[][] = [];
  const lastLength = runs.at(-1)?.length ?? 0;
  let last: number[] | undefined;
  let end = 0;
  let total = 0;
  for (const first of all[0] ?? []) {
    if (last && first < end) {
      // Of two beginnings in front of the same second run the nearer one is meant.
      if (first + (runs[0]?.length ?? 0) <= (last[1] ?? 0)) last[0] = first;
      continue;
    }
    const place = follow(first, runs, all, next, between);
    if (place === null) continue;
    last = place;
    end = (place.at(-1) as number) + lastLength;
    if (++total <= limit) starts.push(place);
  }
  return { starts, total };
}

/** `next` remembers how far each run's occurrences are behind: beginnings come in order, so each is passed once. */
function follow(
  first: number,
  runs: readonly Int32Array[],
  all: readonly Int32Array[],
  next: number[],
  between: readonly number[],
): number[] | null {
  const starts = [first];
  let end = first + (runs[0] as Int32Array).length;
  for (let k = 1; k < runs.length; k++) {
    const found = all[k] as Int32Array;
    let at = next[k] as number;
    while (at < found.length && (found[at] as number) < end) at++;
    next[k] = at;
    const start = found[at];
    if (start === undefined || start - end > (between[k - 1] as number)) return null;
    starts.push(start);
    end = start + (runs[k] as Int32Array).length;
  }
  return starts;
}
