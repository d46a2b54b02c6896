import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { NewBulletinForm } from '@/components/bulletins/new-bulletin-form'
import { ClientMessages } from '@/components/shared/client-messages'
import { PageHeader } from '@/components/shared/page-header'
import { PERIOD_SHORTCUTS, periodOf } from '@/domain/bulletins/period'
import { can } from '@/domain/permissions/policy'
import { newId } from '@/lib/new-id'
import { ledgerChoices } from '@/server/tasks/ledger-choices'
import { requireCtx } from '@/server/web/ctx'
import { draftBulletinAction } from '../actions'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('bulletins.form')
  return { title: t('title') }
}

export default async function NewBulletinPage() {
  const [ctx, t] = await Promise.all([requireCtx(), getTranslations('bulletins')])
  if (!can(ctx.actor, 'bulletin.draft')) notFound()
  const { units, directives } = await ledgerChoices(ctx)
  return (
    <>
      <PageHeader title={t('form.title')} crumbs={[{ href: '/bulletins', label: t('title') }]} />
      <ClientMessages namespaces={['bulletins']}>
        <NewBulletinForm
          directives={directives}
          units={units.map((one) => ({
            code: one.code,
            label: ctx.locale === 'en' ? one.nameEn : one.name,
          }))}
          idempotencyKey={newId()}
          periods={PERIOD_SHORTCUTS.map((name) => ({ name, ...periodOf(name, ctx.today) }))}
          action={draftBulletinAction}
        />
      </ClientMessages>
    </>
  )
}
