import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { BulletinFacts } from '@/components/bulletins/bulletin-facts'
import { PaperLinks } from '@/components/documents/paper-links'
import { PageHeader } from '@/components/shared/page-header'
import { getBulletin } from '@/server/bulletins/get-bulletin'
import { listPassages } from '@/server/bulletins/get-passage'
import { bulletinNo } from '@/server/web/bulletin-no'
import { requireCtx } from '@/server/web/ctx'
import { orNotFound } from '@/server/web/or-not-found'
import { BulletinBody } from './bulletin-body'
import { OwnPassages } from './own-passages'

type Props = {
  params: Promise<{ no: string }>
  searchParams: Promise<{ act?: string | string[] }>
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: `B${bulletinNo((await params).no)}` }
}

export default async function BulletinPage({ params, searchParams }: Props) {
  const [ctx, address, query, t] = await Promise.all([
    requireCtx(),
    params,
    searchParams,
    getTranslations('bulletins'),
  ])
  const no = bulletinNo(address.no)
  const passages = await listPassages(ctx, no)
  const bulletin = await orNotFound(getBulletin(ctx, no).catch(passages.length > 0 ? () => null : rethrow))
  const crumbs = [{ href: '/bulletins', label: t('title') }]
  if (!bulletin)
    return (
      <>
        <PageHeader title={t('passage.titleOf', { no })} crumbs={crumbs} />
        <OwnPassages passages={passages} today={ctx.today} />
      </>
    )
  return (
    <>
      <div className="print:hidden">
        <PageHeader
          title={<span lang={bulletin.language}>{bulletin.title}</span>}
          meta={t('page.facts', { no })}
          crumbs={crumbs}
          facts={<BulletinFacts bulletin={bulletin} today={ctx.today} />}
          actions={bulletin.hidden ? null : <PaperLinks of={{ kind: 'bulletin', no: `B${no}` }} />}
        />
      </div>
      {passages.length > 0 ? <OwnPassages passages={passages} today={ctx.today} /> : null}
      <BulletinBody {...{ ctx, bulletin }} act={typeof query.act === 'string' ? query.act : ''} />
    </>
  )
}

function rethrow(error: unknown): never {
  throw error
}
