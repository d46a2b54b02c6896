import { ChevronDown, ChevronRight } from 'lucide-react'
import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { LightCounts, type LightName } from '@/components/shared/light'
import { Pager } from '@/components/shared/pager'
import type { RowGroup } from '@/components/shared/data-table'
import { narrowTo, SHOWN_LIGHTS, type LedgerShown } from '@/domain/tasks/ledger-group'
import { ledgerHref, placeOf, type LedgerFilter, type LedgerLight } from '@/domain/tasks/ledger-filter'
import type { TaskStatus } from '@/domain/tasks/lifecycle'
import type { LedgerGroups, LedgerGroupView } from '@/server/tasks/list-groups'
import type { LedgerRow } from '@/server/tasks/list-tasks'
import { useTaskWords } from '../use-task-words'

/** The name of a group in the reader's language. */
export function useGroupName() {
  const t = useTranslations('tasks')
  const l = useTranslations('ledger')
  const common = useTranslations('common')
  const words = useTaskWords()
  return (by: LedgerGroups['by'], group: Pick<LedgerGroupView, 'key' | 'unit' | 'directive'>): string => {
    if (by === 'lead') return group.unit ? words.nameOf(group.unit) : l('noLead')
    if (by === 'directive') return group.directive?.docNumber ?? group.directive?.title ?? group.key
    if (by === 'status') return t(`status.${group.key as TaskStatus}`)
    return group.key === 'none' ? l('noLight') : common(`lights.${group.key as LedgerLight}`)
  }
}

/** The address of the tasks behind a figure of a group: those of the group, of one light where it is named. */
export function groupHref(
  filter: LedgerFilter,
  by: LedgerGroups['by'],
  key: string,
  shown?: LedgerShown,
): string {
  const own = narrowTo(filter, by, key)
  const narrowed = shown ? narrowTo(own, 'light', shown) : own
  return ledgerHref({ ...narrowed, group: 'none', folded: [], as: 'table' })
}

/** Counts per light as links; what has not gone out yet shows no light and is left out. */
export function lightsOf(
  filter: LedgerFilter,
  by: LedgerGroups['by'],
  group: LedgerGroupView,
): { light: LightName; count: number; href: string }[] {
  return SHOWN_LIGHTS.flatMap((light) =>
    light === 'none'
      ? []
      : [{ light, count: group.lights[light] ?? 0, href: groupHref(filter, by, group.key, light) }],
  )
}

/** The groups of the ledger for its table: a head with counts, the first rows, and how to see the rest. */
export function useRowGroups(filter: LedgerFilter, data: LedgerGroups): RowGroup<LedgerRow>[] {
  const nameOf = useGroupName()
  return data.groups.map((group) => ({
    key: group.key,
    rows: group.rows,
    head: <GroupHead filter={filter} by={data.by} group={group} name={nameOf(data.by, group)} />,
    foot:
      group.folded || (!group.page && group.rows.length >= group.total) ? null : (
        <GroupFoot filter={filter} by={data.by} group={group} />
      ),
  }))
}

type GroupProps = { filter: LedgerFilter; by: LedgerGroups['by']; group: LedgerGroupView }

/** How many tasks a group holds, leading to them. */
export function GroupCount({ filter, by, group }: GroupProps) {
  const t = useTranslations('ledger')
  return (
    <Link
      href={groupHref(filter, by, group.key)}
      prefetch={false}
      data-count={group.total}
      className="inline-flex min-h-6 items-center text-muted max-md:min-h-11"
    >
      {t('items', { count: group.total })}
    </Link>
  )
}

function GroupHead({ filter, by, group, name }: GroupProps & { name: string }) {
  const folded = group.folded
    ? filter.folded.filter((key) => key !== group.key)
    : [...filter.folded, group.key]
  const Chevron = group.folded ? ChevronRight : ChevronDown
  const open = filter.open === group.key ? null : filter.open
  return (
    <span className="flex flex-wrap items-center gap-x-4 gap-y-1">
      <Link
        href={ledgerHref(filter, { ...placeOf(filter), open, cursor: open ? filter.cursor : null, folded })}
        prefetch={false}
        scroll={false}
        aria-expanded={!group.folded}
        className="inline-flex min-h-6 items-center gap-2 font-semibold text-text max-md:min-h-11"
      >
        <Chevron aria-hidden className="size-4" />
        {name}
      </Link>
      <GroupCount {...{ filter, by, group }} />
      <LightCounts counts={lightsOf(filter, by, group)} />
    </span>
  )
}

function GroupFoot({ filter, by, group }: GroupProps) {
  const t = useTranslations('ledger')
  if (group.page) {
    const page = { ...placeOf(filter), open: group.key }
    return (
      <span className="grid">
        <Pager
          from={group.page.from}
          to={group.page.to}
          total={group.page.total}
          prevHref={group.page.previous && ledgerHref(filter, { ...page, cursor: group.page.previous })}
          nextHref={group.page.next && ledgerHref(filter, { ...page, cursor: group.page.next })}
        />
        <Link
          href={ledgerHref(filter, { from: filter.from })}
          prefetch={false}
          scroll={false}
          className="inline-flex min-h-6 items-center max-md:min-h-11"
        >
          {t('closeGroup')}
        </Link>
      </span>
    )
  }
  const rest = group.total - group.rows.length
  if (rest <= 0) return null
  return (
    <span className="flex flex-wrap items-center gap-x-4">
      <Link
        href={ledgerHref(filter, { from: filter.from, open: group.key })}
        prefetch={false}
        scroll={false}
        className="inline-flex min-h-6 items-center max-md:min-h-11"
      >
        {t('openGroup', { count: rest })}
      </Link>
      <LightCounts counts={restOf(lightsOf(filter, by, group), group.rows)} />
    </span>
  )
}

/** How many of each light are not among the rows shown; no links, since no filter says “the rest”. */
function restOf(counts: readonly { light: LightName; count: number }[], rows: readonly LedgerRow[]) {
  return counts.map(({ light, count }) => ({
    light,
    count: count - rows.filter((row) => row.light?.name === light).length,
  }))
}
