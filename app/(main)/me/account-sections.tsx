import { getTranslations } from 'next-intl/server'
import { ChangePasswordForm } from '@/components/org/change-password-form'
import { OwnSessions } from '@/components/org/own-sessions'
import { ClientMessages } from '@/components/shared/client-messages'
import { Section } from '@/components/shared/section'
import { listOwnSessions } from '@/server/org/own-sessions'
import { requireCtx } from '@/server/web/ctx'
import { changePasswordAction, endAllSessionsAction, endOneSessionAction } from './actions'

/** What keeps the account safe: the devices signed in on, and the password. */
export async function AccountSections() {
  const [ctx, t] = await Promise.all([requireCtx(), getTranslations('me')])
  return (
    <ClientMessages namespaces={['me', 'password']}>
      <Section id="sessions" title={t('sessionsTitle')}>
        <OwnSessions
          sessions={await listOwnSessions(ctx)}
          today={ctx.today}
          zone={ctx.settings.zone}
          endOne={endOneSessionAction}
          endAll={endAllSessionsAction}
        />
      </Section>
      <Section id="change-password" title={t('passwordTitle')}>
        <ChangePasswordForm action={changePasswordAction} account={ctx.person.account} />
      </Section>
    </ClientMessages>
  )
}
