import { useTranslations } from 'next-intl'
import { PageHeader } from '@/components/shared/page-header'
import { NoticeActs, type NoticeAction } from './notice-acts'

/** The title of 消息; where anything is unread, the one button that marks all of it as read. */
export function NoticeHeader(props: { unread: number; until: string; readAll: NoticeAction }) {
  const t = useTranslations('notices')
  const { unread, until, readAll } = props
  const label = t('readAll', { count: unread })
  const button = unread > 0 ? <NoticeActs act={readAll} values={{ until }} label={label} /> : null
  return <PageHeader title={t('title')} actions={button} />
}
