import { useTranslations } from 'next-intl'
import { Section } from '@/components/shared/section'
import { ButtonLink } from '@/components/ui/button'
import { INFORMATION_EVENTS } from '@/domain/notifications/kinds'
import type { Notices } from '@/server/notifications/list-notices'
import { ChangeRow } from './change-row'
import { ChangeWords } from './change-words'
import { NoticeActs } from './notice-acts'
import { noticeHref, type NoticeAddress } from './notice-href'
import { useEventName } from './use-event-name'
import type { Acts } from './notice-view'

type Props = { open: NonNullable<Notices['open']>; filter: NoticeAddress; today: string; acts: Acts }

/** The row that is open: every change told of its task, newest first, and what can be done with it. */
export function NoticeOpen({ open, filter, today, acts }: Props) {
  const t = useTranslations('notices')
  const nameOf = useEventName()
  const { subject, kept, changes } = open
  const { task, directive } = changes[0] ?? { task: null, directive: null }
  const record = task ? `/tasks/T${task.no}` : directive ? `/directives/D${directive.no}` : null
  const values = { subject, until: acts.until }
  const kinds = [...new Set(changes.map(({ event }) => event))].filter((event) =>
    (INFORMATION_EVENTS as readonly string[]).includes(event),
  )
  return (
    <Section
      id="open"
      look="page"
      title={task?.title ?? directive?.title ?? t('ownTitle')}
      note={task ? `T${task.no}` : undefined}
      className="min-w-0 xl:sticky xl:top-0 xl:max-h-dvh xl:overflow-y-auto"
    >
      <div className="flex flex-wrap items-center gap-2 py-2">
        <ButtonLink href={noticeHref({ ...filter, show: undefined })} className="xl:hidden">
          {t('back')}
        </ButtonLink>
        {record ? <ButtonLink href={record}>{t(task ? 'openTask' : 'openDirective')}</ButtonLink> : null}
        <NoticeActs act={acts.mark} values={{ ...values, act: 'read' }} label={t('read')} />
        <NoticeActs
          act={acts.mark}
          values={{ ...values, act: kept ? 'release' : 'keep' }}
          label={t(kept ? 'release' : 'keep')}
        />
      </div>
      <ol>
        {changes.map((change) => (
          <ChangeRow key={change.id} event={change.event} at={change.at} today={today}>
            <ChangeWords change={change} />
          </ChangeRow>
        ))}
      </ol>
      {kinds.length > 0 ? (
        <div className="flex flex-wrap gap-2 py-3">
          {kinds.map((event) => (
            <NoticeActs
              key={event}
              act={acts.mute}
              values={{ event, mute: 'on' }}
              label={t('mute', { kind: nameOf(event) })}
              variant="quiet"
            />
          ))}
        </div>
      ) : null}
    </Section>
  )
}
