import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { DateText } from '@/components/shared/date-text'
import { EmptyState } from '@/components/shared/empty-state'
import { Section } from '@/components/shared/section'
import type { SincePoint } from '@/server/notifications/get-desk'
import type { ChangeSummary } from '@/server/notifications/list-changes'
import { ChangeRow } from './change-row'
import { ChangeWords, GroupWords } from './change-words'
import { deskHref } from './desk-href'
import { SinceChooser } from './since-chooser'

type ChangeListProps = { changes: ChangeSummary; point: SincePoint; since?: string; today: string }

/** 上次以来 in short: the newest changes, those that come in numbers summed up. */
export function ChangeList({ changes, point, since, today }: ChangeListProps) {
  const t = useTranslations('desk')
  const shown = changes.lines.reduce((sum, line) => sum + (line.group?.count ?? 1), 0)
  return (
    <Section
      id="since"
      look="page"
      title={<SinceTitle point={point} />}
      note={t('since.count', { count: changes.total })}
    >
      <SinceChooser point={point} address={{ since }} today={today} />
      {changes.total === 0 ? <EmptyState>{t('since.none')}</EmptyState> : null}
      <ol>
        {changes.lines.map(({ at, group, change }) => (
          <ChangeRow
            key={group?.event ?? change?.id ?? at}
            event={group?.event ?? change?.event ?? ''}
            at={at}
            today={today}
          >
            {group ? (
              <GroupWords group={group} href={deskHref({ all: 'since', since, event: group.event })} />
            ) : null}
            {change ? <ChangeWords change={change} /> : null}
          </ChangeRow>
        ))}
      </ol>
      {changes.total > shown ? (
        <Link
          href={deskHref({ all: 'since', since })}
          data-count={changes.total}
          className="flex min-h-6 items-center py-2 max-lg:min-h-11 lg:px-2"
        >
          {t('allChanges', { count: changes.total })}
        </Link>
      ) : null}
    </Section>
  )
}

/** 上次以来, or since the point chosen. */
export function SinceTitle({ point }: { point: SincePoint }) {
  const t = useTranslations('desk.since.title')
  return t.rich(point.choice, { on: () => <DateText on={point.on} look="prose" /> })
}
