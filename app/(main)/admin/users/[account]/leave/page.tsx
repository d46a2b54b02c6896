import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { AdminForm } from '@/components/org/admin-form'
import { AdminPosts } from '@/components/org/admin-posts'
import { HeldInNumbers } from '@/components/org/held-in-numbers'
import { leaveFields } from '@/components/org/admin-person-fields'
import { PageHeader } from '@/components/shared/page-header'
import { newId } from '@/lib/new-id'
import { countHeldDuties } from '@/server/org/handover/held-duties'
import { getAdminPerson } from '@/server/org/list-admin-people'
import { requireCtx } from '@/server/web/ctx'
import { orNotFound } from '@/server/web/or-not-found'
import { readText } from '../../../params'
import { markPersonLeftAction, searchSuccessorsAction } from '../../actions'

type Props = { params: Promise<{ account: string }> }

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('people')
  return { title: t('markLeft') }
}

export default async function LeavePage({ params }: Props) {
  const [ctx, { account }, t, handover] = await Promise.all([
    requireCtx(),
    params,
    getTranslations('people'),
    getTranslations('handover'),
  ])
  const person = await orNotFound(getAdminPerson(ctx, readText(account)))
  if (person.status === 'left' || person.id === ctx.actor.personId) notFound()
  const name = ctx.locale === 'en' ? person.nameEn : person.name
  const back = { href: `/admin/users/${person.account}`, label: name }
  const counts = await countHeldDuties(ctx, person.id)
  const fields = leaveFields(t, handover, { counts, today: ctx.today, search: searchSuccessorsAction })
  return (
    <>
      <PageHeader
        title={t('form.leaveTitle', { person: name })}
        crumbs={[{ href: '/admin/users', label: t('title') }, back]}
      />
      <div className="grid max-w-[680px] gap-3 pb-2">
        <p className="text-prose">{t('form.leaveText', { person: name })}</p>
        <AdminPosts posts={person.posts} days />
      </div>
      <HeldInNumbers counts={counts} personId={person.id} leaving />
      <AdminForm
        action={markPersonLeftAction}
        fields={fields}
        hidden={{ personId: person.id, version: person.version }}
        idempotencyKey={newId()}
        submit={t('form.leave')}
        variant="danger"
        cancelHref={back.href}
        zone={ctx.settings.zone}
      />
    </>
  )
}
