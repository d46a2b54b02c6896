import { useTranslations } from 'next-intl'
import { DateText } from '@/components/shared/date-text'
import { LightShape } from '@/components/shared/light'
import { isChanged, type ChangedLight, type LedgerChange } from '@/domain/tasks/ledger-change'
import { NoData } from '../no-data'

/** What changed of a task since the day that is compared with: what was, struck through, beside what is. */
export function ChangeCell({ change }: { change: LedgerChange | null }) {
  const t = useTranslations('ledger.change')
  if (!change) return <NoData />
  if (!isChanged(change)) return <span className="text-note text-muted">{t('none')}</span>
  const { light, due, progress } = change
  return (
    <ul className="grid gap-0.5 text-note">
      {change.added ? <li className="font-semibold text-brand">{t('added')}</li> : null}
      {change.completed ? <li className="font-semibold text-done">{t('completed')}</li> : null}
      {change.terminated ? <li className="font-semibold">{t('terminated')}</li> : null}
      {change.unknown ? <li className="text-muted">{t('unknown')}</li> : null}
      {light ? (
        <li className="inline-flex flex-wrap items-center gap-1">
          <s className="text-muted">
            <LightWord light={light.from} />
          </s>
          <Arrow />
          <LightWord light={light.to} />
        </li>
      ) : null}
      {due ? (
        <li>
          {t('due')}{' '}
          <s className="text-muted">
            <DateText on={due.from} look="short" />
          </s>
          <Arrow />
          <DateText on={due.to} look="short" />
        </li>
      ) : null}
      {progress ? (
        <li>
          {t(progress.of)} <s className="text-muted">{`${progress.from}%`}</s>
          <Arrow />
          {`${progress.to}%`}
        </li>
      ) : null}
    </ul>
  )
}

function LightWord({ light }: { light: ChangedLight }) {
  const t = useTranslations('common.lights')
  return (
    <span className="inline-flex items-center gap-1 align-middle">
      <LightShape light={light} />
      {t(light)}
    </span>
  )
}

function Arrow() {
  const t = useTranslations('ledger.change')
  return (
    <>
      <span aria-hidden> → </span>
      <span className="sr-only">{t('now')}</span>
    </>
  )
}
