import { useFormatter, useTranslations } from 'next-intl'
import { TimeText } from '@/components/shared/date-text'
import { SummaryList, type SummaryRow } from '@/components/shared/summary-list'
import { newId } from '@/lib/new-id'
import { RetryMailsButton, type RetryAction } from './job-button'
import type { RunPage } from '@/server/jobs/get-run-page'

const MEGABYTE = 1024 * 1024

/** Queue, mail, storage: figures only, nothing of what they hold. */
export function RunFacts({ page, today, retry }: { page: RunPage; today: string; retry: RetryAction }) {
  const t = useTranslations('jobs')
  const format = useFormatter()
  const { depth, mail, stored } = page
  const megabytes = (bytes: number) => format.number(Math.ceil(bytes / MEGABYTE))
  const rows: SummaryRow[] = [
    { key: 'depth', label: t('depth'), value: t('depthValue', depth) },
    {
      key: 'mail',
      label: t('mail'),
      value: (
        <>
          {mail.on ? t('mailOn', { waiting: mail.waiting, givenUp: mail.givenUp }) : t('mailOff')}
          {mail.doubled > 0 ? (
            <span className="block">{t('mailDoubled', { count: mail.doubled })}</span>
          ) : null}
          {mail.unsure > 0 ? (
            <span className="flex flex-wrap items-center gap-3 py-1 font-semibold text-risk">
              {t('mailUnsure', { count: mail.unsure })}
              <RetryMailsButton idempotencyKey={newId()} ask={retry} />
            </span>
          ) : null}
          {mail.error ? (
            <span className="block text-note text-muted">
              <TimeText at={mail.error.at} today={today} />{' '}
              <span className="font-mono">{mail.error.account}</span> {mail.error.text}
            </span>
          ) : null}
        </>
      ),
    },
    { key: 'database', label: t('database'), value: t('megabytes', { size: megabytes(stored.database) }) },
    {
      key: 'files',
      label: t('files'),
      value: t('filesValue', { files: stored.files, size: megabytes(stored.bytes) }),
    },
    { key: 'unsealed', label: t('unsealed'), value: t('unsealedValue', { count: stored.unsealed }) },
  ]
  return <SummaryList rows={rows} ruled className="max-w-[880px]" />
}
