import Link from 'next/link'
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { belowHref } from '@/components/tasks/below-href'
import { useTaskWords } from '@/components/tasks/use-task-words'
import { ledgerHref, parseLedgerFilter } from '@/domain/tasks/ledger-filter'
import type { BesideRisks as Data } from '@/server/notifications/beside-risks'

/** On the desk under 有风险: directives with tasks off course, what those below have not acknowledged, urges that nobody answered; nothing where there is none. */
export function BesideRisks({ data }: { data: Data }) {
  const t = useTranslations('desk.beside')
  const { nameOf } = useTaskWords()
  const offOf = (no: number) =>
    ledgerHref(parseLedgerFilter({ view: 'open', directive: `D${no}`, light: 'off' }))
  return (
    <>
      <Lines id="off-directives" title={t('directives')} show={data.directives.length > 0}>
        {data.directives.map(({ no, title, docNumber, off }) => (
          <Line key={no} href={offOf(no)} note={t('off', { count: off })}>
            {[docNumber, title].filter(Boolean).join(' ')}
          </Line>
        ))}
      </Lines>
      <Lines id="unacknowledged-below" title={t('below')} show={data.below.length > 0}>
        {data.below.map(({ no, title, of, units }) => (
          <Line key={of} href={belowHref(no, of, 'unacknowledged')} note={t('units', { count: units })}>
            {title}
          </Line>
        ))}
      </Lines>
      <Lines id="lapsed-urges" title={t('lapsed')} show={data.lapsed.length > 0}>
        {data.lapsed.map(({ no, level, items, title, unit, waited }) => (
          <Line key={no} href={`/urges/${no}`} note={t('unanswered', { level, waited })}>
            {t('slip', { unit: nameOf(unit), title, more: items - 1 })}
          </Line>
        ))}
      </Lines>
    </>
  )
}

function Lines({
  id,
  title,
  show,
  children,
}: {
  id: string
  title: string
  show: boolean
  children: ReactNode
}) {
  if (!show) return null
  return (
    <section aria-labelledby={id} className="mt-4">
      <h3 id={id} className="text-ui">
        {title}
      </h3>
      <ol>{children}</ol>
    </section>
  )
}

function Line({ href, note, children }: { href: string; note: string; children: ReactNode }) {
  return (
    <li data-desk-row className="flex flex-wrap items-baseline gap-x-3 border-b py-2 lg:px-2">
      <Link href={href} data-desk-link className="inline-flex min-h-6 min-w-0 items-center max-md:min-h-11">
        {children}
      </Link>
      <span className="text-off">{note}</span>
    </li>
  )
}
