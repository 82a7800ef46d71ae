/**
 * Given names by gender, from the package `gender-detection-from-name` (MIT): names of six countries' registers.
 * @module
 */
import { createRequire } from 'node:module';
import type { PackedNames } from '../../src/rules/given-names.ts';
import { fold } from '../../src/text/fold.ts';

const COUNTRIES = ['en', 'es', 'fr', 'it', 'de', 'tr'] as const;
type Gender = keyof PackedNames;

/** What only one register has is a rare name or a surname, and five in six of all. */
const LEAST_LISTS = 2;

/** Of the lists that have a name, so large a share must agree: the French list has "Martin" for a woman's name. */
const LEAST_SHARE = 0.7;

let packed: PackedNames | undefined;

/** The names, sorted by UTF-16 units as they are looked up. Read once. */
export function givenNames(): PackedNames {
  return (packed ??= pack(readLists()));
}

function readLists(): readonly ReadonlyMap<string, Gender>[] {
  const require = createRequire(import.meta.url);
  return COUNTRIES.map(
    (country) =>
      require(`gender-detection-from-name/names/${country}`) as ReadonlyMap<string, Gender>,
  );
}

function pack(lists: readonly ReadonlyMap<string, Gender>[]): PackedNames {
  const names = new Set(lists.flatMap((list) => [...list.keys()]));
  const byGender: Record<Gender, Set<string>> = { male: new Set(), female: new Set() };
  for (const name of names) {
    // Of double names the first part tells.
    if (!/^[\p{L}']{2,}$/u.test(name)) continue;
    const genders = lists.flatMap((list) => list.get(name) ?? []);
    if (genders.length < LEAST_LISTS) continue;
    for (const gender of ['male', 'female'] as const) {
      const share = genders.filter((one) => one === gender).length / genders.length;
      if (share >= LEAST_SHARE) byGender[gender].add(fold(name));
    }
  }
  const text = (gender: Gender): string => `${[...byGender[gender]].sort().join('\n')}\n`;
  return { male: text('male'), female: text('female') };
}
