import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { DoneNote } from '@/components/org/done-note'
import { SettingsCheck } from '@/components/org/settings-check'
import { SettingsForm } from '@/components/org/settings-form'
import { SettingsHistory } from '@/components/org/settings-history'
import { ClientMessages } from '@/components/shared/client-messages'
import { PageHeader } from '@/components/shared/page-header'
import { ButtonLink } from '@/components/ui/button'
import { changedSettings, settingsSchema } from '@/domain/settings'
import { newId } from '@/lib/new-id'
import { getSettings } from '@/server/org/list-settings'
import { settingsEffect } from '@/server/org/settings-effect'
import { requireCtx } from '@/server/web/ctx'
import { orNotFound } from '@/server/web/or-not-found'
import { changeSettingsAction } from './actions'
import { readTyped } from './read-typed'

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('settings')
  return { title: t('title') }
}

export default async function SettingsPage({ searchParams }: Props) {
  const [ctx, query, t] = await Promise.all([requireCtx(), searchParams, getTranslations('settings')])
  const { settings, version, history } = await orNotFound(getSettings(ctx))
  const { values, typed, problems } = readTyped(query, settings, (code) => t(`errors.${code}`))
  const keys = typed ? changedSettings(settings, typed) : []
  const checking = query.step === 'check'
  if (checking && typed && keys.length > 0) {
    const next = settingsSchema.parse({ ...settings, ...typed })
    const { turns } = await settingsEffect({ ...ctx, settings }, next)
    return (
      <ClientMessages namespaces={['admin', 'settings']}>
        <PageHeader title={t('title')} />
        <SettingsCheck
          {...{ keys, turns, version, before: settings, after: typed, action: changeSettingsAction }}
          backHref={`/settings?${new URLSearchParams(values)}`}
          idempotencyKey={newId()}
        />
      </ClientMessages>
    )
  }
  const done = query.done === '1' ? t('done') : checking && typed ? t('same') : null
  return (
    <>
      <PageHeader
        title={t('title')}
        meta={t('note')}
        actions={<ButtonLink href="/settings/urging">{t('urging')}</ButtonLink>}
      />
      <DoneNote>{done}</DoneNote>
      <SettingsForm values={values} problems={problems} />
      <SettingsHistory history={history} today={ctx.today} />
    </>
  )
}
