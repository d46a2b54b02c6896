import { useTranslations } from 'next-intl'
import { Pager } from '@/components/shared/pager'
import { Tabs } from '@/components/ui/tabs'
import type { ListedDirectives } from '@/server/directives/list-directives'
import { DirectiveEmpty } from './directive-empty'
import { DirectiveSearch } from './directive-search'
import { DirectiveTable } from './directive-table'

type DirectiveListProps = {
  found: ListedDirectives
  view: string
  search: string
  views: readonly { name: keyof ListedDirectives['sizes']; href: string }[]
  clearHref: string
  newerHref: string | null
  olderHref: string | null
  mayCreate: boolean
  office: boolean
}

/** Views, search, the table and its pages; or why there is nothing. */
export function DirectiveList(props: DirectiveListProps) {
  const { found, view, search, views, clearHref, newerHref, olderHref, mayCreate, office } = props
  const t = useTranslations('directives.list')
  return (
    <>
      <Tabs
        label={t('viewsLabel')}
        items={views.map(({ name, href }) => ({
          href,
          label: t(`views.${name}`),
          count: found.sizes[name],
          current: name === view,
        }))}
      />
      <DirectiveSearch view={view} search={search} clearHref={clearHref} />
      {found.rows.length > 0 ? (
        <>
          <DirectiveTable rows={found.rows} />
          <Pager total={found.total} prevHref={newerHref} nextHref={olderHref} />
        </>
      ) : (
        <DirectiveEmpty view={view} search={search} mayCreate={mayCreate} office={office} />
      )}
    </>
  )
}
