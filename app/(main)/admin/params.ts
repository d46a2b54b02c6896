/** The query of an address as a page is given it. */
export type SearchParams = Promise<Record<string, string | string[] | undefined>>
type Query = Awaited<SearchParams>

/** One value of an address, trimmed, at most 100 characters, without what no database keeps; empty where there is none. */
export function readText(value: string | string[] | undefined): string {
  const text = Array.isArray(value) ? (value[0] ?? '') : (value ?? '')
  return text.replaceAll('\0', '').trim().slice(0, 100)
}

/** The value where it is one of those known, else the first of them. */
export function readChoice<T extends string>(
  value: string | string[] | undefined,
  known: readonly [T, ...T[]],
): T {
  return known.find((one) => one === readText(value)) ?? known[0]
}

/** Where a page of a list begins. */
export function readCursor(query: Query): { after: string; before: string } {
  return { after: readText(query.after), before: readText(query.before) }
}

/** The views of a list as tabs: the same search in each, from its beginning. */
export function tabsOf<T extends string>(
  path: string,
  { q, key, current, label }: { q: string; key: string; current: T; label: (view: T) => string },
  views: readonly T[],
) {
  return views.map((view) => ({
    href: `${path}?${new URLSearchParams({ ...(q ? { q } : {}), [key]: view })}`,
    label: label(view),
    current: view === current,
  }))
}
