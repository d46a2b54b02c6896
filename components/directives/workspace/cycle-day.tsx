import { useTranslations } from 'next-intl'
import { CONTROL } from '@/components/ui/field'
import { lastCycleDay, type ReportingCycle } from '@/domain/tasks/reporting-cycle'
import { cx } from '@/lib/cx'

type T = ReturnType<typeof useTranslations<'workspace'>>

/** A cycle in words, with the day on which its periods end where one is chosen. */
export function cycleWords(
  t: T,
  { cycle, cycleDay }: { cycle: ReportingCycle | null; cycleDay: number | null },
) {
  if (!cycle) return ''
  return cycleDay === null ? t(`due.cycles.${cycle}`) : t(`due.cycleDays.${cycle}`, { day: cycleDay })
}

type CycleDayProps = { cycle: ReportingCycle; day: number | null; onChoose: (day: number | null) => void }

/** The day by which each period's report is due; without one the periods are counted from the dispatch. */
export function CycleDay({ cycle, day, onChoose }: CycleDayProps) {
  const t = useTranslations('workspace')
  const days = Array.from({ length: lastCycleDay(cycle) }, (_, index) => index + 1)
  return (
    <select
      aria-label={t('due.cycleDay')}
      value={day ?? ''}
      onChange={(event) => onChoose(event.target.value === '' ? null : Number(event.target.value))}
      className={cx(CONTROL, 'w-auto! max-w-56')}
    >
      <option value="">{t('due.fromDispatch')}</option>
      {days.map((one) => (
        <option key={one} value={one}>
          {t(`due.cycleDays.${cycle}`, { day: one })}
        </option>
      ))}
    </select>
  )
}
