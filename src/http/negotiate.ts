/**
 * Which output format an answer takes: `format`, or else the `Accept` header (RFC 9110, 12.5.1).
 * @module
 */
import { FORMATS, type FormatName as OtherName } from '../formats/formats.ts';
import { Problem } from './problems.ts';

export type FormatName = 'json' | OtherName;

/** Formats by name, the server's favourite first. */
const TYPES: ReadonlyMap<FormatName, string> = new Map<FormatName, string>([
  ['json', 'application/json'],
  ...(Object.keys(FORMATS) as OtherName[]).map((name) => [name, FORMATS[name].type] as const),
]);

/** All formats of an analysis. */
export const FORMAT_NAMES: readonly FormatName[] = [...TYPES.keys()];

interface MediaRange {
  readonly type: string;
  /** The only parameter by which formats of ours differ: URIs, with spaces between. */
  readonly profile: string | undefined;
  readonly quality: number;
}

/** The format to answer with, of those in `names`; `format` wins over `accept`. Throws 406 where there is none. */
export function negotiate(
  format: string | undefined,
  accept: string | undefined,
  names: readonly FormatName[] = FORMAT_NAMES,
): FormatName {
  return negotiateTypes(
    format,
    accept,
    new Map(names.map((name) => [name, TYPES.get(name) ?? ''])),
  );
}

/** The same for a route that has formats of its own: their media types by name, the server's favourite first. */
export function negotiateTypes<Name extends string>(
  format: string | undefined,
  accept: string | undefined,
  types: ReadonlyMap<Name, string>,
): Name {
  const names = [...types.keys()];
  const found =
    format === undefined ? fromAccept(accept ?? '', types) : names.find((name) => name === format);
  if (found !== undefined) return found;
  throw new Problem('unknown-format', `The formats of this route are: ${names.join(', ')}.`, {
    headers: { vary: 'Accept' },
  });
}

function fromAccept<Name extends string>(
  accept: string,
  types: ReadonlyMap<Name, string>,
): Name | undefined {
  // Without the header anything will do.
  if (accept.trim() === '') return types.keys().next().value;
  const ranges = split(accept, ',').map(mediaRange);
  let best: Name | undefined;
  let bestQuality = 0;
  for (const [name, type] of types) {
    const quality = qualityOf(mediaRange(type), ranges);
    if (quality > bestQuality) {
      best = name;
      bestQuality = quality;
    }
  }
  return best;
}

/** The parts of a list, whose strings in quotes may hold the separator. */
function split(list: string, separator: ',' | ';'): readonly string[] {
  const part = separator === ',' ? /(?:"[^"]*"|[^",])+/g : /(?:"[^"]*"|[^";])+/g;
  return (list.match(part) ?? []).map((piece) => piece.trim().toLowerCase());
}

function mediaRange(part: string): MediaRange {
  const [type = '', ...parameters] = split(part, ';');
  const valueOf = (name: string): string | undefined =>
    parameters.find((parameter) => parameter.startsWith(`${name}=`))?.slice(name.length + 1);
  const quality = Number(valueOf('q') ?? 1);
  return {
    type,
    profile: valueOf('profile')?.replaceAll('"', ''),
    quality: quality >= 0 && quality <= 1 ? quality : 0,
  };
}

/** How much the client wants what is offered: the most specific range that covers it decides. */
function qualityOf(offered: MediaRange, ranges: readonly MediaRange[]): number {
  const { type, profile } = offered;
  const family = `${type.slice(0, type.indexOf('/'))}/*`;
  const covers = [
    (range: MediaRange) =>
      range.type === type && range.profile !== undefined && hasProfile(range.profile, profile),
    (range: MediaRange) => range.type === type && range.profile === undefined,
    (range: MediaRange) => range.type === family,
    (range: MediaRange) => range.type === '*/*',
  ];
  for (const covered of covers) {
    const range = ranges.find(covered);
    if (range !== undefined) return range.quality;
  }
  return 0;
}

function hasProfile(wanted: string, offered: string | undefined): boolean {
  return offered !== undefined && wanted.split(/\s+/).includes(offered);
}
