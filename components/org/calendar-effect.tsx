import { useTranslations } from 'next-intl'
import type { CalendarEffect } from '@/server/org/calendar-effect'

/** What another calendar would do today, in numbers. */
export function CalendarEffectList({ effect }: { effect: CalendarEffect }) {
  const t = useTranslations('calendar')
  const light = useTranslations('common.lights')
  const { turns, limits, restDays } = effect
  return (
    <div>
      <h3 className="text-ui font-semibold">{t('effectTitle')}</h3>
      <ul>
        {turns.length === 0 ? <li>{t('noTurn')}</li> : null}
        {turns.map(({ from, to, count }) => (
          <li key={`${from}-${to}`}>{t('turn', { count, from: light(from), to: light(to) })}</li>
        ))}
        <li>{limits === 0 ? t('noLimits') : t('limits', { count: limits })}</li>
        {restDays > 0 ? <li>{t('restDays', { count: restDays })}</li> : null}
      </ul>
    </div>
  )
}
