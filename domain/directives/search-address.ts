import { LEDGER_LIGHTS, type LedgerLight } from '@/domain/tasks/ledger-filter'
import { LONGEST_SEARCH } from './search-query'

/** What is looked for, in the order in which it is shown. */
export const SEARCH_KINDS = [
  'tasks',
  'directives',
  'provisions',
  'reports',
  'bulletins',
  'statements',
  'units',
  'people',
] as const
/** One of `SEARCH_KINDS`. */
export type SearchKind = (typeof SEARCH_KINDS)[number]

/** What the address of the results says: the words, one kind or all of them, lights of tasks, where its page begins. */
export type SearchAddress = {
  q: string
  kind: SearchKind | null
  lights: LedgerLight[]
  after: string | null
  before: string | null
}

const PLACE = /^[\w-]{1,64}$/
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/
type Query = Readonly<Record<string, string | string[] | undefined>>

/** Reads an address; what it does not know it leaves out. Lights are of tasks alone, a page of one kind alone. */
export function parseSearchAddress(query: Query): SearchAddress {
  const one = (name: string) => [query[name] ?? ''].flat()[0] ?? ''
  const kind = SEARCH_KINDS.find((name) => name === one('kind')) ?? null
  const place = (name: string) => {
    const value = one(name)
    const fits = kind === 'units' || kind === 'people' ? PLACE.test(value) : UUID.test(value)
    return kind !== null && fits ? value : null
  }
  const lights = LEDGER_LIGHTS.filter((light) => one('light').split(',').includes(light))
  return {
    q: one('q').replaceAll('\0', '').trim().slice(0, LONGEST_SEARCH),
    kind,
    lights: kind === 'tasks' ? lights : [],
    after: place('after'),
    before: place('after') ? null : place('before'),
  }
}

/** The address of the results; a change other than of the page goes back to the first page. */
export function searchHref(address: Partial<SearchAddress> & { q: string }): string {
  const query = new URLSearchParams({ q: address.q })
  if (address.kind) query.set('kind', address.kind)
  if (address.lights?.length) query.set('light', address.lights.join(','))
  if (address.after) query.set('after', address.after)
  else if (address.before) query.set('before', address.before)
  return `/search?${query}`
}
