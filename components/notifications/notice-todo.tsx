import { useTranslations } from 'next-intl'
import type { ComponentProps } from 'react'
import { EmptyState } from '@/components/shared/empty-state'
import { ButtonLink } from '@/components/ui/button'
import type { DutyList as Duties } from '@/server/notifications/list-duties'
import type { AdminCounts } from '@/server/org/admin-counts'
import { AdminTodo } from './admin-todo'
import { DutyList } from './duty-list'
import { noticeHref } from './notice-href'

type Props = {
  duties: Duties
  /** What waits for administrators; all zero for others. */
  admin: AdminCounts
  paged: boolean
  today: string
  acknowledge: ComponentProps<typeof DutyList>['acknowledge']
}

/** 要办: leaves the list when it is done, and not before. */
export function NoticeTodo({ duties, admin, paged, today, acknowledge }: Props) {
  const t = useTranslations('desk')
  const forAdmins = Object.values(admin).some((count) => count > 0)
  return (
    <div className="max-w-[960px]">
      {duties.rows.length === 0 && !forAdmins ? (
        <EmptyState>{t(duties.total === 0 ? 'nothingToDo' : 'pageEnded')}</EmptyState>
      ) : null}
      <AdminTodo counts={admin} />
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
