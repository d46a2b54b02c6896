import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { AccountActs } from '@/components/org/account-acts'
import { AccountState } from '@/components/org/account-state'
import { DoneNote } from '@/components/org/done-note'
import { PageHeader } from '@/components/shared/page-header'
import { ButtonLink } from '@/components/ui/button'
import { newId } from '@/lib/new-id'
import { getAccount } from '@/server/org/list-accounts'
import { requireCtx } from '@/server/web/ctx'
import { orNotFound } from '@/server/web/or-not-found'
import { readText, type SearchParams } from '../../params'
import { removeTwoStepAction, resetAccountAction, unlockAccountAction } from '../actions'

type Props = { params: Promise<{ account: string }>; searchParams: SearchParams }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: (await params).account }
}

export default async function AccountPage({ params, searchParams }: Props) {
  const [ctx, { account: wanted }, query] = await Promise.all([requireCtx(), params, searchParams])
  const [account, t] = await Promise.all([
    orNotFound(getAccount(ctx, readText(wanted))),
    getTranslations('accounts'),
  ])
  const done = `done.${readText(query.done)}`
  return (
    <>
      <PageHeader
        title={ctx.locale === 'en' ? account.nameEn : account.name}
        meta={<span className="font-mono">{account.account}</span>}
        facts={
          <>
            <AccountState account={account} today={ctx.today} />
            <span className="text-muted">
              {t('sessions')} {t('sessionsCount', { count: account.sessions })}
            </span>
          </>
        }
        crumbs={[{ href: '/admin/accounts', label: t('title') }]}
        actions={
          account.sessions > 0 ? (
            <ButtonLink href={`/admin/sessions/${account.account}`}>{t('seeSessions')}</ButtonLink>
          ) : null
        }
      />
      <DoneNote>{t.has(done) ? t(done) : null}</DoneNote>
      <AccountActs
        account={account}
        own={account.id === ctx.actor.personId}
        unlock={unlockAccountAction}
        reset={resetAccountAction}
        removeTwoStep={removeTwoStepAction}
        keys={{ unlock: newId(), reset: newId(), twoStep: newId() }}
        zone={ctx.settings.zone}
      />
    </>
  )
}
