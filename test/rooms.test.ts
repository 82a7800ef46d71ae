/**
 * Who imports whom: the table of rooms in `ARCHITECTURE.md`, compared with the imports of `src` and `tools`.
 */
import { globSync, readFileSync } from 'node:fs';
import { join, posix } from 'node:path';
import { describe, expect, it } from 'vitest';

const ROOT = join(import.meta.dirname, '..');
const ANYTHING = 'anything';

/** What a room may import: names of rooms, packages, `node:*`, or anything. */
interface Room {
  readonly values: ReadonlySet<string>;
  readonly types: ReadonlySet<string>;
}

type Rooms = ReadonlyMap<string, Room>;

interface Import {
  readonly file: string;
  /** A path from the root, or what stands in the import for a package. */
  readonly target: string;
  readonly typesOnly: boolean;
}

/** The rooms of a table with the columns room, what it holds, may import, and only types of. */
function readRooms(markdown: string): Rooms {
  const rows = markdown
    .split('\n')
    .filter((line) => line.startsWith('| `'))
    .map((line) => line.split('|').slice(1, -1));
  const namesIn = (cell = ''): readonly string[] =>
    cell.trim() === ANYTHING
      ? [ANYTHING]
      : [...cell.matchAll(/`([^`]+)`/g)].map(([, name]) => name as string);
  return new Map(
    rows.map(([room, , values, types]) => [
      namesIn(room)[0] as string,
      { values: new Set(namesIn(values)), types: new Set(namesIn(types)) },
    ]),
  );
}

/** All imports of a file, from statements and calls. An import is of types only if each of its names is. */
function readImports(file: string, source: string): readonly Import[] {
  const found: Import[] = [];
  const add = (path: string, typesOnly: boolean): void => {
    const target = path.startsWith('.') ? posix.join(posix.dirname(file), path) : path;
    found.push({ file, target, typesOnly });
  };
  for (const [, type, names = '', path = ''] of source.matchAll(
    /^(?:import|export)\s+(type\s)?([^;'"]*?)\s*from\s+'([^']+)'/gm,
  )) {
    const list = /^\{(.*)\}$/s.exec(names)?.[1]?.split(',') ?? [names];
    const areTypes = list
      .filter((name) => name.trim() !== '')
      .every((name) => /^\s*type\s/.test(name));
    add(path, type !== undefined || areTypes);
  }
  for (const [, path = ''] of source.matchAll(/^import\s+'([^']+)'/gm)) add(path, false);
  for (const [, type, path = ''] of source.matchAll(/(typeof\s+)?\bimport\('([^']+)'\)/g))
    add(path, type !== undefined);
  return found;
}

const isFile = (target: string): boolean => /^(?:src|tools)\//.test(target);

/** The room that a path belongs to: the longest that it begins with. */
function roomOf(path: string, rooms: Rooms): string | undefined {
  return [...rooms.keys()]
    .filter((room) => path === room || path.startsWith(`${room}/`))
    .sort((a, b) => b.length - a.length)[0];
}

/** What a row calls an imported file or package. */
function nameOf(target: string, rooms: Rooms): string {
  const room = roomOf(target, rooms);
  if (room !== undefined || isFile(target)) return (room ?? target).replace(/^src\//, '');
  if (target.startsWith('node:')) return 'node:*';
  return target
    .split('/')
    .slice(0, target.startsWith('@') ? 2 : 1)
    .join('/');
}

/** The imports that the table does not allow, in words. */
function breaches(imports: readonly Import[], rooms: Rooms): readonly string[] {
  return imports.flatMap(({ file, target, typesOnly }) => {
    const room = roomOf(file, rooms);
    // Files without a room have a test of their own.
    if (room === undefined) return [];
    if (roomOf(target, rooms) === room) return [];
    const { values, types } = rooms.get(room) as Room;
    const name = nameOf(target, rooms);
    const isAllowed = (names: ReadonlySet<string>): boolean =>
      names.has(ANYTHING) || names.has(name);
    if (isAllowed(values) || (typesOnly && isAllowed(types))) return [];
    return [
      `${file} imports ${typesOnly ? 'types of ' : ''}${target}: ${room} may not import ${name}`,
    ];
  });
}

const rooms = readRooms(readFileSync(join(ROOT, 'ARCHITECTURE.md'), 'utf8'));
const files = globSync('{src,tools}/**/*.ts', { cwd: ROOT }).map((path) =>
  path.replaceAll('\\', '/'),
);
const imports = files.flatMap((file) => readImports(file, readFileSync(join(ROOT, file), 'utf8')));

describe('the rooms', () => {
  it('import only what the table allows', () => {
    expect(breaches(imports, rooms)).toEqual([]);
  });

  it('hold every file', () => {
    expect(files.filter((file) => roomOf(file, rooms) === undefined)).toEqual([]);
  });

  it('are all there', () => {
    expect(
      [...rooms.keys()].filter((room) => !files.some((file) => roomOf(file, rooms) === room)),
    ).toEqual([]);
  });

  it('are allowed only rooms, and packages that somebody imports', () => {
    const known = new Set([
      ANYTHING,
      ...[...rooms.keys()].map((room) => room.replace(/^src\//, '')),
      ...imports.map(({ target }) => nameOf(target, rooms)),
    ]);
    const named = [...rooms.values()].flatMap(({ values, types }) => [...values, ...types]);
    expect(named.filter((name) => !known.has(name))).toEqual([]);
  });
});

describe('the check', () => {
  const small = readRooms(
    [
      '| room | holds | may import | and only types of |',
      '| --- | --- | --- | --- |',
      '| `src/low` | | nothing | `high` |',
      '| `src/high` | | `low`, `hono`, `node:*` | nothing |',
      '| `src/high/top.ts` | | `high` | nothing |',
    ].join('\n'),
  );
  const found = (file: string, source: string): readonly string[] =>
    breaches(readImports(file, source), small);

  it.each([
    ['src/high/a.ts', "import { a } from '../low/a.ts';"],
    ['src/high/a.ts', "import { b } from './b.ts';"],
    ['src/high/a.ts', "import { cors } from 'hono/cors';\nimport { join } from 'node:path';"],
    ['src/low/a.ts', "import type { A } from '../high/a.ts';"],
    ['src/low/a.ts', "import {\n  type A,\n  type B,\n} from '../high/a.ts';"],
    ['src/low/a.ts', "export type { A } from '../high/a.ts';"],
    ['src/low/a.ts', "type A = typeof import('../high/a.ts');"],
    ['src/high/top.ts', "import { b } from './b.ts';"],
  ])('lets %s say %s', (file, source) => {
    expect(found(file, source)).toEqual([]);
  });

  it.each([
    ['src/low/a.ts', "import { a } from '../high/a.ts';"],
    ['src/low/a.ts', "import { type A, b } from '../high/a.ts';"],
    ['src/low/a.ts', "import {\n  a,\n} from '../high/a.ts';"],
    ['src/low/a.ts', "import * as a from '../high/a.ts';"],
    ['src/low/a.ts', "import '../high/a.ts';"],
    ['src/low/a.ts', "export { a } from '../high/a.ts';"],
    ['src/low/a.ts', "export * from '../high/a.ts';"],
    ['src/low/a.ts', "const a = await import('../high/a.ts');"],
    ['src/low/a.ts', "import { Hono } from 'hono';"],
    ['src/high/a.ts', "import type { A } from './top.ts';"],
    ['src/low/a.ts', "import { a } from '../other.ts';"],
  ])('does not let %s say %s', (file, source) => {
    expect(found(file, source)).toHaveLength(1);
  });
});
