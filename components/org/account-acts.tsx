import { useTranslations } from 'next-intl'
import type { ActionState } from '@/domain/action-state'
import { Section } from '@/components/shared/section'
import type { AdminAccount } from '@/server/org/list-accounts'
import type { AdminField } from './admin-field'
import { AdminForm } from './admin-form'
import { reasonField } from './admin-grant-fields'
import { ConsoleCommand } from './console-command'

type Result = { account: string }
type Action = (state: ActionState<Result>, payload: FormData) => Promise<ActionState<Result>>
type Props = {
  account: AdminAccount
  own: boolean
  unlock: Action
  reset: Action
  removeTwoStep: Action
  keys: { unlock: string; reset: string; twoStep: string }
  zone: string
}

/** What can be done to an account now: unlock it where something counts against it, remove its second step, reset it where it has a password. */
export function AccountActs({ account: found, own, unlock, reset, removeTwoStep, keys, zone }: Props) {
  const t = useTranslations('accounts')
  const admin = useTranslations('admin')
  const { account } = found
  const shared = { hidden: { personId: found.id }, cancelHref: '/admin/accounts', zone }
  // Two forms on one page: the ids of their fields must differ, the name that is sent must not.
  const reason = (of: string): AdminField[] => [{ ...reasonField(admin), id: `reason-${of}` }]
  return (
    <div className="max-w-[760px]">
      {found.failures > 0 || found.lockedUntil ? (
        <Section id="unlock" title={t('unlockTitle')}>
          <p>{t('unlockText')}</p>
          <AdminForm
            action={unlock}
            fields={reason('unlock')}
            idempotencyKey={keys.unlock}
            submit={t('unlock', { account })}
            {...shared}
          />
        </Section>
      ) : null}
      {found.hasTwoStep ? (
        <Section id="two-step" title={t('twoStepTitle')}>
          <p>{t(own ? 'twoStepOwn' : 'twoStepText')}</p>
          {own ? null : (
            <AdminForm
              action={removeTwoStep}
              fields={reason('two-step')}
              idempotencyKey={keys.twoStep}
              submit={t('removeTwoStep', { account })}
              variant="danger"
              {...shared}
            />
          )}
        </Section>
      ) : null}
      <Section id="reset" title={t('resetTitle')}>
        <div className="grid gap-2">
          <p>{t(own ? 'notSelf' : found.hasPassword ? 'resetText' : 'noPasswordText')}</p>
          {own ? null : <ConsoleCommand account={account} />}
          {own || !found.hasPassword ? null : (
            <AdminForm
              action={reset}
              fields={reason('reset')}
              idempotencyKey={keys.reset}
              submit={t('reset', { account })}
              variant="danger"
              {...shared}
            />
          )}
        </div>
      </Section>
    </div>
  )
}
