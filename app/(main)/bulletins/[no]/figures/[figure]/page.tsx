import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { FigureRowsView } from '@/components/bulletins/figure-rows'
import { PageHeader } from '@/components/shared/page-header'
import { TimeText } from '@/components/shared/date-text'
import { figureText } from '@/domain/bulletins/figures'
import { listFigureRows } from '@/server/bulletins/list-figure-rows'
import { bulletinNo } from '@/server/web/bulletin-no'
import { requireCtx } from '@/server/web/ctx'
import { orNotFound } from '@/server/web/or-not-found'

type Props = {
  params: Promise<{ no: string; figure: string }>
  searchParams: Promise<{ after?: string | string[] }>
}

const CURSOR = /^\d{1,9}~[0-9a-f-]{36}$/

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { no, figure } = await params
  return { title: `B${bulletinNo(no)} ${figure}` }
}

export default async function FigurePage({ params, searchParams }: Props) {
  const [ctx, t, address, { after }] = await Promise.all([
    requireCtx(),
    getTranslations('bulletins'),
    params,
    searchParams,
  ])
  if (!/^F\d{1,5}$/.test(address.figure)) notFound()
  const cursor = typeof after === 'string' && CURSOR.test(after) ? after : null
  const data = await orNotFound(listFigureRows(ctx, bulletinNo(address.no), address.figure, cursor))
  const { figure } = data
  const name = [figure.of, t(`figures.${figure.name}`)].filter(Boolean).join(' · ')
  const value = figureText({ value: figure.value, of: figure.outOf }, ctx.locale)
  return (
    <>
      <PageHeader
        title={t('rows.title', { name, value })}
        crumbs={[
          { href: '/bulletins', label: t('title') },
          { href: `/bulletins/B${data.no}`, label: data.title },
        ]}
        facts={
          data.frozen ? (
            <span className="text-muted">
              {t.rich('rows.frozen', { at: () => <TimeText at={figure.asOf} /> })}
            </span>
          ) : null
        }
      />
      <FigureRowsView data={data} after={cursor !== null} />
    </>
  )
}
