/** Each value once, in the order of its first appearance. */
export const unique = <T>(values: readonly T[]): T[] => [...new Set(values)];

/** The items by what `key` says of them. */
export const groupBy = <T, K>(items: readonly T[], key: (item: T) => K): [K, T[]][] => [...Map.groupBy(items, key)];
