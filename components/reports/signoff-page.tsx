import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { ClientMessages } from '@/components/shared/client-messages'
import { PageHeader } from '@/components/shared/page-header'
import { Quote } from '@/components/shared/quote'
import { useTaskWords } from '@/components/tasks/use-task-words'
import { Tag } from '@/components/ui/tag'
import type { DifferencePiece } from '@/domain/reports/text-difference'
import type { Signoff } from '@/server/reports/list-signoffs'
import { EvidenceRow } from './evidence-row'
import { ReportBody } from './report-body'
import { PromiseTable, ReportPeople, ReturnHistory } from './report-context'
import { SignoffForm, type SignoffActions } from './signoff-form'

type SignoffPageProps = {
  data: Signoff
  difference: readonly DifferencePiece[] | null
  today: string
  idempotencyKey: string
  actions: SignoffActions
}

/** One report as it will be sent, with its evidence, and the head's two acts. */
export function SignoffPage({ data, difference, today, idempotencyKey, actions }: SignoffPageProps) {
  const t = useTranslations('reports.signoff')
  const content = useTranslations('reports.content')
  const words = useTaskWords()
  const { report, waiting, own, waited } = data
  const { task } = report
  return (
    <div className="max-w-[760px]">
      <PageHeader
        title={task.title}
        crumbs={[{ href: '/signoff', label: t('title') }]}
        meta={t('one', { no: task.no, seq: report.seq })}
      />
      <div className="grid gap-5">
        <p className="flex flex-wrap items-center gap-x-3 text-muted">
          <span>{words.nameOf(report.unit)}</span>
          {report.kind === 'progress' ? null : <Tag>{content(`kind.${report.kind}`)}</Tag>}
          <span>{waiting ? t('waited', { days: waited }) : null}</span>
          <Link href={`/tasks/T${task.no}`} className="inline-flex min-h-6 items-center max-md:min-h-11">
            {t('task', { no: task.no })}
          </Link>
        </p>
        {task.quotes.map((quote) => (
          <Quote key={quote.id} lang={quote.lang}>
            {quote.text}
          </Quote>
        ))}
        <div>
          <p>
            {content('claimed')} <b className="text-page">{`${report.claimed}%`}</b>
          </p>
          {report.last ? (
            <p className="text-note text-muted">
              {content('lastFigures', { claimed: report.last.claimed, verified: report.verified })}
            </p>
          ) : null}
          <ReportPeople report={report} today={today} />
        </div>
        <ClientMessages namespaces={['reports', 'review', 'evidence', 'cascade', 'indicators']}>
          <PromiseTable report={report} />
          <ReportBody report={report} difference={difference} />
          <section>
            <h2 className="text-[16px] leading-6">
              {report.evidence.length > 0
                ? content('evidence', { count: report.evidence.length })
                : content('noEvidence')}
            </h2>
            <ul>
              {report.evidence.map((piece) => (
                <EvidenceRow key={piece.id} piece={piece} from={piece.from} />
              ))}
            </ul>
          </section>
          <ReturnHistory report={report} today={today} />
          <SignoffForm
            report={{
              id: report.id,
              version: report.version,
              no: task.no,
              writer: words.nameOf(report.writtenBy),
            }}
            waiting={waiting}
            own={own}
            idempotencyKey={idempotencyKey}
            actions={actions}
          />
        </ClientMessages>
      </div>
    </div>
  )
}
