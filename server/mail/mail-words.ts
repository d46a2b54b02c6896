import { createTranslator } from 'next-intl'
import { loadMessages } from '@/i18n/load-messages'
import type { Locale } from '@/i18n/locales'
import type { MailSettings } from '@/server/mail/mail-settings'

type Say = (key: string, values: Record<string, string | number>) => string

export type MailToWrite = {
  kind: string
  count: number
  person: { name: string; nameEn: string; locale: string | null }
}

/** Subject and text of a mail in its reader's language: a count and a link; nothing of any record is at hand here. */
export async function mailWords({ kind, count, person }: MailToWrite, { publicUrl }: MailSettings) {
  const locale: Locale = person.locale === 'en' ? 'en' : 'zh-CN'
  const t = createTranslator({
    locale,
    messages: await loadMessages(locale),
    namespace: 'mail',
  }) as unknown as Say
  const of = kind === 'urgent' ? 'urgent' : 'digest'
  const name = locale === 'en' ? person.nameEn || person.name : person.name
  const links = { link: `${publicUrl}/notices`, settings: `${publicUrl}/me#mail` }
  return { subject: t(`${of}.subject`, { count }), text: t(`${of}.body`, { count, name, ...links }) }
}
