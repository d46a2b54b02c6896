import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { acknowledgeAssignmentAction } from '@/app/(main)/tasks/actions'
import { DeskKeys } from '@/components/notifications/desk-keys'
import { NoticeHeader } from '@/components/notifications/notice-header'
import { NoticeTodo } from '@/components/notifications/notice-todo'
import { NoticeView } from '@/components/notifications/notice-view'
import { ClientMessages } from '@/components/shared/client-messages'
import { getAllDuties } from '@/server/notifications/get-desk'
import { getNotices } from '@/server/notifications/list-notices'
import { adminCounts, sumOfCounts } from '@/server/org/admin-counts'
import { requireCtx } from '@/server/web/ctx'
import { markNoticesAction, muteNoticesAction, readAllNoticesAction } from './actions'
import { noticeQuery } from './read-query'

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('notices')
  return { title: t('title') }
}

export default async function NoticesPage({ searchParams }: Props) {
  const [ctx, filter] = await Promise.all([requireCtx(), searchParams.then(noticeQuery.parse)])
  const todo = filter.view === 'todo'
  const after = filter.after?.includes('~') === todo ? undefined : filter.after
  const duties = await getAllDuties(ctx, todo ? after : undefined)
  const notices = await getNotices(ctx, { ...filter, after: todo ? undefined : after })
  const admin = await adminCounts(ctx)
  const waiting = duties.total + sumOfCounts(admin)
  const until = ctx.now.toISOString()
  const acts = { mark: markNoticesAction, mute: muteNoticesAction, until }
  return (
    <ClientMessages namespaces={['tasks', 'notices', 'desk']}>
      <NoticeHeader unread={todo ? 0 : notices.choices.unread} until={until} readAll={readAllNoticesAction} />
      <DeskKeys>
        <NoticeView notices={notices} todo={waiting} filter={filter} today={ctx.today} acts={acts}>
          {todo ? (
            <NoticeTodo
              duties={duties}
              admin={admin}
              paged={after !== undefined}
              today={ctx.today}
              acknowledge={acknowledgeAssignmentAction}
            />
          ) : null}
        </NoticeView>
      </DeskKeys>
    </ClientMessages>
  )
}
