import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { z } from 'zod'
import { SignoffList } from '@/components/reports/signoff-list'
import { can } from '@/domain/permissions/policy'
import { listSignoffs } from '@/server/reports/list-signoffs'
import { requireCtx } from '@/server/web/ctx'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('reports.signoff')
  return { title: t('title') }
}

const idOf = z.uuid().nullable().catch(null)

export default async function SignoffsPage({
  searchParams,
}: {
  searchParams: Promise<{ after?: string | string[] }>
}) {
  const ctx = await requireCtx()
  if (!can(ctx.actor, 'report.sign_off')) notFound()
  const after = idOf.parse((await searchParams).after ?? null)
  return <SignoffList list={await listSignoffs(ctx, after)} after={after} />
}
