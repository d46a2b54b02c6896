import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { z } from 'zod'
import { BulletinListView } from '@/components/bulletins/bulletin-list'
import { PageHeader } from '@/components/shared/page-header'
import { ButtonLink } from '@/components/ui/button'
import { can } from '@/domain/permissions/policy'
import { BULLETIN_VIEWS, listBulletins } from '@/server/bulletins/list-bulletins'
import { requireCtx } from '@/server/web/ctx'

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('bulletins')
  return { title: t('title') }
}

export default async function BulletinsPage({ searchParams }: Props) {
  const [ctx, params, t] = await Promise.all([requireCtx(), searchParams, getTranslations('bulletins')])
  if (!can(ctx.actor, 'bulletin.read')) notFound()
  const drafts = can(ctx.actor, 'bulletin.draft')
  const works = drafts || can(ctx.actor, 'bulletin.approve')
  const query = z.object({
    view: z.enum(BULLETIN_VIEWS).catch(works ? 'open' : 'all'),
    before: z.coerce.number().int().positive().max(2_147_483_647).nullable().catch(null),
  })
  const { view, before } = query.parse(params)
  const list = await listBulletins(ctx, view, before)
  return (
    <>
      <PageHeader
        title={t('title')}
        meta={list.total}
        actions={
          drafts ? (
            <ButtonLink href="/bulletins/new" variant="primary">
              {t('new')}
            </ButtonLink>
          ) : null
        }
      />
      <BulletinListView
        {...{ list, view }}
        views={works ? BULLETIN_VIEWS : ['all']}
        paged={before !== null}
        today={ctx.today}
      />
    </>
  )
}
