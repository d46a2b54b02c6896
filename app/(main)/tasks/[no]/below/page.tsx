import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { z } from 'zod'
import { BelowPage } from '@/components/tasks/below-page'
import { BELOW_FILTERS } from '@/domain/tasks/below-filter'
import { listBelow } from '@/server/tasks/list-below'
import { requireCtx } from '@/server/web/ctx'
import { orNotFound } from '@/server/web/or-not-found'

type Props = {
  params: Promise<{ no: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

const query = z.object({
  of: z.uuid().nullable().catch(null),
  show: z.enum(BELOW_FILTERS).catch('all'),
  after: z
    .string()
    .regex(/^\d{1,9}\.[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/)
    .nullable()
    .catch(null),
})

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('cascade')
  return { title: t('title') }
}

export default async function Below({ params, searchParams }: Props) {
  const ctx = await requireCtx()
  const digits = /^t?(\d{1,9})$/i.exec((await params).no)?.[1] ?? notFound()
  const { of = null, show, after = null } = query.parse({ of: null, after: null, ...(await searchParams) })
  const data = await orNotFound(listBelow(ctx, Number(digits), { of, filter: show, after }))
  return <BelowPage data={data} filter={show} today={ctx.today} />
}
