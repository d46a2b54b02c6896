import { env } from '@/server/env'

/** Where mail leaves and where its link leads; no address ends with a slash. */
export type MailSettings = { url: string; from: string; publicUrl: string }

/** The operator's settings for mail, or null where mail is off: then none is written down either. */
export function mailSettings(): MailSettings | null {
  const { SMTP_URL, MAIL_FROM, LUOSHI_PUBLIC_URL } = env()
  if (!SMTP_URL || !MAIL_FROM || !LUOSHI_PUBLIC_URL) return null
  return { url: SMTP_URL, from: MAIL_FROM, publicUrl: LUOSHI_PUBLIC_URL.replace(/\/+$/, '') }
}
