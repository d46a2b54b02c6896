import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { ClientMessages } from '@/components/shared/client-messages'
import { DataTable } from '@/components/shared/data-table'
import { DateText } from '@/components/shared/date-text'
import { Section } from '@/components/shared/section'
import { StatusTag } from '@/components/shared/status-tag'
import { useTaskWords } from '@/components/tasks/use-task-words'
import { ButtonLink } from '@/components/ui/button'
import { Disclosure } from '@/components/ui/disclosure'
import { statementsHref } from '@/domain/statements/list-address'
import { newId } from '@/lib/new-id'
import type { StatementList, StatementOfUnit } from '@/server/statements/list-statements'
import { DrawUpForm, type DrawUpAction } from './draw-up-form'

type Props = { directive: { id: string; no: number }; statements: StatementList; action: DrawUpAction }

/** 责任状 on a directive's page: where each unit's newest stands, and the office's form to draw up more; nothing where it concerns nobody here. */
export function StatementSection({ directive, statements, action }: Props) {
  const t = useTranslations('statements')
  const { units, choices, draws } = statements
  if (units.length === 0 && !draws) return null
  const force = units.filter((one) => one.status === 'in_force').length
  return (
    <Section
      id="statements"
      title={t('title')}
      note={units.length > 0 ? t('summary', { units: units.length, force }) : null}
      end={
        units.length > 0 ? (
          <Link href={statementsHref({ directive: directive.no })}>{t('list.ofDirective')}</Link>
        ) : null
      }
    >
      {units.length === 0 ? <p className="text-muted">{t('none')}</p> : <Table rows={units} />}
      {choices.length > 0 ? (
        <Disclosure summary={t('draw.title')} className="mt-2 print:hidden">
          <ClientMessages namespaces={['statements']}>
            <DrawUpForm {...{ directiveId: directive.id, choices, action, idempotencyKey: newId() }} />
          </ClientMessages>
        </Disclosure>
      ) : null}
    </Section>
  )
}

function Table({ rows }: { rows: readonly StatementOfUnit[] }) {
  const t = useTranslations('statements')
  const { nameOf } = useTaskWords()
  return (
    <DataTable
      caption={t('title')}
      density="s"
      rows={rows}
      rowKey={(row) => row.id}
      columns={[
        {
          key: 'unit',
          label: t('columns.unit'),
          rowHeader: true,
          cell: (row) => (
            <Link href={`/statements/${row.no}`} className="inline-flex min-h-6 items-center max-md:min-h-11">
              {t('name', { unit: nameOf(row.unit) })}
            </Link>
          ),
        },
        {
          key: 'status',
          label: t('columns.status'),
          cell: (row) => <StatusTag>{t(`status.${row.status}`)}</StatusTag>,
        },
        { key: 'tasks', label: t('columns.tasks'), numeric: true, cell: (row) => row.tasks },
        { key: 'version', label: t('columns.version'), cell: (row) => t('seq', { seq: row.seq }) },
        { key: 'on', label: t('columns.on'), cell: (row) => <DateText on={row.on} /> },
        { key: 'remark', label: t('columns.remark'), cell: (row) => <Remark row={row} /> },
      ]}
    />
  )
}

function Remark({ row }: { row: StatementOfUnit }) {
  const t = useTranslations('statements')
  if (row.status === 'sent_back') return t('sentBack', { reason: row.sentBackReason ?? '' })
  if (row.differences > 0) return <b className="text-risk">{t('moved', { count: row.differences })}</b>
  if (row.signs === null) return null
  return (
    <ButtonLink href={`/statements/${row.no}`} size="s">
      {t(`acts.${row.signs}`)}
    </ButtonLink>
  )
}
