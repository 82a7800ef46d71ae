/**
 * The data that made-up pages are made of: skeletons of platforms and what languages say, in `tools/fit/skeletons/`.
 * @module
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'smol-toml';
import { LABELLED_KINDS, type LabelledKind } from '../../../../src/labels.ts';

/** One form, several that mean the same, or one for each plural category of a number (`one`, `few`, `other` …). */
export type Wording = string | readonly string[] | Readonly<Record<string, string>>;
export type Wordings = Readonly<Record<string, Wording>>;

/** Where a part stands on a page. A `forum` has its own story; a `thread` stands under one. */
export type Place = 'top' | 'middle' | 'after' | 'thread' | 'forum' | 'end';
const PLACES: readonly Place[] = ['top', 'middle', 'after', 'thread', 'forum', 'end'];

/** A run of characters of one kind; `story` stands for the lines of a story with their own kinds. */
export interface Piece {
  readonly kind: LabelledKind | 'story';
  readonly wording: string;
}

/** A line that stands on the page with a probability. */
export interface LineTemplate {
  readonly probability: number;
  readonly pieces: readonly Piece[];
}

/** A part of a page: lines, then a record that comes again and again, then more lines. */
export interface Part {
  readonly place: Place;
  readonly before: readonly LineTemplate[];
  /** The opening post of a forum. */
  readonly opening: readonly LineTemplate[];
  readonly each: readonly LineTemplate[];
  /** How many records there are, at least and at most. */
  readonly times: readonly [number, number];
  readonly after: readonly LineTemplate[];
}

export interface Platform {
  readonly name: string;
  readonly parts: readonly Part[];
  /** What the platform says, by language. It is made up in no other language. */
  readonly words: ReadonlyMap<string, Wordings>;
}

export interface OwnStory {
  readonly headline: string;
  readonly paragraphs: readonly string[];
}

/** What people and publishers of a language write. */
export interface Tongue {
  readonly language: string;
  readonly given: readonly string[];
  readonly surnames: readonly string[];
  readonly sections: readonly string[];
  readonly topics: readonly string[];
  readonly sites: readonly string[];
  readonly pitches: readonly string[];
  readonly comments: readonly string[];
  readonly stories: readonly OwnStory[];
  /** Lines around and inside of stories, by where they stand: `byline`, `related`, `teaser`, `appeal` … */
  readonly words: Wordings;
}

export interface Skeletons {
  readonly platforms: readonly Platform[];
  readonly tongues: ReadonlyMap<string, Tongue>;
}

const FOLDER = join(import.meta.dirname, '../../skeletons');

/**
 * Reads the data.
 * @throws if a file has a line of no kind, or a part that stands nowhere
 */
export function readSkeletons(folder = FOLDER): Skeletons {
  const tongues = filesOf(join(folder, 'languages')).map(([, data]) => data as unknown as Tongue);
  return {
    platforms: filesOf(join(folder, 'platforms')).map(([name, data]) => platformOf(name, data)),
    tongues: new Map(tongues.map((tongue) => [tongue.language, tongue])),
  };
}

type Table = Readonly<Record<string, unknown>>;

function filesOf(folder: string): readonly (readonly [string, Table])[] {
  return readdirSync(folder)
    .filter((file) => file.endsWith('.toml'))
    .sort()
    .map((file) => [
      file.slice(0, -'.toml'.length),
      parse(readFileSync(join(folder, file), 'utf8')),
    ]);
}

function platformOf(name: string, data: Table): Platform {
  const words = Object.entries((data['words'] ?? {}) as Record<string, Wordings>);
  const parts = (data['part'] ?? []) as readonly Table[];
  try {
    return { name, parts: parts.map(partOf), words: new Map(words) };
  } catch (error) {
    throw new Error(`skeleton ${name}: ${(error as Error).message}`, { cause: error });
  }
}

function partOf(data: Table): Part {
  const place = data['place'] as Place;
  if (!PLACES.includes(place)) throw new Error(`no such place: ${place}`);
  const lines = (key: string): readonly LineTemplate[] =>
    ((data[key] ?? []) as readonly string[]).map(lineOf);
  return {
    place,
    before: lines('before'),
    opening: lines('opening'),
    each: lines('each'),
    times: (data['times'] ?? [1, 1]) as [number, number],
    after: lines('after'),
  };
}

/** `?30 comment-meta: {name} ¦ comment: {text}`: three times in ten, a line of two pieces. `?` alone: every other time. */
export function lineOf(line: string): LineTemplate {
  const [, optional, percent, rest] = /^(?:(\?)(\d*) )?(.*)$/su.exec(line) as RegExpExecArray;
  const pieces = (rest as string).split('¦').map((piece) => {
    const colon = piece.indexOf(':');
    return { kind: kindOf(piece.slice(0, colon).trim()), wording: piece.slice(colon + 1).trim() };
  });
  return { probability: optional ? Number(percent || 50) / 100 : 1, pieces };
}

/** The kinds by their short names; no two labels share one. */
const BY_NAME = new Map(LABELLED_KINDS.map((kind) => [kind.slice(kind.indexOf('/') + 1), kind]));

export function kindOf(name: string): LabelledKind | 'story' {
  const kind = name === 'story' ? name : BY_NAME.get(name);
  if (!kind) throw new Error(`no such kind: ${name}`);
  return kind;
}
