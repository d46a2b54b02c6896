import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { ImportView } from '@/components/registers/import-view'
import { ClientMessages } from '@/components/shared/client-messages'
import { PageHeader } from '@/components/shared/page-header'
import { ButtonLink } from '@/components/ui/button'
import { PEOPLE_COLUMNS } from '@/domain/org/people-sheet'
import { can } from '@/domain/permissions/policy'
import { requireCtx } from '@/server/web/ctx'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('people.import')
  return { title: t('title') }
}

export default async function ImportPeoplePage() {
  const [ctx, t, people] = await Promise.all([
    requireCtx(),
    getTranslations('people.import'),
    getTranslations('people'),
  ])
  if (!can(ctx.actor, 'user.manage')) notFound()
  return (
    <div className="max-w-[1000px]">
      <PageHeader
        title={t('title')}
        crumbs={[{ href: '/admin/users', label: people('title') }]}
        actions={<ButtonLink href="/api/people/template">{t('template')}</ButtonLink>}
      />
      <p className="max-w-[680px] pb-2 text-muted">{people('newNote')}</p>
      <ClientMessages namespaces={['registers', 'files', 'directives', 'accounts']}>
        <ImportView
          address="/api/people"
          home={{ href: '/admin/users', label: t('toPeople') }}
          hint={t('hint')}
          note={people('newNote')}
          columns={PEOPLE_COLUMNS}
        />
      </ClientMessages>
    </div>
  )
}
