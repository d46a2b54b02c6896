import { useTranslations } from 'next-intl'
import { TimeText } from '@/components/shared/date-text'
import { ButtonLink } from '@/components/ui/button'
import type { TwoStep } from '@/server/org/two-step/get-two-step'

/** 两步验证 in a few words: off, or on since when with how many recovery codes; and the ways to change it. */
export function TwoStepState({ twoStep, manage = true }: { twoStep: TwoStep; manage?: boolean }) {
  const t = useTranslations('two_step')
  if (twoStep.state !== 'on')
    return (
      <div className="grid justify-items-start gap-2">
        <p>{t('offText')}</p>
        <ButtonLink href="/me/two-step">{t('setUpLink')}</ButtonLink>
      </div>
    )
  const { since, codesLeft } = twoStep
  return (
    <div className="grid justify-items-start gap-2">
      <p>
        {t.rich('on', { at: () => <TimeText at={since} /> })}{' '}
        <span className={codesLeft < 3 ? 'font-semibold text-risk' : 'text-muted'}>
          {t('codesLeft', { count: codesLeft })}
        </span>
      </p>
      {manage ? <TwoStepLinks /> : null}
    </div>
  )
}

function TwoStepLinks() {
  const t = useTranslations('two_step')
  return (
    <div className="flex flex-wrap gap-3">
      <ButtonLink href="/me/two-step/codes">{t('codes.renew')}</ButtonLink>
      <ButtonLink href="/me/two-step/off" variant="danger">
        {t('turnOff.submit')}
      </ButtonLink>
    </div>
  )
}
