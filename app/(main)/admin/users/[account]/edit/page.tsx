import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { AdminForm } from '@/components/org/admin-form'
import { personFields } from '@/components/org/admin-person-fields'
import { PageHeader } from '@/components/shared/page-header'
import { newId } from '@/lib/new-id'
import { getAdminPerson } from '@/server/org/list-admin-people'
import { requireCtx } from '@/server/web/ctx'
import { orNotFound } from '@/server/web/or-not-found'
import { readText } from '../../../params'
import { editPersonAction } from '../../actions'

type Props = { params: Promise<{ account: string }> }

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('people')
  return { title: t('edit') }
}

export default async function EditUserPage({ params }: Props) {
  const [ctx, { account }, t, common] = await Promise.all([
    requireCtx(),
    params,
    getTranslations('people'),
    getTranslations('common'),
  ])
  const person = await orNotFound(getAdminPerson(ctx, readText(account)))
  if (person.status === 'left') notFound()
  const name = ctx.locale === 'en' ? person.nameEn : person.name
  const href = `/admin/users/${person.account}`
  const crumbs = [
    { href: '/admin/users', label: t('title') },
    { href, label: name },
  ]
  return (
    <>
      <PageHeader title={t('form.editTitle', { person: name })} crumbs={crumbs} />
      <AdminForm
        action={editPersonAction}
        fields={personFields(t, common('optional'), person)}
        hidden={{ personId: person.id, version: person.version }}
        idempotencyKey={newId()}
        submit={t('form.save')}
        cancelHref={href}
        zone={ctx.settings.zone}
      />
    </>
  )
}
