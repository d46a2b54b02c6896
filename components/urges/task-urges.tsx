'use client'

import Link from 'next/link'
import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { DataTable, type Column } from '@/components/shared/data-table'
import { DateText } from '@/components/shared/date-text'
import { Section } from '@/components/shared/section'
import { StatusTag } from '@/components/shared/status-tag'
import { useKeys } from '@/components/shared/use-keys'
import { ButtonLink } from '@/components/ui/button'
import type { TaskUrges } from '@/server/urges/list-urges'
import { useUrgeWords } from './use-urge-words'

type Row = TaskUrges['urges'][number]

/** 催办 of a task: what was sent and answered, and whom this person may urge now (key U: the first of them). */
export function TaskUrgesSection({ data, today }: { data: TaskUrges; today: string }) {
  const t = useTranslations('urges')
  const words = useUrgeWords()
  const router = useRouter()
  const hrefOf = (id: string) => `/urges/new?part=${id}`
  const [first] = data.targets
  useKeys({ KeyU: () => (first ? router.push(hrefOf(first.id)) : false) })
  const columns: Column<Row>[] = [
    { key: 'unit', label: t('task.unit'), rowHeader: true, cell: ({ unit }) => words.nameOf(unit) },
    {
      key: 'slip',
      label: t('list.no'),
      cell: ({ slipNo, level }) => (
        <>
          {slipNo === null ? null : <Link href={`/urges/${slipNo}`}>{t('slip', { no: slipNo })}</Link>}
          <span className="block text-note text-muted">{t(`levels.${String(level) as '1'}`)}</span>
        </>
      ),
    },
    { key: 'fact', label: t('fact'), cell: (row) => words.fact(row) },
    {
      key: 'by',
      label: t('facts.answerBy'),
      cell: ({ answerByOn, status }) => (
        <DateText on={answerByOn} today={status === 'sent' ? today : undefined} />
      ),
    },
    {
      key: 'status',
      label: t('facts.status'),
      cell: ({ status, settled, late }) => (
        <StatusTag>{settled ? t('byDeed') : late ? t('late') : t(`status.${status}`)}</StatusTag>
      ),
    },
  ]
  return (
    <Section
      id="urges"
      title={t('task.title')}
      note={
        data.urges.length > 0 ? t('task.note', { count: data.urges.length, open: data.open }) : t('task.none')
      }
    >
      {data.urges.length > 0 ? (
        <DataTable caption={t('task.caption')} columns={columns} rows={data.urges} rowKey={(row) => row.id} />
      ) : null}
      {data.targets.length > 0 ? (
        <div className="flex flex-wrap items-center gap-2 py-2 print:hidden">
          {data.targets.map((one) => (
            <ButtonLink key={one.id} href={hrefOf(one.id)} size="s">
              {t('task.urgeUnit', { unit: words.nameOf(one.unit) })}
            </ButtonLink>
          ))}
        </div>
      ) : null}
    </Section>
  )
}
