import type { NoticeView } from '@/domain/notifications/notice-view'

/** What the address of 消息 says. */
export type NoticeAddress = {
  view: NoticeView
  event?: string
  directive?: number
  after?: string
  show?: string
}

/** The address of 消息 in this state. */
export function noticeHref({ view, event, directive, after, show }: NoticeAddress): string {
  const query = new URLSearchParams()
  if (view !== 'todo') query.set('view', view)
  if (event) query.set('event', event)
  if (directive) query.set('directive', `D${directive}`)
  if (after) query.set('after', after)
  if (show) query.set('show', show)
  return query.size > 0 ? `/notices?${query}` : '/notices'
}
