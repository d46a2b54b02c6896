import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { DataTable, type Column } from '@/components/shared/data-table'
import { DateText, TimeText } from '@/components/shared/date-text'
import { EmptyState } from '@/components/shared/empty-state'
import { Pager } from '@/components/shared/pager'
import { Section } from '@/components/shared/section'
import { StatusTag } from '@/components/shared/status-tag'
import { useTaskWords } from '@/components/tasks/use-task-words'
import { SegmentedLinks } from '@/components/ui/segmented-links'
import { Tag } from '@/components/ui/tag'
import type { BulletinList, BulletinView } from '@/server/bulletins/list-bulletins'

type Row = BulletinList['rows'][number]
type Props = {
  list: BulletinList
  view: BulletinView
  views: readonly BulletinView[]
  paged: boolean
  today: string
}

/** Bulletins that a person reads, newest first; of a unit, before them, drafts that name it. */
export function BulletinListView({ list, view, views, paged, today }: Props) {
  const t = useTranslations('bulletins')
  const { nameOf } = useTaskWords()
  const columns: Column<Row>[] = [
    {
      key: 'name',
      label: t('list.name'),
      rowHeader: true,
      cell: (row) => (
        <Link href={`/bulletins/B${row.no}`} lang={row.language}>
          {row.title}
        </Link>
      ),
    },
    { key: 'kind', label: t('list.kind'), width: '112px', cell: ({ kind }) => t(`kinds.${kind}`) },
    {
      key: 'issue',
      label: t('list.issue'),
      width: '128px',
      cell: ({ no, issueNo, issueYear }) =>
        issueNo === null ? `B${no}` : t('list.issueNo', { no: issueNo, year: String(issueYear) }),
    },
    {
      key: 'status',
      label: t('list.status'),
      width: '160px',
      cell: ({ status, frozen }) => (
        <span className="flex flex-wrap gap-1">
          <StatusTag>{t(`statuses.${status}`)}</StatusTag>
          {frozen && status !== 'published' && status !== 'withdrawn' ? <Tag>{t('list.frozen')}</Tag> : null}
        </span>
      ),
    },
    { key: 'by', label: t('list.by'), width: '96px', cell: ({ createdBy }) => nameOf(createdBy) },
    {
      key: 'on',
      label: t('list.on'),
      width: '128px',
      cell: ({ publishedOn, updatedAt }) =>
        publishedOn ? (
          <DateText on={publishedOn} />
        ) : (
          <span className="text-muted">
            {t('list.updated')} <TimeText at={updatedAt} today={today} />
          </span>
        ),
    },
  ]
  return (
    <>
      <NamedDrafts named={list.named} today={today} />
      {views.length > 1 ? (
        <div className="pb-3">
          <SegmentedLinks
            label={t('title')}
            items={views.map((one) => ({
              href: `/bulletins?view=${one}`,
              label: t(`views.${one}`),
              current: one === view,
            }))}
          />
        </div>
      ) : null}
      {list.rows.length === 0 ? (
        <EmptyState>{t(views.length > 1 && view === 'all' ? 'list.first' : 'list.none')}</EmptyState>
      ) : (
        <DataTable caption={t('list.caption')} columns={columns} rows={list.rows} rowKey={(row) => row.id} />
      )}
      <Pager
        total={list.total}
        prevHref={paged ? `/bulletins?view=${view}` : null}
        nextHref={list.older ? `/bulletins?view=${view}&before=${list.older}` : null}
      />
    </>
  )
}

function NamedDrafts({ named, today }: { named: BulletinList['named']; today: string }) {
  const t = useTranslations('bulletins.named')
  const { nameOf } = useTaskWords()
  if (named.length === 0) return null
  return (
    <Section id="named" title={t('title')} note={t('note')}>
      <ul>
        {named.map((one) => (
          <li key={one.id} className="flex flex-wrap items-baseline gap-x-3 py-1">
            <Link
              href={`/bulletins/B${one.bulletin.no}`}
              className="inline-flex min-h-6 items-center max-md:min-h-11"
            >
              {t('open', { no: one.bulletin.no, unit: nameOf(one.unit) })}
            </Link>
            {one.answered ? (
              <StatusTag>{t('answered')}</StatusTag>
            ) : one.answerByOn ? (
              <span className="text-muted">
                {t.rich('by', { on: () => <DateText on={one.answerByOn} today={today} /> })}
              </span>
            ) : null}
          </li>
        ))}
      </ul>
    </Section>
  )
}
