import { useLocale, useTranslations } from 'next-intl'
import Link from 'next/link'
import { DataTable, type Column } from '@/components/shared/data-table'
import { Tag } from '@/components/ui/tag'
import type { AdminPersonRow } from '@/server/org/list-admin-people'
import { AdminPosts } from './admin-posts'
import { useNamed } from './use-named'

/** People with account, title and roles; whoever cannot sign in yet carries a mark. */
export function AdminPeopleTable({ rows, left }: { rows: readonly AdminPersonRow[]; left: boolean }) {
  const t = useTranslations('people')
  const named = useNamed()
  const english = useLocale() === 'en'
  const columns: Column<AdminPersonRow>[] = [
    {
      key: 'name',
      label: t('name'),
      width: '200px',
      rowHeader: true,
      cell: (row) => (
        <Link
          href={`/admin/users/${row.account}`}
          className="inline-flex min-h-6 items-center font-semibold max-md:min-h-11"
        >
          {named(row)}
        </Link>
      ),
    },
    {
      key: 'account',
      label: t('account'),
      width: '220px',
      cell: (row) => (
        <span className="flex flex-wrap items-center gap-x-2">
          <span className="font-mono break-all">{row.account}</span>
          {row.hasPassword || left ? null : <Tag tone="gap">{t('passwordMissing')}</Tag>}
        </span>
      ),
    },
    {
      key: 'title',
      label: t('titleField'),
      width: '220px',
      cell: (row) => (english ? row.titleEn || row.title : row.title),
    },
    { key: 'posts', label: t('posts'), cell: (row) => <AdminPosts posts={row.posts} /> },
  ]
  return (
    <DataTable
      caption={t('caption')}
      columns={columns}
      rows={rows}
      rowKey={(row) => row.id}
      minWidth="960px"
    />
  )
}
