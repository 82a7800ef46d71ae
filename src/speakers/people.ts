/**
 * Names merged into entities: the same person, organisation or place under all names the text uses.
 * @module
 */
import type { Gender, NameMention, NameType } from '../mentions/names.ts';
import { NameForms } from './forms.ts';
import { firstWhere } from '../text/search.ts';

/** Somebody or something that can speak. */
export interface Entity {
  readonly id: number;
  type: NameType;
  sure: boolean;
  gender: Gender;
  /** The fullest name. */
  name: string;
  key: readonly string[];
  readonly aliases: Set<string>;
  readonly mentions: NameMention[];
  /** First words of its mentions by full name, in order. */
  readonly fullNames: number[];
  /** First word of its last mention by one word, or -1. */
  lastShort: number;
}

/**
 * Merges names in the order of the text. Linear in their number.
 * @param forms of names in the language of the text
 */
export function mergeNames(
  mentions: readonly NameMention[],
  forms: NameForms = new NameForms([]),
): readonly Entity[] {
  const book = new EntityBook(forms);
  // Full names first, wherever they stand: a headline has the surname before the story has the name.
  for (const mention of mentions) if (isFull(mention)) book.addFull(mention);
  for (const mention of mentions) if (!isFull(mention)) book.addShort(mention);
  book.sort();
  return book.entities;
}

function isFull(mention: NameMention): boolean {
  return mention.type !== 'person' || mention.key.length > 1;
}

/** Entities by the keys they are found under. */
class EntityBook {
  readonly entities: Entity[] = [];
  readonly #byKey = new Map<string, Entity>();
  readonly #bySurname = new Map<string, Entity[]>();
  readonly #byGiven = new Map<string, Entity[]>();
  /** By what the forms of a surname share; empty where names have one form. */
  readonly #byForm = new Map<string, Entity[]>();
  /** Those whose shown name has a known given name. */
  readonly #plain = new Set<Entity>();
  readonly #byInitials = new Map<string, Entity>();
  readonly #forms: NameForms;

  constructor(forms: NameForms) {
    this.#forms = forms;
  }

  addFull(mention: NameMention): void {
    const known =
      this.#byKey.get(mention.key.join(' ')) ??
      (mention.type === 'person' ? this.#samePerson(mention) : this.#sameOrganisation(mention));
    this.#attach(known ?? this.#create(mention), mention);
  }

  addShort(mention: NameMention): void {
    const word = mention.key[0] as string;
    const known =
      this.#byKey.get(word) ??
      this.#pick(this.#bySurname.get(word), mention) ??
      this.#pick(this.#byGiven.get(word), mention) ??
      this.#inAnotherCase(mention) ??
      this.#similarSurname(word);
    this.#attach(known ?? this.#create(mention), mention);
  }

  /** The bearer named last before the mention; where none is, the first one. */
  #pick(bearers: readonly Entity[] | undefined, mention: NameMention): Entity | undefined {
    if (!bearers || bearers.length === 0) return undefined;
    if (bearers.length === 1) return bearers[0];
    if (mention.gender) {
      const same = bearers.filter((e) => e.gender === mention.gender);
      if (same.length === 1) return same[0];
    }
    return bearers.reduce((best, e) =>
      standing(e, mention.from) > standing(best, mention.from) ? e : best,
    );
  }

  /** "Martin J. Hale" and "Martin Hale"; "Volodymyr Zelenskiy" and "Volodymyr Zelensky". */
  #samePerson(mention: NameMention): Entity | undefined {
    const surname = mention.key.at(-1) as string;
    const given = mention.key[0] as string;
    const sameGiven = (e: Entity): boolean => {
      const other = e.key[0] as string;
      return (
        other === given ||
        (given.length === 1 && other.startsWith(given)) ||
        (other.length === 1 && given.startsWith(other))
      );
    };
    return (
      this.#bySurname.get(surname)?.find(sameGiven) ??
      this.#byGiven.get(given)?.find((e) => similar(e.key.at(-1) as string, surname)) ??
      this.#inAnotherCase(mention)
    );
  }

  /** "Ласкин" and "по словам Ласкина", "Пётр Ласкин" and "Петра Ласкина": the only one whose name it can be. */
  #inAnotherCase({ key, gender }: NameMention): Entity | undefined {
    const forms = this.#forms;
    if (!forms.any) return undefined;
    const surname = key.at(-1) as string;
    const near = this.#byForm.get(forms.key(surname)) ?? [];
    const bearers = near
      .slice(-MOST_BEARERS)
      .filter(
        (e) =>
          e.type === 'person' &&
          !(e.gender && gender && e.gender !== gender) &&
          forms.same(e.key.at(-1) as string, surname) &&
          (key.length === 1 || forms.same(e.key[0] as string, key[0] as string)),
      );
    return bearers.length === 1 ? bearers[0] : undefined;
  }

  /** "Defense Ministry" after "Russian Defense Ministry": one name ends with the other. */
  #sameOrganisation(mention: NameMention): Entity | undefined {
    if (mention.type !== 'organization') return undefined;
    if (mention.key.length < 2)
      return ACRONYM.test(mention.name)
        ? this.#byInitials.get(mention.key[0] as string)
        : undefined;
    const acronym = this.#byKey.get(initialsOf(mention.name));
    if (acronym?.type === 'organization' && ACRONYM.test(acronym.name)) return acronym;
    const last = this.#bySurname.get(mention.key.at(-1) as string) ?? [];
    return last.find(
      (e) => e.type === 'organization' && e.key.length > 1 && endsWith(e.key, mention.key),
    );
  }

  #similarSurname(word: string): Entity | undefined {
    if (word.length < LEAST_FOR_SIMILAR) return undefined;
    const bearers = this.#bySurname.get(word.slice(0, 4)) ?? [];
    return bearers.find((e) => e.type === 'person' && similar(e.key.at(-1) as string, word));
  }

  #create(mention: NameMention): Entity {
    const entity: Entity = {
      id: this.entities.length,
      type: mention.type,
      sure: mention.sure,
      gender: mention.gender,
      name: mention.name,
      key: mention.key,
      aliases: new Set(),
      mentions: [],
      fullNames: [],
      lastShort: -1,
    };
    this.entities.push(entity);
    return entity;
  }

  #attach(entity: Entity, mention: NameMention): void {
    entity.mentions.push(mention);
    if (isFull(mention)) entity.fullNames.push(mention.from);
    else entity.lastShort = mention.from;
    entity.aliases.add(mention.name);
    entity.gender ||= mention.gender;
    if (mention.sure && !entity.sure) {
      entity.type = mention.type;
      entity.sure = true;
    }
    const longer = mention.key.length > entity.key.length;
    if (longer || this.#isPlainer(mention, entity)) {
      entity.name = mention.name;
      entity.key = mention.key;
    }
    // A bare surname is not kept as a key of a person with a longer name: the next one may mean somebody else.
    const key = mention.key.join(' ');
    if ((mention.key.length > 1 || entity.key.length === 1) && !this.#byKey.has(key))
      this.#byKey.set(key, entity);
    if (mention.key.length > 1) this.#index(entity, mention.key);
    if (this.#forms.any && entity.type === 'person')
      push(this.#byForm, this.#forms.key(mention.key.at(-1) as string), entity);
  }

  /** Of forms with as many words the one with a known given name is shown, else the shortest. */
  #isPlainer({ key, name, gender, sure }: NameMention, entity: Entity): boolean {
    if (!this.#forms.any || key.length !== entity.key.length || this.#plain.has(entity))
      return false;
    const known = sure && gender !== '';
    if (known) this.#plain.add(entity);
    return known || name.length < entity.name.length;
  }

  #index(entity: Entity, key: readonly string[]): void {
    const surname = key.at(-1) as string;
    push(this.#bySurname, surname, entity);
    if (surname.length >= LEAST_FOR_SIMILAR) push(this.#bySurname, surname.slice(0, 4), entity);
    if (entity.type === 'person') push(this.#byGiven, key[0] as string, entity);
    else if (entity.type === 'organization') this.#byInitials.set(initialsOf(entity.name), entity);
  }

  sort(): void {
    for (const entity of this.entities) entity.mentions.sort((a, b) => a.from - b.from);
  }
}

/**
 * How near the entity is to a bare surname at `word`: its full name a moment ago counts most, then the last bare
 * surname that was its own, then its full name anywhere before.
 */
function standing(entity: Entity, word: number): number {
  const full = lastFullBefore(entity, word);
  if (full >= 0 && word - full <= MOMENT) return 2 * word + full;
  if (entity.lastShort >= 0) return word + entity.lastShort;
  return full;
}

/** Words within which a full name still stands in the reader's mind. */
const MOMENT = 30;

function lastFullBefore({ fullNames }: Entity, word: number): number {
  const next = firstWhere(fullNames.length, (i) => (fullNames[i] as number) >= word);
  return fullNames[next - 1] ?? -1;
}

/** The first letters of the words with a capital, as in an acronym, folded. */
function initialsOf(name: string): string {
  return (name.match(/(?<!\p{L})\p{Lu}/gu) ?? []).join('').toLowerCase();
}

const ACRONYM = /^\p{Lu}{2,6}$/u;

/** Whether a folded word is made of the first letters of a name of several words. */
export function isAcronymOf(word: string, name: string): boolean {
  return word.length > 1 && initialsOf(name) === word;
}

const LEAST_FOR_SIMILAR = 6;
/** Names that begin alike are looked at back to this many. */
const MOST_BEARERS = 40;

function push(map: Map<string, Entity[]>, key: string, entity: Entity): void {
  const list = map.get(key);
  if (!list) map.set(key, [entity]);
  else if (!list.includes(entity)) list.push(entity);
}

function endsWith(one: readonly string[], other: readonly string[]): boolean {
  const [long, short] = one.length >= other.length ? [one, other] : [other, one];
  return short.every((word, i) => long[long.length - short.length + i] === word);
}

/** Spelling variants of a long name: at most two letters apart (Levenshtein), the first four the same. */
export function similar(a: string, b: string): boolean {
  if (a === b) return true;
  if (Math.min(a.length, b.length) < LEAST_FOR_SIMILAR || a.slice(0, 4) !== b.slice(0, 4))
    return false;
  return Math.abs(a.length - b.length) <= 2 && distance(a, b) <= 2;
}

function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++)
      next.push(
        Math.min(
          (row[j] as number) + 1,
          (next[j - 1] as number) + 1,
          (row[j - 1] as number) + (a[i - 1] === b[j - 1] ? 0 : 1),
        ),
      );
    row = next;
  }
  return row[b.length] as number;
}
