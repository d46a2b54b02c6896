import { z } from 'zod'
import { DUTY_KEY_SHAPE } from '@/domain/notifications/duty-key'
import { NOTICE_VIEWS, SUBJECT_SHAPE } from '@/domain/notifications/notice-view'

const NOTICE_KEY_SHAPE = /^\d{4}-[\dT:.-]+Z~[tdn]:[0-9a-f-]{36}$/

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
    .refine((value) => DUTY_KEY_SHAPE.test(value) || NOTICE_KEY_SHAPE.test(value))
    .optional()
    .catch(undefined),
  show: z.string().regex(SUBJECT_SHAPE).optional().catch(undefined),
})
