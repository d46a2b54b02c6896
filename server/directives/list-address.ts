import { hasRole, type Actor } from '@/domain/permissions/actor'
import { DIRECTIVE_VIEWS, type DirectiveView, type ListDirectives } from '@/server/directives/list-directives'

type Query = Readonly<Record<string, string | string[] | undefined>>
type Address = ListDirectives & { search: string }

const NO = /^D?(\d{1,9})$/i

/** The views that a reader has: units receive what is in force or over; the office alone sees what was discarded. */
export function viewsFor(actor: Actor): DirectiveView[] {
  if (hasRole(actor, 'office_head', 'officer')) return Object.keys(DIRECTIVE_VIEWS) as DirectiveView[]
  if (hasRole(actor, 'leader', 'discipline')) return ['all', 'draft', 'in_force', 'closed', 'filed']
  return ['all', 'in_force', 'closed']
}

/** Reads the list's address; what it does not know it leaves out. */
export function parseDirectiveQuery(query: Query, views: readonly DirectiveView[]): Address {
  const one = (name: string) => [query[name] ?? ''].flat()[0] ?? ''
  const numberOf = (name: string) => {
    const found = NO.exec(one(name))
    return found ? Number(found[1]) : null
  }
  return {
    view: views.find((view) => view === one('view')) ?? 'all',
    // A NUL is no text that the database could be asked for.
    search: one('q').replaceAll('\0', '').trim().slice(0, 100),
    before: numberOf('before'),
    after: numberOf('after'),
  }
}

/** The address of a list. */
export function directivesHref({ view, search, before, after }: Address): string {
  const query = new URLSearchParams()
  if (view !== 'all') query.set('view', view)
  if (search) query.set('q', search)
  if (before != null) query.set('before', `D${before}`)
  if (after != null) query.set('after', `D${after}`)
  return query.size > 0 ? `/directives?${query}` : '/directives'
}
