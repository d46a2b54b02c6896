import { useLocale, useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { DateText, TimeText } from '@/components/shared/date-text'
import { PageHeader } from '@/components/shared/page-header'
import { Section } from '@/components/shared/section'
import { StatusTag } from '@/components/shared/status-tag'
import { SummaryList } from '@/components/shared/summary-list'
import { ButtonLink } from '@/components/ui/button'
import { nameIn } from '@/domain/registers/columns'
import { wordsOf, type RowValues } from '@/domain/registers/read-row'
import type { RowView as Data } from '@/server/registers/get-register'

type RowViewProps = { data: Data; today: string; panel: ReactNode }

/** One row of a register: what it holds, what may be done, what happened to it. */
export function RowView({ data, today, panel }: RowViewProps) {
  const t = useTranslations('registers')
  const audit = useTranslations('audit.events')
  const locale = useLocale()
  const { row, task, columns } = data
  const home = `/tasks/T${task.no}/registers/${data.no}`
  const here = `${home}/rows/${row.no}`
  const words = (key: string, value: RowValues[string] | undefined) => {
    const column = columns.find((one) => one.key === key)
    const shown = column
      ? wordsOf(column, value, locale, (id) => data.unitNames[id] ?? '')
      : String(value ?? '')
    return shown === '' ? t('row.empty') : shown
  }
  const labelOf = (key: string) => {
    const column = columns.find((one) => one.key === key)
    return column ? nameIn(column, locale) : key
  }
  return (
    <div className="max-w-[800px]">
      <PageHeader
        title={t('row.title', { register: data.title, no: row.no })}
        crumbs={[
          { href: `/tasks/T${task.no}#registers`, label: `T${task.no}` },
          { href: home, label: data.title },
        ]}
        facts={
          <>
            <span className="text-muted">{locale === 'en' ? row.part.unit.nameEn : row.part.unit.name}</span>
            {data.tracked || row.state === 'withdrawn' ? (
              <StatusTag>{t(`states.${row.state}`)}</StatusTag>
            ) : null}
          </>
        }
        actions={
          data.mayFill && panel === null ? (
            <>
              {data.tracked && row.state === 'open' ? (
                <ButtonLink href={`${here}?act=right`} variant="primary">
                  {t('acts.putRight')}
                </ButtonLink>
              ) : null}
              <ButtonLink href={`${here}?act=change`}>{t('acts.change')}</ButtonLink>
              <ButtonLink href={`${here}?act=withdraw`}>{t('acts.withdraw')}</ButtonLink>
            </>
          ) : null
        }
      />
      {row.withdrawReason ? (
        <p className="my-2 border-s-3 border-edge ps-3">
          {t('row.withdrawn', { reason: row.withdrawReason })}
        </p>
      ) : null}
      {panel}
      <Section id="values" title={t('row.values')}>
        <SummaryList
          rows={columns.map((column) => ({
            key: column.key,
            label: nameIn(column, locale),
            value:
              column.type === 'date' ? (
                <DateText on={row.values[column.key] ? String(row.values[column.key]) : null} />
              ) : (
                words(column.key, row.values[column.key])
              ),
          }))}
        />
      </Section>
      <Section id="history" title={t('row.history')} note={String(data.history.length)}>
        <ol className="grid gap-3">
          {data.history.map((entry) => (
            <li key={entry.id} className="border-s-3 border-line ps-3">
              <p className="flex flex-wrap gap-x-3">
                <b>{audit(entry.event as 'register.row_added')}</b>
                <span className="text-muted">
                  {entry.unit ? t('row.by', { name: entry.by, unit: entry.unit }) : entry.by}
                </span>
                <span className="text-muted">
                  <TimeText at={entry.at} today={today} />
                </span>
              </p>
              {entry.reason ? <p>{entry.reason}</p> : null}
              {entry.event === 'register.row_added' ? null : (
                <ul>
                  {entry.changes.map(({ key, before, after }) => (
                    <li key={key}>
                      {t('row.from', {
                        field: labelOf(key),
                        before: words(key, before),
                        after: words(key, after),
                      })}
                    </li>
                  ))}
                </ul>
              )}
            </li>
          ))}
        </ol>
      </Section>
    </div>
  )
}
