import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { PageHeader } from '@/components/shared/page-header'
import { SearchForm } from '@/components/search/search-form'
import { SearchResults } from '@/components/search/search-results'
import { parseSearchAddress } from '@/domain/directives/search-address'
import { can } from '@/domain/permissions/policy'
import { lightsSql } from '@/server/search/lights-sql'
import { searchAll, searchKindsOf } from '@/server/search/search-all'
import { COUNTED, RESULTS_OF_A_KIND, RESULTS_PAGE } from '@/server/search/search-page'
import { requireCtx } from '@/server/web/ctx'

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

export async function generateMetadata({ searchParams }: Props): Promise<Metadata> {
  const { q } = parseSearchAddress(await searchParams)
  const t = await getTranslations('search')
  return { title: q ? t('titleFor', { words: q }) : t('title') }
}

export default async function SearchPage({ searchParams }: Props) {
  const [ctx, query, t] = await Promise.all([requireCtx(), searchParams, getTranslations('search')])
  const address = parseSearchAddress(query)
  const kinds = searchKindsOf(ctx)
  const kind = kinds.find((one) => one === address.kind) ?? null
  const place = { after: address.after, before: address.before }
  const { found, empty } = await searchAll(
    ctx,
    address.q,
    {
      take: kind ? RESULTS_PAGE : RESULTS_OF_A_KIND,
      place: kind && (place.after || place.before) ? place : undefined,
      count: true,
      also: lightsSql(address.lights),
    },
    kind ? [kind] : kinds,
  )
  return (
    <>
      <PageHeader title={t('title')} />
      <SearchForm q={address.q} kind={kind} />
      <SearchResults
        address={{ ...address, kind }}
        kinds={kinds}
        found={found}
        empty={empty}
        admin={!can(ctx.actor, 'task.read')}
        counted={COUNTED}
      />
    </>
  )
}
