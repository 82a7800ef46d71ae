/**
 * Which output format an answer takes: `format`, or else the `Accept` header.
 * @module
 */
import { Problem } from './problems.ts';

/** Media types by format name, the server's favourite first. An output format is added here and in `formats/`. */
const MEDIA_TYPES = {
  json: 'application/json',
} as const;

export type FormatName = keyof typeof MEDIA_TYPES;

const NAMES = Object.keys(MEDIA_TYPES) as FormatName[];

interface MediaRange {
  readonly type: string;
  readonly quality: number;
}

/** The format to answer with; `format` wins over `accept`. Throws 406 where there is none. */
export function negotiate(format: string | undefined, accept: string | undefined): FormatName {
  const found =
    format === undefined ? fromAccept(accept ?? '') : NAMES.find((name) => name === format);
  if (found !== undefined) return found;
  throw new Problem('unknown-format', `The formats of this service are: ${NAMES.join(', ')}.`);
}

function fromAccept(accept: string): FormatName | undefined {
  // Without the header anything will do (RFC 9110, 12.5.1).
  if (accept.trim() === '') return NAMES[0];
  const ranges = accept.split(',').map(mediaRange);
  let best: FormatName | undefined;
  let bestQuality = 0;
  for (const name of NAMES) {
    const quality = qualityOf(MEDIA_TYPES[name], ranges);
    if (quality > bestQuality) {
      best = name;
      bestQuality = quality;
    }
  }
  return best;
}

/** Parameters other than `q` are passed over: no format of ours differs by one. */
function mediaRange(part: string): MediaRange {
  const [type = '', ...parameters] = part.split(';').map((piece) => piece.trim().toLowerCase());
  const q = parameters.find((parameter) => parameter.startsWith('q='))?.slice(2);
  const quality = q === undefined ? 1 : Number(q);
  return { type, quality: quality >= 0 && quality <= 1 ? quality : 0 };
}

/** How much the client wants `type`: the most specific range that covers it decides. */
function qualityOf(type: string, ranges: readonly MediaRange[]): number {
  const family = `${type.slice(0, type.indexOf('/'))}/*`;
  for (const wanted of [type, family, '*/*']) {
    const range = ranges.find((candidate) => candidate.type === wanted);
    if (range !== undefined) return range.quality;
  }
  return 0;
}
