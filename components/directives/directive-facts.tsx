import { useTranslations } from 'next-intl'
import { DateText } from '@/components/shared/date-text'
import { StatusTag } from '@/components/shared/status-tag'
import { SummaryList } from '@/components/shared/summary-list'
import { Tag } from '@/components/ui/tag'
import type { DirectivePage } from '@/server/directives/get-directive'
import { DirectiveCounts } from './directive-counts'

type Directive = DirectivePage['directive']

/** The line under the title: status, number, issuer, date, handling mark, how the tasks stand. */
export function DirectiveFacts({
  directive,
  counts,
}: {
  directive: Directive
  counts: DirectivePage['counts']
}) {
  const t = useTranslations('directives')
  const { urgency } = directive
  const total = Object.values(counts).reduce((sum, count) => sum + count, 0)
  return (
    <>
      <StatusTag>{t(`statuses.${directive.status}`)}</StatusTag>
      <Tag>{t(`marks.${directive.marking}`)}</Tag>
      {urgency === 'none' ? null : (
        <Tag tone={urgency === 'extra_urgent' ? 'urgent' : 'plain'}>{t(`urgencies.${urgency}`)}</Tag>
      )}
      {directive.docNumber ? <span>{directive.docNumber}</span> : null}
      {directive.issuer ? <span>{directive.issuer}</span> : null}
      {directive.issuedOn ? <DateText on={directive.issuedOn} look="prose" /> : null}
      {total > 0 ? (
        <>
          <b>{t('page.tasksCount', { count: total })}</b>
          <DirectiveCounts no={directive.no} counts={counts} words />
        </>
      ) : null}
    </>
  )
}

/** Where the directive comes from: what the head of the paper says, and how the text was received. */
export function DirectiveSource({ directive }: { directive: Directive }) {
  const t = useTranslations('directives')
  const missing = <Tag tone="gap">{t('intake.notInText')}</Tag>
  const rows = [
    { key: 'kind', label: t('fields.kind'), value: t(`kinds.${directive.kind}`) },
    { key: 'issuer', label: t('fields.issuer'), value: directive.issuer || missing },
    { key: 'docNumber', label: t('fields.docNumber'), value: directive.docNumber ?? missing },
    {
      key: 'issuedOn',
      label: t('fields.issuedOn'),
      value: directive.issuedOn ? <DateText on={directive.issuedOn} look="prose" /> : missing,
    },
    ...(directive.chair ? [{ key: 'chair', label: t('fields.chair'), value: directive.chair }] : []),
    ...(directive.sourceName
      ? [{ key: 'file', label: t('page.sourceFile'), value: directive.sourceName }]
      : []),
    {
      key: 'sha256',
      label: t('page.fingerprint'),
      value: <span className="font-mono text-note break-all">{directive.textSha256}</span>,
    },
    ...(directive.closedReason
      ? [{ key: 'reason', label: t('page.closedReason'), value: directive.closedReason }]
      : []),
  ]
  return <SummaryList rows={rows} />
}
