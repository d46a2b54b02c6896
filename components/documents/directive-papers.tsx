import { useLocale, useTranslations } from 'next-intl'
import { Disclosure } from '@/components/ui/disclosure'
import { PaperLinks } from './paper-links'
import { PaperRow } from './task-papers'

type Unit = { code: string; name: string; nameEn: string }

/** The notices of a directive, one for each unit that was given work of it. */
export function DirectivePapers({ no, units }: { no: number; units: readonly Unit[] }) {
  const t = useTranslations('documents')
  const english = useLocale() === 'en'
  if (units.length === 0) return null
  return (
    <Disclosure summary={t('notices', { count: units.length })} className="print:hidden">
      <ul className="max-w-[640px]">
        {units.map((unit) => {
          const name = t('noticeFor', { unit: english ? unit.nameEn : unit.name })
          return (
            <PaperRow key={unit.code} name={name}>
              <PaperLinks of={{ kind: 'task-notice', no: `D${no}`, unit: unit.code }} what={name} />
            </PaperRow>
          )
        })}
      </ul>
    </Disclosure>
  )
}
