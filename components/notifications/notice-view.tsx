import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { EmptyState } from '@/components/shared/empty-state'
import { ButtonLink } from '@/components/ui/button'
import { Tabs } from '@/components/ui/tabs'
import { NOTICE_VIEWS } from '@/domain/notifications/notice-view'
import { cx } from '@/lib/cx'
import type { Notices } from '@/server/notifications/list-notices'
import type { NoticeAction } from './notice-acts'
import { NoticeFilters } from './notice-filters'
import { noticeHref, type NoticeAddress } from './notice-href'
import { NoticeMuted } from './notice-muted'
import { NoticeOpen } from './notice-open'
import { NoticeRow } from './notice-row'

export type Acts = { mark: NoticeAction; mute: NoticeAction; until: string }

type Props = {
  notices: Notices
  todo: number
  filter: NoticeAddress
  today: string
  acts: Acts
  /** The list of things to do, where that is the view. */
  children: ReactNode
}

/** 消息: views as tabs; of what is for information a list, and beside it the row that is open. */
export function NoticeView({ notices, todo, filter, today, acts, children }: Props) {
  const t = useTranslations('notices')
  const { list, choices, open } = notices
  const counts = { todo, unread: choices.unread, kept: choices.kept, all: undefined }
  const tabs = NOTICE_VIEWS.map((view) => ({
    href: noticeHref({ view }),
    label: t(`views.${view}`),
    count: counts[view],
    current: view === filter.view,
  }))
  return (
    <>
      <Tabs label={t('title')} items={tabs} />
      {children ?? (
        <>
          <NoticeFilters choices={choices} filter={filter} />
          <div
            className={cx('grid items-start gap-x-8', open && 'xl:grid-cols-[minmax(0,5fr)_minmax(0,4fr)]')}
          >
            <div className={cx('min-w-0', open && 'max-xl:hidden')}>
              {list.rows.length === 0 ? (
                <EmptyState>
                  {t(filter.event || filter.directive ? 'emptyFiltered' : `empty.${filter.view as 'unread'}`)}
                </EmptyState>
              ) : null}
              <ol>
                {list.rows.map((stack) => (
                  <NoticeRow key={stack.subject} {...{ stack, filter, today, acts }} />
                ))}
              </ol>
              <p className="flex flex-wrap gap-2 py-3 empty:hidden">
                {filter.after ? (
                  <ButtonLink href={noticeHref({ ...filter, after: undefined, show: undefined })}>
                    {t('fromTop')}
                  </ButtonLink>
                ) : null}
                {list.next ? (
                  <ButtonLink href={noticeHref({ ...filter, after: list.next, show: undefined })}>
                    {t('more')}
                  </ButtonLink>
                ) : null}
              </p>
            </div>
            {open ? <NoticeOpen {...{ open, filter, today, acts }} /> : null}
          </div>
          <NoticeMuted muted={choices.muted} mute={acts.mute} />
        </>
      )}
    </>
  )
}
