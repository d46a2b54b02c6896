import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { z } from 'zod'
import { BreakdownPage } from '@/components/tasks/breakdown-page'
import { getBreakdown } from '@/server/tasks/get-breakdown'
import { requireCtx } from '@/server/web/ctx'
import { orNotFound } from '@/server/web/or-not-found'
import { breakDownTaskAction } from './actions'

type Props = {
  params: Promise<{ no: string }>
  searchParams: Promise<{ saved?: string | string[] }>
}

const countOf = z.coerce.number().int().min(0).max(20).nullable().catch(null)
const numberOf = (no: string) => Number(/^t?(\d{1,9})$/i.exec(no)?.[1] ?? notFound())

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const [t, { no }] = await Promise.all([getTranslations('cascade.breakdown'), params])
  return { title: t('title', { no: numberOf(no) }) }
}

export default async function Breakdown({ params, searchParams }: Props) {
  const ctx = await requireCtx()
  const [{ no }, { saved }] = await Promise.all([params, searchParams])
  const data = await orNotFound(getBreakdown(ctx, numberOf(no)))
  return (
    <BreakdownPage
      data={data}
      saved={saved === undefined ? null : countOf.parse(saved)}
      action={breakDownTaskAction}
      idempotencyKey={crypto.randomUUID()}
    />
  )
}
