/**
 * What the program uses and Node 20 does not have yet.
 * @module
 */

/** By the standard (ECMAScript 2024, 24.1.2.1). */
function groupBy<Key, Item>(
  items: Iterable<Item>,
  keyOf: (item: Item, index: number) => Key,
): Map<Key, Item[]> {
  const groups = new Map<Key, Item[]>();
  let index = 0;
  for (const item of items) {
    const key = keyOf(item, index++);
    const group = groups.get(key);
    if (group) group.push(item);
    else groups.set(key, [item]);
  }
  return groups;
}

/** Puts it there; to be called before anything else. */
export function fillIn(): void {
  Map.groupBy ??= groupBy;
}
