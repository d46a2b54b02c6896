import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { DirectiveList } from '@/components/directives/directive-list'
import { PageHeader } from '@/components/shared/page-header'
import { ButtonLink } from '@/components/ui/button'
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
      <DirectiveList
        {...{ found, view, search, mayCreate, office }}
        views={views.map((name) => ({ name, href: directivesHref({ view: name, search }) }))}
        clearHref={directivesHref({ view, search: '' })}
        newerHref={found.newer === null ? null : directivesHref({ view, search, after: found.newer })}
        olderHref={found.older === null ? null : directivesHref({ view, search, before: found.older })}
      />
    </>
  )
}
