import { getTranslations } from 'next-intl/server'
import { ChangePasswordForm } from '@/components/org/change-password-form'
import { OwnMailForm } from '@/components/org/own-mail-form'
import { OwnSessions } from '@/components/org/own-sessions'
import { TwoStepState } from '@/components/org/two-step-state'
import { ClientMessages } from '@/components/shared/client-messages'
import { Section } from '@/components/shared/section'
import { mailSettings } from '@/server/mail/mail-settings'
import { listOwnSessions } from '@/server/org/own-sessions'
import { findOwnMail } from '@/server/org/set-own-mail'
import { getTwoStep } from '@/server/org/two-step/get-two-step'
import { requireCtx } from '@/server/web/ctx'
import { changePasswordAction, endAllSessionsAction, endOneSessionAction, setOwnMailAction } from './actions'

/** What keeps the account safe: the devices signed in on, the second step, and the password. */
export async function AccountSections() {
  const [ctx, t, m, two] = await Promise.all([
    requireCtx(),
    getTranslations('me'),
    getTranslations('mail.own'),
    getTranslations('two_step'),
  ])
  const mail = await findOwnMail(ctx)
  return (
    <ClientMessages namespaces={['me', 'password', 'mail', 'accounts']}>
      {mail ? (
        <Section id="mail" title={m('title')}>
          <OwnMailForm action={setOwnMailAction} mail={mail} sendsMail={mailSettings() !== null} />
        </Section>
      ) : null}
      <Section id="sessions" title={t('sessionsTitle')}>
        <OwnSessions
          sessions={await listOwnSessions(ctx)}
          today={ctx.today}
          zone={ctx.settings.zone}
          endOne={endOneSessionAction}
          endAll={endAllSessionsAction}
        />
      </Section>
      <Section id="two-step" title={two('title')}>
        <TwoStepState twoStep={await getTwoStep(ctx, two('issuer'))} />
      </Section>
      <Section id="change-password" title={t('passwordTitle')}>
        <ChangePasswordForm action={changePasswordAction} account={ctx.person.account} />
      </Section>
    </ClientMessages>
  )
}
