import { useTranslations } from 'next-intl'
import { DataTable, type Column } from '@/components/shared/data-table'
import { DateText, TimeText } from '@/components/shared/date-text'
import { newId } from '@/lib/new-id'
import type { RunJob } from '@/server/jobs/get-run-page'
import { JobButton, type JobAction } from './job-button'

type Props = { jobs: readonly RunJob[]; today: string; ask: JobAction }

/** What the program does by the clock: what each job is for, how it last went, when it is due next. */
export function JobTable({ jobs, today, ask }: Props) {
  const t = useTranslations('jobs')
  const time = (at: string | null) => (at ? <TimeText at={at} today={today} /> : <DateText on={null} />)
  const columns: Column<RunJob>[] = [
    {
      key: 'job',
      label: t('job'),
      rowHeader: true,
      cell: ({ name }) => (
        <>
          <b>{t(`names.${name}`)}</b>
          <span className="block text-note font-normal text-muted">
            {t(`what.${name}`)} <span className="font-mono">{name}</span>
          </span>
        </>
      ),
    },
    {
      key: 'last',
      label: t('last'),
      width: '150px',
      cell: ({ lastAt, durationMs }) => (
        <>
          {time(lastAt)}
          {durationMs === null ? null : (
            <span className="block text-note text-muted">{t('took', { seconds: durationMs / 1000 })}</span>
          )}
        </>
      ),
    },
    {
      key: 'next',
      label: t('next'),
      width: '150px',
      cell: ({ queued, nextAt, running }) => (running ? t('running') : queued ? time(nextAt) : t('always')),
    },
    {
      key: 'failure',
      label: t('failure'),
      width: '240px',
      cell: ({ failure, retry }) =>
        failure ? (
          <span className={failure.lasting ? 'text-danger' : 'text-muted'}>
            {failure.lasting ? <b>{t('failing')} </b> : null}
            {time(failure.at)} {t('ref', { ref: failure.ref })}
            <span className="block text-note">
              {failure.kind}
              {retry
                ? t.rich('retry', { times: retry.times, at: () => <TimeText at={retry.at} today={today} /> })
                : null}
            </span>
          </span>
        ) : (
          <span className="text-muted">{t('none')}</span>
        ),
    },
    {
      key: 'run',
      label: t('run'),
      width: '150px',
      cell: ({ name, queued }) =>
        queued ? (
          <JobButton job={name} about={t(`names.${name}`)} idempotencyKey={newId()} ask={ask} />
        ) : null,
    },
  ]
  return (
    <DataTable
      caption={t('jobs')}
      columns={columns}
      rows={jobs}
      rowKey={(job) => job.name}
      density="l"
      minWidth="980px"
    />
  )
}
