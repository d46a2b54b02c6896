import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { AdminPersonFacts } from '@/components/org/admin-person-facts'
import { AdminPersonNext } from '@/components/org/admin-person-next'
import { DoneNote } from '@/components/org/done-note'
import { PageHeader } from '@/components/shared/page-header'
import { ButtonLink } from '@/components/ui/button'
import { countHeldDuties } from '@/server/org/handover/held-duties'
import { getAdminPerson } from '@/server/org/list-admin-people'
import { requireCtx } from '@/server/web/ctx'
import { orNotFound } from '@/server/web/or-not-found'
import { readText, type SearchParams } from '../../params'

type Props = { params: Promise<{ account: string }>; searchParams: SearchParams }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const [ctx, { account }] = await Promise.all([requireCtx(), params])
  const person = await orNotFound(getAdminPerson(ctx, readText(account)))
  return { title: ctx.locale === 'en' ? person.nameEn : person.name }
}

export default async function UserPage({ params, searchParams }: Props) {
  const [ctx, { account }, query] = await Promise.all([requireCtx(), params, searchParams])
  const [person, t] = await Promise.all([
    orNotFound(getAdminPerson(ctx, readText(account))),
    getTranslations('people'),
  ])
  const done = `done.${readText(query.done)}`
  const active = person.status === 'active'
  const href = `/admin/users/${person.account}`
  return (
    <>
      <PageHeader
        title={ctx.locale === 'en' ? person.nameEn : person.name}
        meta={active ? null : t('left')}
        crumbs={[{ href: '/admin/users', label: t('title') }]}
        actions={
          active ? (
            <>
              <ButtonLink href={`${href}/edit`}>{t('edit')}</ButtonLink>
              {person.id === ctx.actor.personId ? null : (
                <ButtonLink href={`${href}/leave`}>{t('markLeft')}</ButtonLink>
              )}
            </>
          ) : null
        }
      />
      <DoneNote>{t.has(done) ? t(done) : null}</DoneNote>
      <AdminPersonFacts person={person} />
      {active ? <AdminPersonNext person={person} held={await countHeldDuties(ctx, person.id)} /> : null}
    </>
  )
}
