import Link from 'next/link'
import { useLocale, useTranslations } from 'next-intl'
import { TimeText } from '@/components/shared/date-text'
import { StatusTag } from '@/components/shared/status-tag'
import { useTaskWords } from '@/components/tasks/use-task-words'
import { sayPeriod } from '@/domain/bulletins/period'
import { formatDate } from '@/lib/format-date'
import type { BulletinPage } from '@/server/bulletins/get-bulletin'

/** The line under a bulletin's title: where it stands, whether it is frozen, which directive it is on, why it came back. */
export function BulletinFacts({ bulletin, today }: { bulletin: BulletinPage; today: string }) {
  const t = useTranslations('bulletins')
  const { nameOf } = useTaskWords()
  const english = useLocale() === 'en'
  const period =
    bulletin.content.period &&
    sayPeriod(
      bulletin.content.period,
      (form, values) => t(`period.${form}`, values),
      (on) => formatDate(on, english ? 'en' : 'zh-CN', 'prose'),
    )
  const { status, issueNo, issueYear, frozenAt, directive, sentBackBy, sentBackReason } = bulletin
  return (
    <>
      <StatusTag current>{t(`statuses.${status}`)}</StatusTag>
      <span className="text-muted">{t(`kinds.${bulletin.kind}`)}</span>
      {issueNo === null ? null : <span>{t('page.issue', { no: issueNo, year: String(issueYear) })}</span>}
      {period ? <span>{t('page.period', { period })}</span> : null}
      {directive && bulletin.followed ? (
        <Link href={`/directives/D${directive.no}`} className="inline-flex min-h-6 items-center">
          {t('page.of', { no: directive.no })}
        </Link>
      ) : null}
      {bulletin.followed ? (
        <span className="text-muted">
          {frozenAt
            ? t.rich('page.frozenAt', { at: () => <TimeText at={frozenAt} today={today} /> })
            : t('page.live', { count: bulletin.content.figures.length })}
        </span>
      ) : null}
      {status === 'draft' && sentBackReason && sentBackBy ? (
        <p className="basis-full border-s-3 border-risk-edge ps-3">
          {t('page.sentBack', { by: nameOf(sentBackBy), reason: sentBackReason })}
        </p>
      ) : null}
      {status === 'withdrawn' ? (
        <p className="basis-full border-s-3 border-risk-edge ps-3">
          {t('page.withdrawn', { reason: bulletin.withdrawReason ?? '' })}
        </p>
      ) : null}
    </>
  )
}
