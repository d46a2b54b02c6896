import { useTranslations } from 'next-intl'
import { TimeText } from '@/components/shared/date-text'
import { useTaskWords } from '@/components/tasks/use-task-words'
import type { ReportView } from '@/server/reports/read-report-view'

/** 上期说 beside 本期做到: texts in pairs, without a verdict. Nothing where nothing was promised. */
export function PromiseTable({ report }: { report: ReportView }) {
  const t = useTranslations('review')
  if (report.promises.length === 0) return null
  return (
    <table className="tbl tbl-s">
      <thead>
        <tr>
          <th scope="col" className="w-1/2">
            {t('promised')}
          </th>
          <th scope="col">{t('answered')}</th>
        </tr>
      </thead>
      <tbody>
        {report.promises.map(({ promised, answered }, at) => (
          <tr key={at}>
            <td>{promised}</td>
            <td>{answered ?? <span className="text-muted">{t('notMentioned')}</span>}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

/** 退回记录: how often this unit was asked to write it again, and why. */
export function ReturnHistory({ report, today }: { report: ReportView; today: string }) {
  const t = useTranslations('review')
  const words = useTaskWords()
  if (report.returns.length === 0) return null
  return (
    <section>
      <h2 className="text-[16px] leading-6">
        {t('returns')}{' '}
        <span className="font-normal text-muted">{t('returnsCount', { count: report.returns.length })}</span>
      </h2>
      <ul className="grid gap-1">
        {report.returns.map((one) => (
          <li key={one.seq} className="border-s-3 border-edge ps-3">
            <span className="text-muted">
              {t.rich('returnLine', {
                seq: one.seq,
                name: words.nameOf(one.by),
                at: () => <TimeText at={one.at} today={today} />,
                kind: t(`returnKinds.${one.kind}`),
              })}
            </span>
            <span className="block whitespace-pre-wrap">{one.reason}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}

/** Who wrote, signed and sent it, and when. */
export function ReportPeople({ report, today }: { report: ReportView; today: string }) {
  const t = useTranslations('review')
  const share = useTranslations('reports.share')
  const words = useTaskWords()
  const writer = words.nameOf(report.writtenBy)
  return (
    <p className="text-note text-muted">
      {report.signedOffBy && report.signedOffBy.name !== report.writtenBy.name
        ? t('signedBy', { writer, signer: words.nameOf(report.signedOffBy) })
        : t('writtenBy', { writer })}
      {report.submittedAt ? (
        <>
          {' · '}
          {t.rich('submitted', { at: () => <TimeText at={report.submittedAt ?? ''} today={today} /> })}
        </>
      ) : null}
      {report.together.length > 0 ? (
        <span className="block">
          {share('together', { tasks: report.together.map(({ no }) => `T${no}`).join(share('join')) })}
        </span>
      ) : null}
      {report.sources.length > 0 ? <Sources sources={report.sources} /> : null}
    </p>
  )
}

/** Which reports of units below this one was merged from. */
function Sources({ sources }: { sources: ReportView['sources'] }) {
  const t = useTranslations('cascade.merge')
  const words = useTaskWords()
  return (
    <span className="block">
      {t('sources', { count: sources.length })}
      {t('colon')}
      {sources
        .map(({ unit, seq, claimed }) => t('source', { unit: words.nameOf(unit), seq, claimed }))
        .join(t('join'))}
    </span>
  )
}
