/**
 * A case of segments: every expected line that is not debatable has its label.
 * @module
 */
import type { Segment } from '../../../src/schema/types.ts';
import type { Answer } from '../answer.ts';
import type { ExpectedLine } from '../gold.ts';
import type { CaseResult } from './result.ts';

/** Judges the labels of the expected lines of `text`. */
export function judgeLines(
  text: string,
  expected: readonly ExpectedLine[],
  { segments }: Answer,
): CaseResult {
  const counts = {
    ...{ lines: 0, linesRight: 0, storyLost: 0, storyLines: 0 },
    ...{ foreignInStory: 0, foreignLines: 0, missing: 0 },
  };
  const faults: string[] = [];
  const find = lineFinder(text);
  for (const line of expected) {
    const at = find(line.line);
    if (at < 0) {
      counts.missing++;
      faults.push(`not in the text: ${line.line}`);
      continue;
    }
    if (line.debatable) continue;
    const segment = segments.find(({ start, end }) => start <= at && at < end);
    const right = isRight(line, segment);
    counts.lines++;
    counts.linesRight += +right;
    if (line.label === 'body') {
      counts.storyLines++;
      counts.storyLost += +!right;
    } else {
      counts.foreignLines++;
      counts.foreignInStory += +(!right && segment?.label === 'body');
    }
    if (!right) faults.push(faultOf(line, segment));
  }
  return { counts, faults };
}

function isRight({ label, also = [] }: ExpectedLine, segment: Segment | undefined): boolean {
  if (!segment) return false;
  return [label, ...also].some((kind) => kind.split('/')[0] === segment.label);
}

function faultOf({ label, kind, line }: ExpectedLine, segment: Segment | undefined): string {
  const got = segment ? `${segment.label}/${segment.kind} (${segment.confidence})` : 'nothing';
  return `${label}/${kind ?? '?'} got ${got}: ${line}`;
}

/**
 * Finds expected lines one after the other: each is looked for in the lines behind the one found before, as their beginning
 * (whatever the spaces) or in their midst. -1 if there is none.
 */
function lineFinder(text: string): (line: string) => number {
  const lines = linesOf(text);
  let next = 0;
  return (line) => {
    for (let i = next; i < lines.length; i++) {
      const { start, content } = lines[i] as Line;
      const within = squeezed(content).startsWith(squeezed(line))
        ? content.length - content.trimStart().length
        : content.indexOf(line);
      if (within < 0) continue;
      next = i + 1;
      return start + within;
    }
    return -1;
  };
}

interface Line {
  readonly start: number;
  readonly content: string;
}

function linesOf(text: string): readonly Line[] {
  let start = 0;
  return text.split('\n').map((content) => {
    const line = { start, content };
    start += content.length + 1;
    return line;
  });
}

function squeezed(text: string): string {
  return text.replaceAll(/\s+/g, '');
}
