/** The query of an address as a page is given it. */
export type SearchParams = Promise<Record<string, string | string[] | undefined>>

/** One value of the query, trimmed and at most 100 characters; empty where there is none. */
export function readText(value: string | string[] | undefined): string {
  return (Array.isArray(value) ? (value[0] ?? '') : (value ?? '')).trim().slice(0, 100)
}

/** The value where it is one of those known, else the first of them. */
export function readChoice<T extends string>(
  value: string | string[] | undefined,
  known: readonly [T, ...T[]],
): T {
  return known.find((one) => one === readText(value)) ?? known[0]
}

/** An address with those parts of its query that say something. */
export function addressOf(path: string, query: Readonly<Record<string, string | null>>): string {
  const parts = Object.entries(query).filter((entry): entry is [string, string] => Boolean(entry[1]))
  return parts.length === 0 ? path : `${path}?${new URLSearchParams(parts)}`
}
