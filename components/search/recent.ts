const KEPT = 8
const keyOf = (person: string) => `luoshi:recent:${person}`

/** The records that this person opened last in this browser, newest first: numbers alone; what they are called is asked anew. */
export function recentOf(person: string): string[] {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(keyOf(person)) ?? '[]')
    return Array.isArray(kept) ? kept.filter((one) => typeof one === 'string') : []
  } catch {
    return []
  }
}

/** Keeps the record whose page this is; any other page is none. */
export function noteRecent(person: string, pathname: string): void {
  const ref = /^\/(?:tasks|directives)\/([td]\d{1,9})(?:\/|$)/i.exec(pathname)?.[1]?.toUpperCase()
  if (!ref) return
  try {
    const rest = recentOf(person).filter((one) => one !== ref)
    localStorage.setItem(keyOf(person), JSON.stringify([ref, ...rest].slice(0, KEPT)))
  } catch {
    // Storage is full or switched off: nothing is kept.
  }
}
