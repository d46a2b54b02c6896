import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { DoneNote } from '@/components/org/done-note'
import { UrgeRulesForm } from '@/components/urges/urge-rules-form'
import { ClientMessages } from '@/components/shared/client-messages'
import { PageHeader } from '@/components/shared/page-header'
import { getUrgeRules } from '@/server/org/change-urge-rules'
import { requireCtx } from '@/server/web/ctx'
import { orNotFound } from '@/server/web/or-not-found'
import { changeUrgeRulesAction } from './actions'

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('urges.settings')
  return { title: t('title') }
}

export default async function UrgeRulesPage({ searchParams }: Props) {
  const [ctx, query, t] = await Promise.all([requireCtx(), searchParams, getTranslations('urges.settings')])
  const { rules, version } = await orNotFound(getUrgeRules(ctx))
  return (
    <>
      <PageHeader title={t('title')} crumbs={[{ href: '/settings', label: t('back') }]} />
      <DoneNote>{query.done === '1' ? t('done') : null}</DoneNote>
      <ClientMessages namespaces={['urges', 'settings', 'admin']}>
        <UrgeRulesForm
          rules={rules}
          version={version}
          action={changeUrgeRulesAction}
          idempotencyKey={crypto.randomUUID()}
        />
      </ClientMessages>
    </>
  )
}
