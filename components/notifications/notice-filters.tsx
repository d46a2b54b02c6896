import { useTranslations } from 'next-intl'
import type { Notices } from '@/server/notifications/list-notices'
import { NoticeFilter } from './notice-filter'
import { noticeHref, type NoticeAddress } from './notice-href'
import { useEventName } from './use-event-name'

/** 原因 and 指令文件: both apply at once, and stand in the address. */
export function NoticeFilters({ choices, filter }: { choices: Notices['choices']; filter: NoticeAddress }) {
  const t = useTranslations('notices')
  const nameOf = useEventName()
  const at = { ...filter, after: undefined, show: undefined }
  const kinds = choices.kinds.map((event) => ({ value: noticeHref({ ...at, event }), label: nameOf(event) }))
  const directives = choices.directives.map(({ no, title }) => ({
    value: noticeHref({ ...at, directive: no }),
    label: `D${no} ${title}`,
  }))
  if (kinds.length === 0) return null
  return (
    <div className="flex flex-wrap gap-x-4 gap-y-2 py-3 print:hidden">
      <NoticeFilter
        name="event"
        label={t('byKind')}
        options={[{ value: noticeHref({ ...at, event: undefined }), label: t('anyKind') }, ...kinds]}
        value={noticeHref(at)}
      />
      {directives.length > 0 ? (
        <NoticeFilter
          name="directive"
          label={t('byDirective')}
          options={[
            { value: noticeHref({ ...at, directive: undefined }), label: t('anyDirective') },
            ...directives,
          ]}
          value={noticeHref(at)}
        />
      ) : null}
    </div>
  )
}
