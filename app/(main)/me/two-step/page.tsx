import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { DoneNote } from '@/components/org/done-note'
import { ProofForm } from '@/components/org/proof-form'
import { RecoveryCodes } from '@/components/org/recovery-codes'
import { TwoStepSetUp } from '@/components/org/two-step-set-up'
import { TwoStepState } from '@/components/org/two-step-state'
import { newId } from '@/lib/new-id'
import { getTwoStep } from '@/server/org/two-step/get-two-step'
import { requireCtx } from '@/server/web/ctx'
import { beginTwoStepAction, keepRecoveryCodesAction, setUpTwoStepAction } from './actions'
import { TwoStepPage } from './two-step-page'

type Props = { searchParams: Promise<{ done?: string | string[] }> }

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('two_step')
  return { title: t('title') }
}

/** 两步验证: how it stands; where it is being set up, what to scan; where codes were just made, the codes. */
export default async function OwnTwoStepPage({ searchParams }: Props) {
  const [ctx, query, t] = await Promise.all([requireCtx(), searchParams, getTranslations('two_step')])
  const twoStep = await getTwoStep(ctx, t('issuer'))
  const done = `done.${String(query.done)}`
  const { account } = ctx.person
  const idempotencyKey = newId()
  if (twoStep.state === 'on' && twoStep.codes)
    return (
      <TwoStepPage title={t('codes.title')}>
        <RecoveryCodes
          {...{ codes: twoStep.codes, account, idempotencyKey }}
          keep={keepRecoveryCodesAction}
        />
      </TwoStepPage>
    )
  return (
    <TwoStepPage title={t('title')} top>
      <DoneNote>{t.has(done) ? t(done) : null}</DoneNote>
      {twoStep.state === 'on' ? <TwoStepState twoStep={twoStep} /> : null}
      {twoStep.state === 'begun' ? (
        <TwoStepSetUp setUp={twoStep} action={setUpTwoStepAction} idempotencyKey={idempotencyKey} />
      ) : null}
      {twoStep.state === 'off' ? (
        <>
          <p className="mb-4 max-w-[680px] text-prose">{t('what')}</p>
          <ProofForm
            {...{ account, idempotencyKey, label: t('password'), hint: t('passwordWhy'), submit: t('begin') }}
            action={beginTwoStepAction}
            cancelHref="/me"
          />
        </>
      ) : null}
    </TwoStepPage>
  )
}
