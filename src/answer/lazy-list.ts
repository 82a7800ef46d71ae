/**
 * A list whose items are made anew whenever it is walked, and kept nowhere.
 * @module
 */

export class LazyList<Item> implements Iterable<Item> {
  readonly length: number;
  readonly #items: Iterable<Item>;

  /** @param items may be walked any number of times, and gives `length` of them */
  constructor(length: number, items: Iterable<Item>) {
    this.length = length;
    this.#items = items;
  }

  [Symbol.iterator](): Iterator<Item> {
    return this.#items[Symbol.iterator]();
  }

  /** The list of what `make` makes of each item, when somebody walks it. */
  map<Made>(make: (item: Item, index: number) => Made): LazyList<Made> {
    const items = this.#items;
    return new LazyList(this.length, {
      *[Symbol.iterator]() {
        let index = 0;
        for (const item of items) yield make(item, index++);
      },
    });
  }
}
