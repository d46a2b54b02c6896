import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { DataTable, type Column } from '@/components/shared/data-table'
import { DateText } from '@/components/shared/date-text'
import { EmptyState } from '@/components/shared/empty-state'
import { Pager } from '@/components/shared/pager'
import { StatusTag } from '@/components/shared/status-tag'
import { SegmentedLinks } from '@/components/ui/segmented-links'
import type { SlipList, SlipView } from '@/server/urges/list-urges'
import { useUrgeWords } from './use-urge-words'

type SlipListProps = { list: SlipList; view: SlipView; paged: boolean; today: string }
type Row = SlipList['rows'][number]

/** The slips that a person may read, newest first. */
export function SlipListView({ list, view, paged, today }: SlipListProps) {
  const t = useTranslations('urges')
  const words = useUrgeWords()
  const columns: Column<Row>[] = [
    {
      key: 'no',
      label: t('list.no'),
      rowHeader: true,
      width: '160px',
      cell: ({ no }) => <Link href={`/urges/${no}`}>{t('slip', { no })}</Link>,
    },
    {
      key: 'level',
      label: t('facts.level'),
      width: '72px',
      cell: ({ level }) => t(`levels.${String(level) as '1'}`),
    },
    { key: 'unit', label: t('facts.unit'), cell: ({ unit }) => words.nameOf(unit) },
    { key: 'from', label: t('facts.from'), cell: ({ senderUnit }) => words.nameOf(senderUnit) },
    { key: 'count', label: t('list.count'), numeric: true, width: '72px', cell: ({ count }) => count },
    {
      key: 'by',
      label: t('facts.answerBy'),
      width: '140px',
      cell: ({ answerByOn, late }) => (
        <b className={late ? 'text-off' : undefined}>
          <DateText on={answerByOn} today={today} />
        </b>
      ),
    },
    {
      key: 'status',
      label: t('facts.status'),
      width: '140px',
      cell: ({ status, answeredLate }) => (
        <StatusTag>{answeredLate && status === 'answered' ? t('late') : t(`status.${status}`)}</StatusTag>
      ),
    },
  ]
  return (
    <>
      <div className="pb-3">
        <SegmentedLinks
          label={t('list.title')}
          items={(['open', 'lapsed', 'all'] as const).map((one) => ({
            href: `/urges?view=${one}`,
            label: t(`list.${one}`),
            current: one === view,
          }))}
        />
      </div>
      {list.rows.length === 0 ? (
        <EmptyState>{t(view === 'open' ? 'list.noneOpen' : 'list.none')}</EmptyState>
      ) : (
        <DataTable caption={t('list.caption')} columns={columns} rows={list.rows} rowKey={(row) => row.id} />
      )}
      <Pager
        total={list.total}
        prevHref={paged ? `/urges?view=${view}` : null}
        nextHref={list.older ? `/urges?view=${view}&before=${list.older}` : null}
      />
    </>
  )
}
