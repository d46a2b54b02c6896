import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { Light } from '@/components/shared/light'
import { Quote } from '@/components/shared/quote'
import { useTaskWords } from '@/components/tasks/use-task-words'
import { Tag } from '@/components/ui/tag'
import type { QueueItem } from '@/server/reports/list-review-queue'
import type { ReportView } from '@/server/reports/read-report-view'
import { ReportPeople } from './report-context'
import { textLang } from './text-lang'

type ReviewHeadProps = { report: ReportView; item: QueueItem | null; total: number; today: string }

/** Always in sight: which report of how many, the sentence that asked for it, and what was to come of it. */
export function ReviewHead({ report, item, total, today }: ReviewHeadProps) {
  const t = useTranslations('review')
  const words = useTaskWords()
  const { task } = report
  const [quote] = task.quotes
  return (
    <header className="grid gap-2 border-b bg-bg px-6 py-3 max-lg:px-0 lg:sticky lg:top-0 lg:z-3">
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <h1 className="text-[16px] leading-6">
          {item ? t('position', { place: item.place, total }) : t('title')}
          <span className="sr-only">{`: ${task.title}`}</span>
        </h1>
        {item && item.urgency !== 'none' ? (
          <Tag tone={item.urgency === 'extra_urgent' ? 'urgent' : 'plain'}>
            {t(`urgency.${item.urgency}`)}
          </Tag>
        ) : null}
        {report.kind === 'progress' ? null : <Tag>{t(`kind.${report.kind}`)}</Tag>}
        <span className="text-muted">
          {words.nameOf(report.unit)}
          {report.part === 'lead' ? null : ` (${t(`part.${report.part}`)})`}
          {item ? ` · ${t('waited', { days: item.waited })}` : null}
        </span>
        <Link
          href={`/tasks/T${task.no}`}
          className="ms-auto inline-flex min-h-6 items-center max-md:min-h-11"
        >
          {t('taskPage', { no: task.no })}
        </Link>
      </div>
      <p lang={textLang(task.title)} className="font-semibold">
        {task.title}
      </p>
      {quote ? <Quote lang={quote.lang}>{quote.text}</Quote> : null}
      <div className="flex flex-wrap items-baseline gap-x-4 text-note text-muted">
        {task.expectedResult ? <span>{t('expected', { text: task.expectedResult })}</span> : null}
        {task.light ? <Light light={task.light.name} reason={words.lightReason(task.light)} /> : null}
        <ReportPeople report={report} today={today} />
      </div>
    </header>
  )
}
