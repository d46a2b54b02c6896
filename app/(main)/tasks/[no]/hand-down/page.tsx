import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { z } from 'zod'
import { HandDownPage } from '@/components/tasks/hand-down-page'
import { getHandDown } from '@/server/tasks/get-hand-down'
import { requireCtx } from '@/server/web/ctx'
import { orNotFound } from '@/server/web/or-not-found'
import { handDownTaskAction } from './actions'

type Props = {
  params: Promise<{ no: string }>
  searchParams: Promise<{ part?: string | string[] }>
}

const idOf = z.uuid().optional().catch(undefined)
const numberOf = (no: string) => Number(/^t?(\d{1,9})$/i.exec(no)?.[1] ?? notFound())

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const [t, { no }] = await Promise.all([getTranslations('cascade.down'), params])
  return { title: t('title', { no: numberOf(no) }) }
}

export default async function HandDown({ params, searchParams }: Props) {
  const ctx = await requireCtx()
  const [{ no }, { part }] = await Promise.all([params, searchParams])
  const data = await orNotFound(getHandDown(ctx, numberOf(no), idOf.parse(part)))
  return <HandDownPage data={data} action={handDownTaskAction} idempotencyKey={crypto.randomUUID()} />
}
