import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { PageHeader } from '@/components/shared/page-header'
import { useTaskWords } from '@/components/tasks/use-task-words'
import { Tag } from '@/components/ui/tag'
import type { Signoffs } from '@/server/reports/list-signoffs'
import { textLang } from './text-lang'

type SignoffListProps = { list: Signoffs; after: string | null }

/** 待审签: what waits for the head's signature, longest first; the whole row opens it. */
export function SignoffList({ list, after }: SignoffListProps) {
  const t = useTranslations('reports.signoff')
  const content = useTranslations('reports.content')
  const words = useTaskWords()
  return (
    <div className="max-w-[960px]">
      <PageHeader
        title={t('title')}
        meta={<span data-total={list.total}>{t('count', { count: list.total })}</span>}
      />
      {list.rows.length === 0 ? <p className="text-muted">{t('empty')}</p> : null}
      <ul className="border-t">
        {list.rows.map((row) => (
          <li key={row.id} className="border-b">
            <Link
              href={`/signoff/${row.id}`}
              className="flex min-h-14 flex-wrap items-center gap-x-4 gap-y-1 py-2 text-text hover:bg-surface hover:no-underline"
            >
              <span className="min-w-0 flex-1 basis-80">
                <span lang={textLang(row.task.title)} className="block text-prose font-semibold">
                  {row.task.title}
                </span>
                <span className="text-muted">
                  {`T${row.task.no} · ${words.nameOf(row.unit)} · ${t('by', { name: words.nameOf(row.writtenBy) })}`}
                </span>
              </span>
              {row.kind === 'progress' ? null : <Tag>{content(`kind.${row.kind}`)}</Tag>}
              <span>
                {content('claimed')} <b>{`${row.claimedProgress}%`}</b>
              </span>
              <span className="text-muted">{t('waited', { days: row.waited })}</span>
              <span className="text-link">{t('open')}</span>
            </Link>
          </li>
        ))}
      </ul>
      <p className="flex gap-4 py-3">
        {list.after ? <Link href={`/signoff?after=${list.after}`}>{t('more')}</Link> : null}
        {after ? <Link href="/signoff">{t('previous')}</Link> : null}
      </p>
    </div>
  )
}
