import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { AdminForm } from '@/components/org/admin-form'
import { handOverFields } from '@/components/org/handover-fields'
import { HeldDutiesList } from '@/components/org/held-duties'
import { WhoseDuties } from '@/components/org/whose-duties'
import { ClientMessages } from '@/components/shared/client-messages'
import { PageHeader } from '@/components/shared/page-header'
import { newId } from '@/lib/new-id'
import { handsOverForOthers, listHeldDuties } from '@/server/org/handover/held-duties'
import { requireCtx } from '@/server/web/ctx'
import { orNotFound } from '@/server/web/or-not-found'
import { searchDeputiesAction } from '../deputies/actions'
import { handOverDutiesAction, searchHandingOverAction } from './actions'

type Props = { searchParams: Promise<{ person?: string }> }
const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('handover')
  return { title: t('title') }
}

export default async function HandOverPage({ searchParams }: Props) {
  const [ctx, query, t, admin, deputies] = await Promise.all([
    requireCtx(),
    searchParams,
    getTranslations('handover'),
    getTranslations('admin'),
    getTranslations('deputies'),
  ])
  const asked = typeof query.person === 'string' && UUID.test(query.person) ? query.person : ctx.person.id
  const held = await orNotFound(listHeldDuties(ctx, asked))
  const name = ctx.locale === 'en' ? held.person.nameEn || held.person.name : held.person.name
  return (
    <ClientMessages namespaces={['handover', 'admin']}>
      <PageHeader
        title={t('titleOf', { person: name })}
        meta={t('note')}
        crumbs={[{ href: '/me/deputies', label: deputies('title') }]}
      />
      {handsOverForOthers(ctx) ? <WhoseDuties search={searchHandingOverAction} /> : null}
      <HeldDutiesList held={held} />
      <AdminForm
        action={handOverDutiesAction}
        fields={handOverFields(t, admin, searchDeputiesAction)}
        hidden={{ personId: held.person.id }}
        idempotencyKey={newId()}
        submit={t('save')}
        cancelHref="/me/deputies"
        zone={ctx.settings.zone}
      />
    </ClientMessages>
  )
}
