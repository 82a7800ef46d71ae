/**
 * Names merged into entities: the same person, organisation or place under all names the text uses.
 * @module
 */
import type { NameMention } from '../annotation/names.ts';
import { firstWhere } from '../text/search.ts';
import { BearersByName } from './bearers.ts';
import type { Entity } from './entity.ts';
import { NameForms } from './name-forms.ts';
import { similar, variantKey } from './spelling.ts';

/**
 * Merges names in the order of the text. Linear in their number.
 * @param forms of names in the language of the text
 */
export function mergeNames(
  mentions: readonly NameMention[],
  forms: NameForms = new NameForms([]),
): readonly Entity[] {
  const clusterer = new NameClusterer(forms);
  // Full names first, wherever they stand: a headline has the surname before the story has the name.
  for (const mention of mentions) if (isFull(mention)) clusterer.addFull(mention);
  for (const mention of mentions) {
    if (isFull(mention) || (mention.doubtful && !clusterer.hasSurname(mention))) continue;
    clusterer.addShort(mention);
  }
  clusterer.sort();
  return clusterer.entities;
}

/** All names of an entity, the full ones first. */
export function namesOf({ mentions }: Entity): ReadonlySet<string> {
  const short = mentions.filter((mention) => !isFull(mention));
  return new Set([...mentions.filter(isFull), ...short].map(({ name }) => name));
}

function isFull(mention: NameMention): boolean {
  return mention.type !== 'person' || mention.key.length > 1;
}

/** Entities by the keys they are found under. Each look-up sees a bounded number of them. */
class NameClusterer {
  readonly entities: Entity[] = [];
  readonly #byKey = new Map<string, Entity>();
  readonly #bySurname = new BearersByName<Entity>();
  readonly #byGiven = new BearersByName<Entity>();
  /** By what spelling variants of a surname share. */
  readonly #byVariant = new BearersByName<Entity>();
  /** Organisations by the last two words of their names. */
  readonly #byEnd = new BearersByName<Entity>();
  /** By what the forms of a surname share; empty where names have one form. */
  readonly #byForm = new BearersByName<Entity>();
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

  /** Whether somebody with a longer name bears the name as a surname. */
  hasSurname({ key }: NameMention): boolean {
    return this.#bySurname.last(key[0] as string).length > 0;
  }

  addShort(mention: NameMention): void {
    const word = mention.key[0] as string;
    const found = this.#bearerOf(word, mention);
    if (!found || !isOther(found, mention)) {
      this.#attach(found ?? this.#create(mention), mention);
      return;
    }
    const titled = `${word}\n${mention.gender}`;
    const other = this.#byKey.get(titled) ?? this.#create(mention);
    this.#byKey.set(titled, other);
    this.#attach(other, mention);
  }

  #bearerOf(word: string, mention: NameMention): Entity | undefined {
    return (
      this.#byKey.get(word) ??
      this.#pick(this.#bySurname.before(word, mention.from), mention) ??
      this.#pick(this.#byGiven.before(word, mention.from), mention) ??
      this.#inAnotherCase(mention) ??
      this.#similarSurname(word, () => true)
    );
  }

  /** The bearer named last before the mention; where none is, the first one. */
  #pick(bearers: readonly Entity[], mention: NameMention): Entity | undefined {
    if (bearers.length <= 1) return bearers[0];
    if (mention.gender) {
      const same = bearers.filter((e) => e.gender === mention.gender);
      if (same.length === 1) return same[0];
    }
    const people = bearers.filter((e) => e.type === 'person' && !isOther(e, mention));
    const fitting = people.length > 0 && mention.type === 'person' ? people : bearers;
    return fitting.reduce((best, e) =>
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
      this.#bySurname.last(surname).find(sameGiven) ??
      this.#similarSurname(surname, (e) => e.key[0] === given) ??
      this.#inAnotherCase(mention)
    );
  }

  /** "Ласкин" and "по словам Ласкина", "Пётр Ласкин" and "Петра Ласкина": the only one whose name it can be. */
  #inAnotherCase({ key, gender }: NameMention): Entity | undefined {
    const forms = this.#forms;
    if (!forms.any) return undefined;
    const surname = key.at(-1) as string;
    const bearers = this.#byForm
      .last(forms.key(surname))
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
    return this.#byEnd
      .last(endKey(mention.key))
      .find((e) => e.type === 'organization' && e.key.length > 1 && endsWith(e.key, mention.key));
  }

  /** Somebody whose surname is a spelling variant of `word`. */
  #similarSurname(word: string, fits: (entity: Entity) => boolean): Entity | undefined {
    const key = variantKey(word);
    if (key === undefined) return undefined;
    return this.#byVariant
      .last(key)
      .find((e) => e.type === 'person' && fits(e) && similar(e.key.at(-1) as string, word));
  }

  #create(mention: NameMention): Entity {
    const entity: Entity = {
      id: this.entities.length,
      type: mention.type,
      sure: mention.sure,
      gender: mention.gender,
      name: mention.name,
      key: mention.key,
      // Lists that hold what they are made with take a tenth of the memory of empty ones that grow.
      mentions: [mention],
      fullest: mention,
      fullNames: isFull(mention) ? [mention.from] : [],
      lastShort: -1,
    };
    this.entities.push(entity);
    return entity;
  }

  #attach(entity: Entity, mention: NameMention): void {
    const isNew = entity.mentions[0] === mention;
    if (!isNew) entity.mentions.push(mention);
    if (!isFull(mention)) entity.lastShort = mention.from;
    else if (!isNew) entity.fullNames.push(mention.from);
    entity.gender ||= mention.gender;
    if (mention.sure && !entity.sure) {
      entity.type = mention.type;
      entity.sure = true;
    }
    const longer = mention.key.length > entity.key.length;
    if (longer || this.#isPlainer(mention, entity)) {
      entity.name = mention.name;
      entity.key = mention.key;
      entity.fullest = mention;
    } else if (mention.name === entity.name && mention.from < entity.fullest.from)
      entity.fullest = mention;
    // A bare surname is not kept as a key of a person with a longer name: the next one may mean somebody else.
    const key = mention.key.join(' ');
    if ((mention.key.length > 1 || entity.key.length === 1) && !this.#byKey.has(key))
      this.#byKey.set(key, entity);
    if (mention.key.length > 1) this.#index(entity, mention);
    if (this.#forms.any && entity.type === 'person')
      this.#byForm.add(this.#forms.key(mention.key.at(-1) as string), entity, mention.from);
  }

  /** Of forms with as many words the one with a known given name is shown, else the shortest. */
  #isPlainer({ key, name, gender, sure }: NameMention, entity: Entity): boolean {
    if (!this.#forms.any || key.length !== entity.key.length || this.#plain.has(entity))
      return false;
    const known = sure && gender !== '';
    if (known) this.#plain.add(entity);
    return known || name.length < entity.name.length;
  }

  #index(entity: Entity, { key, from }: NameMention): void {
    const surname = key.at(-1) as string;
    this.#bySurname.add(surname, entity, from);
    const variant = variantKey(surname);
    if (variant !== undefined) this.#byVariant.add(variant, entity, from);
    if (entity.type === 'person') this.#byGiven.add(key[0] as string, entity, from);
    else if (entity.type === 'organization') {
      this.#byEnd.add(endKey(key), entity, from);
      this.#byInitials.set(initialsOf(entity.name), entity);
    }
  }

  sort(): void {
    for (const entity of this.entities) entity.mentions.sort((a, b) => a.from - b.from);
  }
}

/** "Mr Brandt" and "Mrs Brandt": a title that says it is somebody else. */
function isOther(entity: Entity, { gender, type }: NameMention): boolean {
  // A given name may belong to men and women; two titles cannot be one person's.
  const isTitled = entity.key.length === 1;
  return (
    isTitled &&
    type === 'person' &&
    gender !== '' &&
    entity.gender !== '' &&
    entity.gender !== gender
  );
}

/**
 * How near the entity is to a bare surname at `word`: its full name a moment ago counts most, then the last bare
 * surname that was its own, then its full name anywhere before.
 */
function standing(entity: Entity, word: number): number {
  const full = lastFullBefore(entity, word);
  if (full >= 0 && word - full <= RECENCY_WINDOW) return 2 * word + full;
  if (entity.lastShort >= 0) return word + entity.lastShort;
  return full;
}

/** Words within which a full name still stands in the reader's mind. */
const RECENCY_WINDOW = 30;

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

function endKey(key: readonly string[]): string {
  return key.slice(-2).join(' ');
}

function endsWith(one: readonly string[], other: readonly string[]): boolean {
  const [long, short] = one.length >= other.length ? [one, other] : [other, one];
  return short.every((word, i) => long[long.length - short.length + i] === word);
}
