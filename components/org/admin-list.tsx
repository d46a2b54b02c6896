import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { EmptyState } from '@/components/shared/empty-state'
import { Pager } from '@/components/shared/pager'
import { Tabs, type TabItem } from '@/components/ui/tabs'
import { AdminSearch } from './admin-search'

type Props = {
  path: string
  /** What the address says besides the page: the words searched for and the view. */
  here: Readonly<Record<string, string>> & { q: string }
  searchLabel: string
  views?: { label: string; items: readonly TabItem[] }
  /** Further fields of the search. */
  filters?: ReactNode
  /** What is said where nothing is there and nothing was searched for. */
  empty: string
  page: { rows: readonly unknown[]; total: number; prev: string | null; next: string | null }
  children: ReactNode
}

/** A list of the administration: views, search, the rows, and the pages on either side. */
export function AdminList({ path, here, searchLabel, views, filters, empty, page, children }: Props) {
  const t = useTranslations('admin')
  const { q: words, ...view } = here
  const href = (more: Record<string, string>) => {
    const query = new URLSearchParams(Object.entries({ ...here, ...more }).filter(([, value]) => value))
    return query.size === 0 ? path : `${path}?${query}`
  }
  return (
    <>
      {views ? <Tabs {...views} /> : null}
      <AdminSearch
        action={path}
        label={searchLabel}
        words={words}
        keep={filters ? {} : view}
        clearHref={href({ q: '' })}
      >
        {filters}
      </AdminSearch>
      {page.rows.length > 0 ? (
        children
      ) : (
        <EmptyState>{words ? t('nothingFound', { words }) : empty}</EmptyState>
      )}
      <Pager
        total={page.total}
        prevHref={page.prev && href({ before: page.prev })}
        nextHref={page.next && href({ after: page.next })}
      />
    </>
  )
}
