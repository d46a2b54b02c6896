import { useTranslations } from 'next-intl'
import { TimeText } from '@/components/shared/date-text'
import { Section } from '@/components/shared/section'
import type { SettingsChange } from '@/server/org/list-settings'

/** Who changed which setting, when and why: from the audit log, the latest first. */
export function SettingsHistory({ history, today }: { history: readonly SettingsChange[]; today: string }) {
  const t = useTranslations('settings')
  return (
    <Section id="history" title={t('historyTitle')} className="max-w-[880px]">
      {history.length === 0 ? <p className="text-muted">{t('noHistory')}</p> : null}
      <ol className="grid gap-3">
        {history.map(({ id, at, by, reason, changes }) => (
          <li key={id}>
            <p>
              <TimeText at={at} today={today} /> <b>{by}</b>
            </p>
            <ul>
              {changes.map(({ key, before, after }) => (
                <li key={key}>{t('historyLine', { field: t(`fields.${key}`), before, after })}</li>
              ))}
            </ul>
            {reason ? <p className="text-muted">{t('historyReason', { reason })}</p> : null}
          </li>
        ))}
      </ol>
    </Section>
  )
}
