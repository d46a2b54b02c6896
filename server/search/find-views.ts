import { foldSearch } from '@/domain/directives/search-text'
import { unitSearchKeys } from '@/domain/directives/match-units'
import type { Ctx } from '@/server/context'
import { listViews } from '@/server/tasks/list-views'

/** Kept views of the ledger whose name, its pinyin or initials hold every word typed: the own ones first, then those that the office shares. */
export async function findViews(ctx: Ctx, typed: string, take: number) {
  const words = typed.split(/\s+/).map(foldSearch).filter(Boolean)
  if (words.length === 0) return []
  const views = await listViews(ctx)
  return views
    .filter(({ name }) => {
      const keys = keysOf(name)
      return words.every((word) => keys.some((key) => key.includes(word)))
    })
    .slice(0, take)
    .map(({ id, name, query, shared }) => ({ name, shared, href: `/tasks?${query}&saved=${id}` }))
}

function keysOf(name: string): string[] {
  const words = {
    id: '',
    name,
    shortName: '',
    nameEn: '',
    shortNameEn: '',
    aliases: [],
    formerNames: [],
    duties: '',
  }
  return [name, ...unitSearchKeys(words).map((one) => one.key)].map(foldSearch)
}
