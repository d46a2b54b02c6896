import Link from 'next/link'
import { useLocale, useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { DateText } from '@/components/shared/date-text'
import { useTaskWords } from '@/components/tasks/use-task-words'
import { isAuditEvent } from '@/domain/audit/events'
import type { ChangeGroup, Change } from '@/server/notifications/list-changes'

const UNITS_NAMED = 4

/** A change in one sentence; what the reader may no longer open is named without a link. */
export function ChangeWords({ change }: { change: Change }) {
  const t = useTranslations('desk.changes')
  const acts = useTranslations('audit')
  const english = useLocale() === 'en'
  const { nameOf } = useTaskWords()
  const { event, params, unit, task, directive } = change
  const known = t.has(event as 'other') ? (event as 'other') : 'other'
  return t.rich(known, {
    ...params,
    act: isAuditEvent(event) ? acts(`events.${event}`) : event,
    unit: unit ? nameOf(unit) : '',
    count: params.count ?? 1,
    lead: params.lead ?? 0,
    seq: params.seq ?? 1,
    // A reason may have been erased from the log since, and a granted extension has its own.
    reason: params.reason || 'none',
    b: (chunks) => <b>{chunks}</b>,
    on: () => (
      <DateText
        on={String(params.acknowledgeDueOn ?? params.on ?? '') || null}
        look={english ? 'prose' : 'table'}
      />
    ),
    what: () => <What task={task} directive={directive} bulletin={params.bulletin} title={params.title} />,
  })
}

function What({
  task,
  directive,
  bulletin,
  title,
}: Pick<Change, 'task' | 'directive'> & {
  bulletin: string | number | undefined
  title: string | number | undefined
}): ReactNode {
  const link = (href: string, words: string) => (
    <Link href={href} data-desk-link className="underline underline-offset-2">
      {words}
    </Link>
  )
  if (bulletin !== undefined) return link(`/bulletins/B${bulletin}`, String(title ?? `B${bulletin}`))
  if (task) return link(`/tasks/T${task.no}`, task.title)
  if (directive) return link(`/directives/D${directive.no}`, directive.title)
  return title === undefined ? null : <span>{title}</span>
}

/** What came in numbers: how many, and from whom; the number opens them one by one. */
export function GroupWords({ group, href }: { group: ChangeGroup; href: string }) {
  const t = useTranslations('desk.groups')
  const { nameOf } = useTaskWords()
  const named = group.units
    .slice(0, UNITS_NAMED)
    .map((unit) => t('unit', { unit: nameOf(unit), count: unit.count }))
    .join(t('comma'))
  const units =
    group.units.length > UNITS_NAMED ? t('more', { units: named, count: group.units.length }) : named
  return t.rich(group.event as 'report.submitted', {
    count: group.count,
    units,
    all: (chunks) => (
      <Link href={href} data-count={group.count} data-desk-link className="underline underline-offset-2">
        {chunks}
      </Link>
    ),
  })
}
