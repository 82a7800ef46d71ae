/**
 * Lists sorted into groups.
 * @module
 */

/**
 * Items by key, in the order in which they came: `Map.groupBy`, which Node 20 does not have yet, and a library must not
 * add to the globals of the program that it is part of.
 */
export function groupBy<Key, Item>(
  items: Iterable<Item>,
  keyOf: (item: Item) => Key,
): Map<Key, Item[]> {
  const groups = new Map<Key, Item[]>();
  for (const item of items) {
    const key = keyOf(item);
    const group = groups.get(key);
    if (group) group.push(item);
    else groups.set(key, [item]);
  }
  return groups;
}
