import { useTranslations } from 'next-intl'
import { DateText } from '@/components/shared/date-text'

/** The days on which a unit or a role is in effect. */
export function PeriodText({ from, to }: { from: string; to: string | null }) {
  const t = useTranslations('admin')
  const start = () => <DateText on={from} />
  return to === null
    ? t.rich('fromOn', { from: start })
    : t.rich('fromTo', { from: start, to: () => <DateText on={to} /> })
}
