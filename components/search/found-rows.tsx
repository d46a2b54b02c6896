import Link from 'next/link'
import { useLocale, useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { DateText } from '@/components/shared/date-text'
import { StatusTag } from '@/components/shared/status-tag'
import { TaskLight } from '@/components/tasks/task-light'
import type { SearchPiece } from '@/domain/directives/search-hits'
import type { Found, FoundOf } from '@/server/search/search-all'
import { personHref, provisionHref, reportHref, unitHref } from './found-href'
import { SearchPieces } from './search-pieces'
import { statementTitle } from './statement-title'

type RowProps = {
  href: string
  lead?: ReactNode
  title: readonly SearchPiece[]
  facts: readonly ReactNode[]
  around?: readonly SearchPiece[] | null
}

/** A result: what it is, the sentence around what was found, and what tells it from others. */
function FoundRow({ href, lead, title, facts, around }: RowProps) {
  return (
    <li className="grid grid-cols-[64px_1fr] gap-x-2 border-b border-line py-2 max-sm:grid-cols-1">
      <span className="text-muted">{lead}</span>
      <div className="grid min-w-0 gap-0.5">
        <Link href={href} className="min-h-6 font-semibold max-md:py-1.5">
          <SearchPieces pieces={title} />
        </Link>
        {around ? (
          <p className="measure">
            <SearchPieces pieces={around} />
          </p>
        ) : null}
        <p className="flex flex-wrap items-center gap-x-4 gap-y-1 text-note text-muted">
          {facts.map((fact, at) => (fact ? <span key={at}>{fact}</span> : null))}
        </p>
      </div>
    </li>
  )
}

/** The results of one kind. */
export function FoundRows({ found }: { found: Found }) {
  return (
    <ul className="border-t border-line">
      {found.tasks ? <TaskRows found={found.tasks} /> : null}
      {found.directives ? <DirectiveRows found={found.directives} /> : null}
      {found.provisions ? <ProvisionRows found={found.provisions} /> : null}
      {found.reports ? <ReportRows found={found.reports} /> : null}
      {found.bulletins ? <BulletinRows found={found.bulletins} /> : null}
      {found.statements ? <StatementRows found={found.statements} /> : null}
      {found.units ? <UnitRows found={found.units} keeps={found.people !== undefined} /> : null}
      {found.people ? <PeopleRows found={found.people} /> : null}
    </ul>
  )
}

function TaskRows({ found }: { found: FoundOf<'tasks'> }) {
  const t = useTranslations('search')
  const tasks = useTranslations('tasks')
  const english = useLocale() === 'en'
  return found.rows.map((row) => (
    <FoundRow
      key={row.id}
      href={`/tasks/T${row.no}`}
      lead={`T${row.no}`}
      title={row.title}
      around={row.around}
      facts={[
        row.light ? <TaskLight key="light" light={row.light} /> : null,
        <StatusTag key="status">{tasks(`status.${row.status}`)}</StatusTag>,
        row.lead ? t('lead', { unit: english ? row.lead.nameEn : row.lead.name }) : null,
        row.dueOn ? t.rich('due', { date: () => <DateText on={row.dueOn} /> }) : null,
        row.docNumber,
        t(`reasons.${row.reason}`),
      ]}
    />
  ))
}

function DirectiveRows({ found }: { found: FoundOf<'directives'> }) {
  const t = useTranslations('search')
  const words = useTranslations('directives')
  return found.rows.map((row) => (
    <FoundRow
      key={row.id}
      href={`/directives/D${row.no}`}
      lead={`D${row.no}`}
      title={row.title}
      facts={[
        <StatusTag key="status">{words(`statuses.${row.status}`)}</StatusTag>,
        row.docNumber ? <SearchPieces key="number" pieces={row.docNumber} /> : null,
        <SearchPieces key="issuer" pieces={row.issuer} />,
        row.issuedOn ? <DateText key="on" on={row.issuedOn} /> : null,
        t(`reasons.${row.reason}`),
      ]}
    />
  ))
}

function ProvisionRows({ found }: { found: FoundOf<'provisions'> }) {
  return found.rows.map((row) => (
    <FoundRow
      key={row.id}
      href={provisionHref(row)}
      lead={`D${row.directive.no}`}
      title={row.text}
      facts={[row.directive.title, row.directive.docNumber, row.path.join(' ')]}
    />
  ))
}

function ReportRows({ found }: { found: FoundOf<'reports'> }) {
  const t = useTranslations('search')
  const tasks = useTranslations('tasks')
  const english = useLocale() === 'en'
  return found.rows.map((row) => (
    <FoundRow
      key={row.id}
      href={reportHref(row)}
      lead={`T${row.task.no}`}
      title={row.text}
      facts={[
        t('report', { no: row.task.no, seq: row.seq }),
        row.task.title,
        english ? row.unit.nameEn : row.unit.name,
        row.submittedOn ? <DateText key="on" on={row.submittedOn} /> : null,
        t(`reportParts.${row.part}`),
        row.status === 'draft' || row.status === 'awaiting_signoff'
          ? t('unsigned')
          : tasks(`reports.status.${row.status}`),
      ]}
    />
  ))
}

function BulletinRows({ found }: { found: FoundOf<'bulletins'> }) {
  const t = useTranslations('search')
  const words = useTranslations('bulletins')
  return found.rows.map((row) => (
    <FoundRow
      key={row.id}
      href={`/bulletins/B${row.no}`}
      lead={`B${row.no}`}
      title={row.title}
      around={row.around}
      facts={[
        <StatusTag key="status">{words(`statuses.${row.status}`)}</StatusTag>,
        words(`kinds.${row.kind}`),
        row.issueNo === null ? null : t('issue', { no: row.issueNo, year: String(row.issueYear) }),
        row.publishedOn ? <DateText key="on" on={row.publishedOn} /> : null,
        t(`reasons.${row.reason}`),
      ]}
    />
  ))
}

function StatementRows({ found }: { found: FoundOf<'statements'> }) {
  const t = useTranslations('search')
  const words = useTranslations('statements')
  const english = useLocale() === 'en'
  return found.rows.map((row) => (
    <FoundRow
      key={row.id}
      href={`/statements/${row.no}`}
      lead={t('statementNo', { no: row.no })}
      title={statementTitle((values) => t('statement', values), english ? row.unit.nameEn : row.unit.name)}
      facts={[
        <StatusTag key="status">{words(`status.${row.status}`)}</StatusTag>,
        <span key="directive">
          {`D${row.directive.no} `}
          <SearchPieces pieces={row.directive.title} />
        </span>,
        t('statementSeq', { seq: row.seq }),
        <DateText key="on" on={row.on} />,
        t(`reasons.${row.reason}`),
      ]}
    />
  ))
}

function UnitRows({ found, keeps }: { found: FoundOf<'units'>; keeps: boolean }) {
  const t = useTranslations('search')
  const english = useLocale() === 'en'
  return found.rows.map((row) => (
    <FoundRow
      key={row.code}
      href={unitHref(row, keeps)}
      title={english ? row.nameEn : row.name}
      facts={[
        row.other ? (
          <span key="other">
            {t(row.other.former ? 'reasons.formerName' : 'reasons.otherName')}{' '}
            <SearchPieces pieces={row.other.name} />
          </span>
        ) : (
          t(`reasons.${row.reason === 'letters' ? 'letters' : 'name'}`)
        ),
      ]}
    />
  ))
}

function PeopleRows({ found }: { found: FoundOf<'people'> }) {
  const english = useLocale() === 'en'
  return found.rows.map((row) => (
    <FoundRow
      key={row.account}
      href={personHref(row.account, found.as)}
      title={english ? row.nameEn : row.name}
      facts={[row.account, english ? row.titleEn : row.title]}
    />
  ))
}
