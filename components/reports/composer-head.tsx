import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { DateText, TimeText } from '@/components/shared/date-text'
import { Light } from '@/components/shared/light'
import { Quote } from '@/components/shared/quote'
import { useTaskWords } from '@/components/tasks/use-task-words'
import { Disclosure } from '@/components/ui/disclosure'
import type { ComposerForm } from '@/server/reports/get-composer'

type ComposerHeadProps = { data: ComposerForm; today: string }

/** What is asked and what was promised: read before writing. A returned or sent-back report says first why. */
export function ComposerHead({ data, today }: ComposerHeadProps) {
  const t = useTranslations('reports.compose')
  const words = useTaskWords()
  const tasks = useTranslations('tasks')
  const { task, light, dueOn, due, promise, assignment } = data
  const [first, ...more] = task.quotes
  return (
    <div className="grid gap-3 pb-6">
      <div className="flex flex-wrap items-baseline gap-x-3 gap-y-1">
        {light ? <Light light={light.name} reason={words.lightReason(light)} /> : null}
        <span className="text-muted">
          {t('due')} {dueOn ? <DateText on={dueOn} today={today} /> : null} {words.due(due)}
        </span>
      </div>
      {data.period ? (
        <p>
          {t.rich('period', {
            from: () => <DateText on={data.period?.startOn} look="prose" />,
            to: () => <DateText on={data.period?.endOn} look="prose" />,
            due: () => <DateText on={data.period?.dueOn} today={today} />,
          })}
        </p>
      ) : null}
      {data.several ? (
        <p className="flex flex-wrap items-center gap-x-3 text-muted">
          {t('forUnit', { unit: words.nameOf(assignment.unit), part: tasks(`part.${assignment.part}`) })}
          <Link
            href={`/tasks/T${task.no}/report?assignment=`}
            className="inline-flex min-h-6 items-center max-md:min-h-11"
          >
            {t('other')}
          </Link>
        </p>
      ) : null}
      {first ? <Quote lang={first.lang}>{first.text}</Quote> : null}
      {more.length > 0 ? (
        <Disclosure summary={`${t('requirement')} +${more.length}`}>
          <div className="grid gap-2">
            {more.map((quote) => (
              <Quote key={quote.id} lang={quote.lang}>
                {quote.text}
              </Quote>
            ))}
          </div>
        </Disclosure>
      ) : null}
      {promise ? (
        <p className="bg-surface px-3 py-2">
          <b>{t('promise')}</b>
          {promise.text}
          {promise.on ? t.rich('promiseOn', { on: () => <DateText on={promise.on} look="short" /> }) : null}
        </p>
      ) : null}
      <Returned data={data} today={today} />
    </div>
  )
}

function Returned({ data, today }: ComposerHeadProps) {
  const t = useTranslations('reports.compose')
  const tasks = useTranslations('tasks')
  const words = useTaskWords()
  const { open, answered } = data
  if (open?.status === 'draft' && open.sentBackReason) {
    return (
      <Quote look="note">
        <b>{t('sentBack')}</b> <span className="whitespace-pre-wrap">{open.sentBackReason}</span>
      </Quote>
    )
  }
  if (!answered) return null
  const { review, seq } = answered
  if (!review?.returnKind) return <p className="border-s-3 border-edge ps-3">{t('withdrawn', { seq })}</p>
  return (
    <Quote
      look="note"
      source={t.rich('returnedBy', {
        name: words.nameOf(review.reviewer),
        on: () => <TimeText at={review.reviewedAt} today={today} />,
      })}
    >
      <b>{t('returned', { seq, kind: tasks(`reports.returnKind.${review.returnKind}`) })}</b>{' '}
      <span className="whitespace-pre-wrap">{review.reason}</span>
    </Quote>
  )
}
