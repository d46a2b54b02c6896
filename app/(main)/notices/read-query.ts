import { z } from 'zod'
import { NOTICE_VIEWS, SUBJECT_SHAPE } from '@/domain/notifications/notice-view'

/** What the address of the page says; what does not fit counts as not said. */
export const noticeQuery = z.object({
  view: z.enum(NOTICE_VIEWS).catch('todo'),
  event: z
    .string()
    .regex(/^[a-z]+\.[a-z_]+$/)
    .optional()
    .catch(undefined),
  directive: z
    .string()
    .regex(/^D\d{1,9}$/)
    .transform((no) => Number(no.slice(1)))
    .optional()
    .catch(undefined),
  after: z
    .string()
    .regex(/^(\d{1,40}\.[a-z_]+\.[0-9a-f-]{36}|\d{4}-[\dT:.-]+Z~[tdn]:[0-9a-f-]{36})$/)
    .optional()
    .catch(undefined),
  show: z.string().regex(SUBJECT_SHAPE).optional().catch(undefined),
})
