import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { TimeText } from '@/components/shared/date-text'
import { cx } from '@/lib/cx'
import type { NoticeStack } from '@/server/notifications/list-notices'
import { ChangeWords } from './change-words'
import { NoticeActs } from './notice-acts'
import { noticeHref, type NoticeAddress } from './notice-href'
import type { Acts } from './notice-view'

type Props = { stack: NoticeStack; filter: NoticeAddress; today: string; acts: Acts }

/** One row a task: what changed last, how many changes stand inside, and the act that E does. */
export function NoticeRow({ stack, filter, today, acts }: Props) {
  const t = useTranslations('notices')
  const { change, subject, changes, unread, kept } = stack
  const name = change.task?.title ?? change.directive?.title ?? ''
  return (
    <li
      data-desk-row
      className="relative grid min-h-14 grid-cols-[12px_minmax(0,1fr)_auto] items-start gap-x-3 border-b py-2 hover:bg-surface focus-within:bg-surface has-[[aria-current]]:bg-brand-tint lg:px-2"
    >
      <span className="pt-1.5 text-brand">
        {unread > 0 ? <span aria-hidden data-bar className="block size-2.5 rounded-full bg-brand" /> : null}
        {unread > 0 ? <span className="sr-only">{t('unread')}</span> : null}
      </span>
      <div className={cx('min-w-0 max-lg:text-prose', unread === 0 && 'text-muted')}>
        <span className="relative z-1">
          <ChangeWords change={change} />
        </span>
        <span className="flex flex-wrap items-center gap-x-3 text-note text-muted">
          <TimeText at={stack.at} today={today} />
          <Link
            href={noticeHref({ ...filter, show: subject })}
            scroll={false}
            data-desk-link
            aria-current={filter.show === subject ? 'true' : undefined}
            className="inline-flex min-h-6 items-center after:absolute after:inset-0 after:content-[''] max-lg:min-h-11"
          >
            {t('changes', { count: changes })}
            <span className="sr-only"> {name}</span>
          </Link>
          {kept ? <span>{t('kept')}</span> : null}
        </span>
      </div>
      <div className="relative z-1">
        {unread > 0 ? (
          <NoticeActs
            act={acts.mark}
            values={{ subject, act: 'read', until: acts.until }}
            label={t('read')}
            about={name}
            variant="quiet"
          />
        ) : null}
      </div>
    </li>
  )
}
