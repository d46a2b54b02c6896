import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { AdminForm } from '@/components/org/admin-form'
import { reasonField } from '@/components/org/admin-grant-fields'
import { DoneNote } from '@/components/org/done-note'
import { UnitChangeFacts } from '@/components/org/unit-change-facts'
import { decisionFields } from '@/components/org/unit-change-fields'
import { PageHeader } from '@/components/shared/page-header'
import { Section } from '@/components/shared/section'
import { Tag } from '@/components/ui/tag'
import { newId } from '@/lib/new-id'
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
  const shared = {
    hidden: { no: change.no, version: change.version },
    idempotencyKey: newId(),
    cancelHref: '/admin/changes',
    zone: ctx.settings.zone,
  }
  return (
    <>
      <PageHeader
        title={t('pageTitle', { no: change.no, kind: t(`kinds.${change.kind}`) })}
        meta={<Tag>{t(`statuses.${change.status}`)}</Tag>}
        crumbs={[{ href: '/admin/changes', label: t('title') }]}
      />
      <DoneNote>{t.has(done) ? t(done) : null}</DoneNote>
      <UnitChangeFacts change={change} links={change.mayWithdraw} today={ctx.today} />
      {change.mayDecide ? (
        <Section id="decide" title={t('decide')} look="page">
          <AdminForm
            action={decideUnitChangeAction}
            fields={[...decisionFields(t), reasonField(admin)]}
            submit={t('decideSave')}
            {...shared}
          />
        </Section>
      ) : null}
      {change.mayWithdraw ? (
        <Section id="withdraw" title={t('withdraw')} look="page">
          <AdminForm
            action={withdrawUnitChangeAction}
            fields={[reasonField(admin)]}
            submit={t('withdrawSave', { no: change.no })}
            variant="danger"
            {...shared}
          />
        </Section>
      ) : null}
    </>
  )
}
