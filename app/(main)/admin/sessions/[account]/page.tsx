import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { SessionChoice } from '@/components/org/session-choice'
import { EmptyState } from '@/components/shared/empty-state'
import { PageHeader } from '@/components/shared/page-header'
import { newId } from '@/lib/new-id'
import { getSessionsOf } from '@/server/org/list-live-sessions'
import { requireCtx } from '@/server/web/ctx'
import { orNotFound } from '@/server/web/or-not-found'
import { readText } from '../../params'
import { revokeSessionAction } from '../actions'

type Props = { params: Promise<{ account: string }> }

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('sessions')
  return { title: t('title') }
}

export default async function PersonSessionsPage({ params }: Props) {
  const [ctx, { account }, t] = await Promise.all([requireCtx(), params, getTranslations('sessions')])
  const { person, sessions } = await orNotFound(getSessionsOf(ctx, readText(account)))
  const name = ctx.locale === 'en' ? person.nameEn : person.name
  const others = sessions.filter(({ current }) => !current)
  return (
    <>
      <PageHeader
        title={t('titleOf', { person: name })}
        meta={<span className="font-mono">{person.account}</span>}
        crumbs={[{ href: '/admin/sessions', label: t('title') }]}
      />
      {others.length === 0 ? (
        <EmptyState>{sessions.length > 0 ? t('ownOnly') : t('noneOf', { person: name })}</EmptyState>
      ) : (
        <>
          <p className="max-w-[680px]">{t('text')}</p>
          <SessionChoice
            action={revokeSessionAction}
            personId={person.id}
            sessions={others}
            idempotencyKey={newId()}
            zone={ctx.settings.zone}
          />
        </>
      )}
    </>
  )
}
