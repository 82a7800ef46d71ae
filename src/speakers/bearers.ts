/**
 * Who bears a name: entities under a key (a surname, a given name, …), so that nobody has to look at all of them.
 * A text may name thousands of people with one surname. A look-up sees a bounded number of them, so that the time of
 * all look-ups is linear in the text.
 * @module
 */
import { firstWhere } from '../text/search.ts';

/** How many bearers of a name are looked at. Stories have a handful; a list of members or of graves has hundreds. */
const MOST_BEARERS = 40;
/** A list of up to so many is searched; a longer one has an index. */
const FEW = 8;

/** Several who bear one name, in the order in which the text introduces them. */
class Bearers<Entity extends object> {
  readonly list: Entity[];
  /** First word of the mention that made each of them a bearer; of the first one it does not matter. */
  readonly since: number[];
  #index: Set<Entity> | undefined;

  constructor(first: Entity, second: Entity, word: number) {
    this.list = [first, second];
    this.since = [-1, word];
  }

  add(entity: Entity, word: number): void {
    if (this.#has(entity)) return;
    this.list.push(entity);
    this.since.push(word);
    this.#index?.add(entity);
  }

  #has(entity: Entity): boolean {
    if (this.list.length > FEW) this.#index ??= new Set(this.list);
    return this.#index ? this.#index.has(entity) : this.list.includes(entity);
  }
}

/** Entities by name. Most names have one bearer, which then stands for the list: lists of one would take most of the memory. */
export class BearersByName<Entity extends object> {
  readonly #byName = new Map<string, Entity | Bearers<Entity>>();

  /** Notes that an entity bears `name` from word `word` on. Saying it again changes nothing. */
  add(name: string, entity: Entity, word: number): void {
    const known = this.#byName.get(name);
    if (known === undefined) this.#byName.set(name, entity);
    else if (known instanceof Bearers) known.add(entity, word);
    else if (known !== entity) this.#byName.set(name, new Bearers(known, entity, word));
  }

  /** The bearers of a name that were added last. */
  last(name: string): readonly Entity[] {
    const known = this.#byName.get(name);
    if (!(known instanceof Bearers)) return known === undefined ? NOBODY : [known];
    return known.list.length <= MOST_BEARERS ? known.list : known.list.slice(-MOST_BEARERS);
  }

  /**
   * The bearers introduced last before a word; where there are few, all of them, whether before or after.
   * For names whose bearers were added in the order of their words.
   */
  before(name: string, word: number): readonly Entity[] {
    const known = this.#byName.get(name);
    if (!(known instanceof Bearers) || known.list.length <= MOST_BEARERS) return this.last(name);
    const { list, since } = known;
    const end = firstWhere(list.length, (i) => (since[i] as number) >= word);
    return list.slice(Math.max(0, end - MOST_BEARERS), Math.max(end, 1));
  }
}

const NOBODY: readonly never[] = [];
