import { isEmptySearch, readSearch, type SearchQuery } from '@/domain/directives/search-query'
import { SEARCH_KINDS, type SearchKind } from '@/domain/directives/search-address'
import { can } from '@/domain/permissions/policy'
import type { Ctx } from '@/server/context'
import { findBulletins } from '@/server/search/find-bulletins'
import { findDirectives } from '@/server/search/find-directives'
import { findPeople, findsPeople } from '@/server/search/find-people'
import { findProvisions } from '@/server/search/find-provisions'
import { findReports } from '@/server/search/find-reports'
import { findStatements } from '@/server/search/find-statements'
import { findTasks } from '@/server/search/find-tasks'
import { findsUnits, findUnits } from '@/server/search/find-units'
import type { SearchReach } from '@/server/search/search-page'

const FINDERS = {
  tasks: findTasks,
  directives: findDirectives,
  provisions: findProvisions,
  reports: findReports,
  bulletins: findBulletins,
  statements: findStatements,
  units: findUnits,
  people: findPeople,
} as const

/** What one kind gives. */
export type FoundOf<K extends SearchKind> = Awaited<ReturnType<(typeof FINDERS)[K]>>
/** What is found, by kind; a kind that the person does not look for is missing. */
export type Found = { [K in SearchKind]?: FoundOf<K> }

/** The kinds that this person looks for: administrators find units and users alone, the auditor nothing. */
export function searchKindsOf(ctx: Ctx): SearchKind[] {
  const business = can(ctx.actor, 'task.read')
  return SEARCH_KINDS.filter((kind) => {
    if (kind === 'units') return findsUnits(ctx)
    if (kind === 'people') return findsPeople(ctx) !== null
    return kind === 'bulletins' ? can(ctx.actor, 'bulletin.read') : business
  })
}

/** Looks in all these kinds at once. Nothing is found where nothing can be looked for. */
export async function searchAll(
  ctx: Ctx,
  typed: string,
  reach: SearchReach,
  kinds: readonly SearchKind[] = searchKindsOf(ctx),
): Promise<{ query: SearchQuery; empty: boolean; found: Found }> {
  const query = readSearch(typed)
  if (isEmptySearch(query)) return { query, empty: true, found: {} }
  const pages = await Promise.all(
    kinds.map(async (kind) => [kind, await FINDERS[kind](ctx, query, reach)] as const),
  )
  return { query, empty: false, found: Object.fromEntries(pages) }
}
