/**
 * The same items in an array that has room for no more. One that grew by `push` or `filter` has room for seventeen from
 * the first item on: kept for each figure and date of a long statement, that took a third of all memory.
 */
export function fitted<Item>(items: readonly Item[]): Item[] {
  return items.slice();
}
