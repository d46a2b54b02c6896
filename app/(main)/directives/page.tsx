import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { DirectiveEmpty } from '@/components/directives/directive-empty'
import { DirectiveSearch } from '@/components/directives/directive-search'
import { DirectiveTable } from '@/components/directives/directive-table'
import { PageHeader } from '@/components/shared/page-header'
import { Pager } from '@/components/shared/pager'
import { ButtonLink } from '@/components/ui/button'
import { Tabs } from '@/components/ui/tabs'
import { hasRole } from '@/domain/permissions/actor'
import { can } from '@/domain/permissions/policy'
import { directivesHref, parseDirectiveQuery, viewsFor } from '@/server/directives/list-address'
import { listDirectives } from '@/server/directives/list-directives'
import { requireCtx } from '@/server/web/ctx'

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('directives')
  return { title: t('title') }
}

export default async function DirectivesPage({ searchParams }: Props) {
  const ctx = await requireCtx()
  if (!can(ctx.actor, 'directive.read')) notFound()
  const views = viewsFor(ctx.actor)
  const query = parseDirectiveQuery(await searchParams, views)
  const { view, search } = query
  const [found, t] = await Promise.all([listDirectives(ctx, query), getTranslations('directives')])
  const mayCreate = can(ctx.actor, 'directive.create')
  const office = hasRole(ctx.actor, 'leader', 'office_head', 'officer', 'discipline')
  return (
    <>
      <PageHeader
        title={t(office ? 'title' : 'titleReceived')}
        actions={
          mayCreate ? (
            <ButtonLink href="/directives/new" variant="primary">
              {t('newButton')}
            </ButtonLink>
          ) : null
        }
      />
      <Tabs
        label={t('list.viewsLabel')}
        items={views.map((name) => ({
          href: directivesHref({ view: name, search }),
          label: t(`list.views.${name}`),
          count: found.sizes[name],
          current: name === view,
        }))}
      />
      <DirectiveSearch view={view} search={search} clearHref={directivesHref({ view, search: '' })} />
      {found.rows.length > 0 ? (
        <>
          <DirectiveTable rows={found.rows} />
          <Pager
            total={found.total}
            prevHref={found.newer === null ? null : directivesHref({ ...query, before: null, after: found.newer })}
            nextHref={found.older === null ? null : directivesHref({ ...query, after: null, before: found.older })}
          />
        </>
      ) : (
        <DirectiveEmpty view={view} search={search} mayCreate={mayCreate} office={office} />
      )}
    </>
  )
}
