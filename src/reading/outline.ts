/**
 * The structure that the marks of a text show, in the form in which pages of HTML have it.
 * @module
 */
import { OutlineBuilder, tagOf, type Candidate, type Outline } from '../html/outline.ts';
import { splitLines } from '../text/lines.ts';
import type { LineTag } from './copy.ts';
import type { Stretch } from './links.ts';

/**
 * Builds the outline of a copy. Linear in its length.
 * @param at where blocks begin (UTF-16, ascending), and with `tag` what they are
 * @param linked texts of links
 */
export function outlineOf(
  text: string,
  at: readonly number[],
  tag: readonly LineTag[],
  linked: readonly Stretch[],
): Outline {
  const builder = new OutlineBuilder();
  const links = [...linked].sort((a, b) => a.start - b.start);
  let block = -1;
  let list: Candidate | null = null;
  let link = 0;
  for (const { start, end } of splitLines(text)) {
    while (block + 1 < at.length && (at[block + 1] as number) <= start) block++;
    const own = tag[block] ?? 'p';
    if (own === 'li') list ??= element('ul', null);
    else list = null;
    builder.open(start, element(own, list));
    while (link < links.length && (links[link] as Stretch).end <= start) link++;
    let done = start;
    for (let l = link; l < links.length && (links[l] as Stretch).start < end; l++) {
      const from = Math.max(done, (links[l] as Stretch).start);
      const to = Math.min(end, (links[l] as Stretch).end);
      if (to <= from) continue;
      builder.add(from - done, false);
      builder.add(to - from, true);
      done = to;
      link = l;
    }
    builder.add(end - done, false);
  }
  return builder.done();
}

/** Elements of one tag are of one make. */
function element(tag: LineTag | 'ul', parent: Candidate | null): Candidate {
  const number = tagOf(tag, true);
  return { number: -1, parent, tag: number, hints: 0, make: number };
}
