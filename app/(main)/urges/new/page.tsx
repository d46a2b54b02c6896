import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { z } from 'zod'
import { ClientMessages } from '@/components/shared/client-messages'
import { PageHeader } from '@/components/shared/page-header'
import { UrgeForm } from '@/components/urges/urge-form'
import { getUrgeForm } from '@/server/urges/get-urge-form'
import { requireCtx } from '@/server/web/ctx'
import { orNotFound } from '@/server/web/or-not-found'
import { sendUrgesAction } from '../actions'

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('urges')
  return { title: t('newTitle') }
}

const query = z.object({
  part: z.uuid().nullable().catch(null),
  all: z.string().max(2000).nullable().catch(null),
})

/** T12 or T12,T13, once or several times; what is no number is left out. */
function numbersOf(value: string | string[] | undefined): number[] {
  const words = [value ?? []].flat().flatMap((one) => one.split(','))
  return words.flatMap((word) => Number(/^T?(\d{1,9})$/i.exec(word)?.[1] ?? []) || [])
}

export default async function NewUrgePage({ searchParams }: Props) {
  const [ctx, params, t] = await Promise.all([requireCtx(), searchParams, getTranslations('urges')])
  const { part, all } = query.parse(params)
  const tasks = numbersOf(params.chosen)
  const data = await orNotFound(getUrgeForm(ctx, { part, all, tasks }))
  const [one] = data.units.flatMap(({ items }) => items)
  return (
    <>
      <PageHeader title={t('newTitle')} />
      <ClientMessages namespaces={['urges', 'date']}>
        <UrgeForm
          data={data}
          action={sendUrgesAction}
          idempotencyKey={crypto.randomUUID()}
          backHref={part && one ? `/tasks/T${one.no}#urges` : `/tasks${all ? `?${all}` : ''}`}
        />
      </ClientMessages>
    </>
  )
}
