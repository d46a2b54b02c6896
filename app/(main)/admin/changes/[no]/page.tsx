import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { reasonField } from '@/components/org/admin-grant-fields'
import { DoneNote } from '@/components/org/done-note'
import { UnitChangeActs } from '@/components/org/unit-change-acts'
import { UnitChangeFacts } from '@/components/org/unit-change-facts'
import { decisionFields } from '@/components/org/unit-change-fields'
import { PageHeader } from '@/components/shared/page-header'
import { Tag } from '@/components/ui/tag'
import { getUnitChange } from '@/server/org/unit-change/list-unit-changes'
import { requireCtx } from '@/server/web/ctx'
import { orNotFound } from '@/server/web/or-not-found'
import { readText, type SearchParams } from '../../params'
import { decideUnitChangeAction, withdrawUnitChangeAction } from '../actions'

type Props = { params: Promise<{ no: string }>; searchParams: SearchParams }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const [t, { no }] = await Promise.all([getTranslations('unit_changes'), params])
  return { title: t('no', { no }) }
}

export default async function ChangePage({ params, searchParams }: Props) {
  const [ctx, { no }, query, t, admin] = await Promise.all([
    requireCtx(),
    params,
    searchParams,
    getTranslations('unit_changes'),
    getTranslations('admin'),
  ])
  if (!/^\d{1,9}$/.test(no)) notFound()
  const change = await orNotFound(getUnitChange(ctx, Number(no)))
  const done = `done.${readText(query.done)}`
  return (
    <>
      <PageHeader
        title={t('pageTitle', { no: change.no, kind: t(`kinds.${change.kind}`) })}
        meta={<Tag>{t(`statuses.${change.status}`)}</Tag>}
        crumbs={[{ href: '/admin/changes', label: t('title') }]}
      />
      <DoneNote>{t.has(done) ? t(done) : null}</DoneNote>
      <UnitChangeFacts change={change} links={change.mayWithdraw} today={ctx.today} />
      <UnitChangeActs
        change={change}
        zone={ctx.settings.zone}
        decide={{ action: decideUnitChangeAction, fields: [...decisionFields(t), reasonField(admin)] }}
        withdraw={{ action: withdrawUnitChangeAction, fields: [reasonField(admin)] }}
      />
    </>
  )
}
