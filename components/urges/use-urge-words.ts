import { useLocale, useTranslations } from 'next-intl'
import { formatDate } from '@/lib/format-date'
import type { UrgeItem } from '@/server/urges/get-urge-form'

type Named = { name: string; nameEn: string }
type Urged = {
  rule: 'by_hand' | 'not_acknowledged' | 'report_missed' | 'due_soon' | 'overdue' | 'unanswered'
  factOn: string
}

/** The words of an urge in the reader's language: names, what is owed, why it was sent. */
export function useUrgeWords() {
  const t = useTranslations('urges')
  const locale = useLocale() === 'en' ? 'en' : 'zh-CN'
  const day = (on: string | null) => (on ? formatDate(on, locale, 'prose') : '')
  return {
    day,
    nameOf: (one: Named) => (locale === 'en' ? one.nameEn || one.name : one.name),
    owed: ({ code, on, days, missed }: UrgeItem['owed']) => t(`owed.${code}`, { on: day(on), days, missed }),
    fact: ({ rule, factOn }: Urged) => t(`ruleFact.${rule}`, { on: day(factOn) }),
  }
}
