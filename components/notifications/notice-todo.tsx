import { useTranslations } from 'next-intl'
import type { ComponentProps } from 'react'
import { EmptyState } from '@/components/shared/empty-state'
import { ButtonLink } from '@/components/ui/button'
import type { DutyList as Duties } from '@/server/notifications/list-duties'
import { DutyList } from './duty-list'
import { noticeHref } from './notice-href'

type Props = {
  duties: Duties
  paged: boolean
  today: string
  acknowledge: ComponentProps<typeof DutyList>['acknowledge']
}

/** 要办: leaves the list when it is done, and not before. */
export function NoticeTodo({ duties, paged, today, acknowledge }: Props) {
  const t = useTranslations('desk')
  return (
    <div className="max-w-[960px]">
      {duties.rows.length === 0 ? (
        <EmptyState>{t(duties.total === 0 ? 'nothingToDo' : 'pageEnded')}</EmptyState>
      ) : null}
      <DutyList rows={duties.rows} today={today} acknowledge={acknowledge} />
      <p className="flex flex-wrap gap-2 py-3 empty:hidden">
        {paged ? <ButtonLink href={noticeHref({ view: 'todo' })}>{t('fromTop')}</ButtonLink> : null}
        {duties.next ? (
          <ButtonLink href={noticeHref({ view: 'todo', after: duties.next })}>{t('more')}</ButtonLink>
        ) : null}
      </p>
    </div>
  )
}
