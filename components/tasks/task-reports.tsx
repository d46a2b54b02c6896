import { Paperclip } from 'lucide-react'
import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { DateText, TimeText } from '@/components/shared/date-text'
import { Quote } from '@/components/shared/quote'
import { Section } from '@/components/shared/section'
import { StatusTag } from '@/components/shared/status-tag'
import { Disclosure } from '@/components/ui/disclosure'
import { paperHref } from '@/domain/documents/paper-kinds'
import type { ShownReport } from '@/server/tasks/task-reports'
import { useTaskWords } from './use-task-words'

const SHOWN = 3

type TaskReportsProps = {
  /** The task's number. */
  no: number
  reports: readonly ShownReport[]
  today: string
  /** More than one unit reports: say which. */
  manyUnits: boolean
  /** There are reports that this person does not read. */
  hidden: boolean
}

/** 反馈, newest first: claimed beside verified, the text, its evidence, what the review said. */
export function TaskReports({ no, reports, today, manyUnits, hidden }: TaskReportsProps) {
  const t = useTranslations('tasks')
  const count = (status: string) => reports.filter((one) => one.status === status).length
  const item = (report: ShownReport) => (
    <li key={report.id} id={`report-${report.id}`} className="border-t py-3 first:border-t-0 first:pt-0">
      <OneReport no={no} report={report} today={today} manyUnits={manyUnits} />
    </li>
  )
  const rest = reports.slice(SHOWN)
  return (
    <Section
      id="reports"
      title={t('page.reports')}
      note={
        reports.length > 0
          ? t('reports.note', {
              count: reports.length,
              accepted: count('accepted'),
              returned: count('returned'),
            })
          : undefined
      }
    >
      {hidden ? <p className="text-muted">{t('reports.hidden')}</p> : null}
      {reports.length === 0 && !hidden ? <p className="text-muted">{t('reports.none')}</p> : null}
      {reports.length > 0 ? <ol>{reports.slice(0, SHOWN).map(item)}</ol> : null}
      {rest.length > 0 ? (
        <Disclosure summary={t('reports.more', { count: rest.length })}>
          <ol>{rest.map(item)}</ol>
        </Disclosure>
      ) : null}
    </Section>
  )
}

type OneReportProps = { no: number; report: ShownReport; today: string; manyUnits: boolean }

function OneReport({ no, report, today, manyUnits }: OneReportProps) {
  const t = useTranslations('tasks.reports')
  const words = useTaskWords()
  const { review } = report
  const known = ['submitted', 'accepted', 'returned', 'withdrawn'] as const
  const status = known.find((one) => one === report.status)
  return (
    <article>
      <p className="flex flex-wrap items-baseline gap-x-3">
        <b>
          {manyUnits || report.former ? `${words.nameOf(report.unit)} ` : null}
          {t('seq', { seq: report.seq })}
        </b>
        <span>
          {t('claimed')} <b>{`${report.claimed}%`}</b>
        </span>
        <span>
          {t('verified')} <b>{review?.verified == null ? '—' : `${review.verified}%`}</b>
        </span>
        {report.kind === 'progress' ? null : <span>{t(`kind.${report.kind}`)}</span>}
        {status ? <StatusTag>{t(`status.${status}`)}</StatusTag> : null}
        {report.submittedAt ? (
          <span className="ms-auto text-muted">
            <TimeText at={report.submittedAt} today={today} />
          </span>
        ) : null}
      </p>
      <p className="measure mt-1 whitespace-pre-wrap">{report.done}</p>
      {report.nextStep ? (
        <p className="measure">
          {t('nextStep', { text: report.nextStep })}
          {report.nextStepOn
            ? t.rich('nextStepOn', { on: () => <DateText on={report.nextStepOn} look="short" /> })
            : null}
        </p>
      ) : null}
      {report.difficulty ? <p className="measure">{t('difficulty', { text: report.difficulty })}</p> : null}
      {report.helpNeeded ? <p className="measure">{t('helpNeeded', { text: report.helpNeeded })}</p> : null}
      <Evidence no={no} report={report} />
      {review ? <ReviewResult review={review} today={today} /> : null}
    </article>
  )
}

function Evidence({ no, report }: { no: number; report: ShownReport }) {
  const t = useTranslations('tasks.reports')
  const words = useTaskWords()
  const papers = useTranslations('documents')
  const writer = words.nameOf(report.writtenBy)
  const { evidence, signedOffBy } = report
  return (
    <p className="mt-1 flex flex-wrap gap-x-4 text-muted">
      <span>
        <Paperclip aria-hidden className="me-1 inline size-4 align-[-3px]" />
        {evidence.length > 0 ? t('evidence', { count: evidence.length }) : t('noEvidence')}
      </span>
      {evidence.map((one) => (
        <a key={one.id} href={`/api/evidence/${one.id}`} className="inline-block min-h-6 max-md:min-h-11">
          {one.kind === 'reference' && one.reference && one.reference !== one.name
            ? `${one.name} ${one.reference}`
            : one.name}
        </a>
      ))}
      <span>
        {signedOffBy ? t('bySigned', { writer, signer: words.nameOf(signedOffBy) }) : t('by', { writer })}
      </span>
      {report.submittedAt ? (
        <Link
          href={paperHref({ kind: 'report', no: `T${no}`, report: report.id })}
          prefetch={false}
          className="inline-block min-h-6 max-md:min-h-11 print:hidden"
        >
          {papers('open')}
          <span className="sr-only"> {t('seq', { seq: report.seq })}</span>
        </Link>
      ) : null}
    </p>
  )
}

function ReviewResult({ review, today }: { review: NonNullable<ShownReport['review']>; today: string }) {
  const t = useTranslations('tasks')
  const words = useTaskWords()
  const by = t.rich('reports.reviewedBy', {
    name: words.nameOf(review.by),
    on: () => <TimeText at={review.at} today={today} />,
  })
  if (review.decision === 'accept') {
    return (
      <p className="mt-1 text-muted">
        {review.basis ? <>{t('standing.basis', { basis: t(`basis.${review.basis}`) })} · </> : null}
        {by}
        {review.reason ? <span className="block">{review.reason}</span> : null}
      </p>
    )
  }
  return (
    <div className="mt-2">
      <Quote look="note" source={by}>
        <b>
          {review.returnKind
            ? t('reports.returned', { kind: t(`reports.returnKind.${review.returnKind}`) })
            : null}
        </b>{' '}
        {review.reason}
      </Quote>
    </div>
  )
}
