import { getTranslations } from 'next-intl/server'
import type { PalettePlace } from '@/components/search/palette-items'
import { NAV, type NavKey } from '@/components/shell/navigation'
import type { Actor } from '@/domain/permissions/actor'
import { can } from '@/domain/permissions/policy'
import { LEDGER_VIEWS } from '@/domain/tasks/ledger-filter'

const KEYS: Partial<Record<NavKey, string>> = {
  desk: 'G D',
  tasks: 'G T',
  unitTasks: 'G T',
  directives: 'G F',
  received: 'G F',
  review: 'G R',
  overview: 'G O',
}

/** What the palette knows besides records: this person's pages, the views of the tasks, and what can be begun anywhere. */
export async function searchPlaces(actor: Actor, items: readonly NavKey[]): Promise<PalettePlace[]> {
  const [shell, tasks, search, statements] = await Promise.all([
    getTranslations('shell'),
    getTranslations('tasks'),
    getTranslations('search'),
    getTranslations('statements'),
  ])
  const pages = items.map((key) => ({
    group: 'views' as const,
    label: shell(`nav.${key}`),
    href: NAV[key].href,
    keys: KEYS[key],
  }))
  const behind = can(actor, 'task.read')
    ? [{ group: 'views' as const, label: statements('title'), href: '/statements' }]
    : []
  const views = can(actor, 'task.read')
    ? LEDGER_VIEWS.filter((view) => view !== 'acknowledge' || can(actor, 'assignment.acknowledge')).map(
        (view) => ({
          group: 'views' as const,
          label: search('views.tasks', { view: tasks(`views.${view}`) }),
          href: `/tasks?view=${view}`,
        }),
      )
    : []
  const acts = [
    ...(can(actor, 'directive.create') ? [{ label: search('acts.takeIn'), href: '/directives/new' }] : []),
    ...(can(actor, 'bulletin.draft') ? [{ label: search('acts.bulletin'), href: '/bulletins/new' }] : []),
    ...(can(actor, 'deputy.name') ? [{ label: search('acts.deputy'), href: '/me/deputies/new' }] : []),
  ].map((act) => ({ group: 'acts' as const, ...act }))
  return [...acts, ...pages, ...behind, ...views]
}
