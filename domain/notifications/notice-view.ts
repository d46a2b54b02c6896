/** The views of 消息: what is to do; of what is for information the unread, the kept, and all. */
export const NOTICE_VIEWS = ['todo', 'unread', 'kept', 'all'] as const
/** One of `NOTICE_VIEWS`. */
export type NoticeView = (typeof NOTICE_VIEWS)[number]

/** What changes are stacked under: a task (t:…), a directive (d:…), or the notice itself (n:…). */
export const SUBJECT_SHAPE = /^[tdn]:[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/
