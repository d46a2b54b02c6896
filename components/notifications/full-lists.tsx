import { useTranslations } from 'next-intl'
import type { ComponentProps, ReactNode } from 'react'
import { EmptyState } from '@/components/shared/empty-state'
import { Section } from '@/components/shared/section'
import { ButtonLink } from '@/components/ui/button'
import type { getAllChanges } from '@/server/notifications/get-desk'
import type { DutyList as Duties } from '@/server/notifications/list-duties'
import { ChangeRow } from './change-row'
import { ChangeWords } from './change-words'
import { SinceTitle } from './change-list'
import { deskHref, type DeskAddress } from './desk-href'
import { DutyList } from './duty-list'
import { SinceChooser } from './since-chooser'

type AllDutiesProps = {
  duties: Duties
  address: DeskAddress
  today: string
  acknowledge: ComponentProps<typeof DutyList>['acknowledge']
}

/** 全部 n 项: every duty, a page at a time. */
export function AllDuties({ duties, address, today, acknowledge }: AllDutiesProps) {
  const t = useTranslations('desk')
  return (
    <Section id="do" look="page" title={t('doNow')} note={duties.total}>
      {duties.rows.length === 0 ? (
        <EmptyState>{t(duties.total === 0 ? 'nothingToDo' : 'pageEnded')}</EmptyState>
      ) : null}
      <DutyList rows={duties.rows} today={today} acknowledge={acknowledge} />
      <Pages
        first={address.after ? deskHref({ all: 'do' }) : null}
        next={duties.next ? deskHref({ all: 'do', after: duties.next }) : null}
      />
    </Section>
  )
}

type AllChangesProps = {
  changes: Awaited<ReturnType<typeof getAllChanges>>
  address: DeskAddress
  today: string
}

/** 全部 n 处: every change since the point, a page at a time; of one kind where the address says so. */
export function AllChanges({ changes, address, today }: AllChangesProps) {
  const t = useTranslations('desk.since')
  const { point } = changes
  return (
    <Section
      id="since"
      look="page"
      title={<SinceTitle point={point} />}
      note={t('count', { count: changes.total })}
      end={
        address.event ? (
          <ButtonLink variant="quiet" href={deskHref({ all: 'since', since: address.since })}>
            {t('whole')}
          </ButtonLink>
        ) : null
      }
    >
      <SinceChooser point={point} address={address} today={today} />
      {changes.rows.length === 0 ? <EmptyState>{t('none')}</EmptyState> : null}
      <ol>
        {changes.rows.map((change) => (
          <ChangeRow key={change.id} event={change.event} at={change.at} today={today}>
            <ChangeWords change={change} />
          </ChangeRow>
        ))}
      </ol>
      <Pages
        first={address.before ? deskHref({ ...address, before: undefined }) : null}
        next={changes.next ? deskHref({ ...address, before: changes.next }) : null}
      />
    </Section>
  )
}

function Pages({ first, next }: { first: string | null; next: string | null }): ReactNode {
  const t = useTranslations('desk')
  if (!first && !next) return null
  return (
    <p className="flex flex-wrap gap-2 py-3">
      {first ? <ButtonLink href={first}>{t('fromTop')}</ButtonLink> : null}
      {next ? <ButtonLink href={next}>{t('more')}</ButtonLink> : null}
    </p>
  )
}
