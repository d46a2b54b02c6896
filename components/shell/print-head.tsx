import { useTranslations } from 'next-intl'
import { TimeText } from '@/components/shared/date-text'

/** What stands over every printed page and on no screen: the handling mark at the left; as of when, and by whom printed. */
export function PrintHead({ by, at }: { by: string; at: Date }) {
  const t = useTranslations('shell')
  return (
    <div className="print-head hidden justify-between text-note print:flex">
      <b>{t('printMark')}</b>
      <span>{t.rich('printed', { by, at: () => <TimeText at={at} /> })}</span>
    </div>
  )
}
