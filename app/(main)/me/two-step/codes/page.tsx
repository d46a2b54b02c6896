import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { ProofForm } from '@/components/org/proof-form'
import { newId } from '@/lib/new-id'
import { hasTwoStep } from '@/server/org/two-step/get-two-step'
import { requireCtx } from '@/server/web/ctx'
import { addRecoveryCodesAction } from '../actions'
import { TwoStepPage } from '../two-step-page'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('two_step')
  return { title: t('codes.renew') }
}

export default async function RecoveryCodesPage() {
  const [ctx, t] = await Promise.all([requireCtx(), getTranslations('two_step')])
  if (!(await hasTwoStep(ctx.tx, ctx.actor.personId))) redirect('/me/two-step')
  return (
    <TwoStepPage title={t('codes.renew')}>
      <p className="mb-4 max-w-[680px] text-prose">{t('codes.renewText')}</p>
      <ProofForm
        account={ctx.person.account}
        idempotencyKey={newId()}
        label={t('proof')}
        hint={t('proofHint')}
        submit={t('codes.renew')}
        action={addRecoveryCodesAction}
        cancelHref="/me/two-step"
      />
    </TwoStepPage>
  )
}
