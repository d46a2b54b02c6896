'use client'

import { useTranslations } from 'next-intl'
import { Button } from '@/components/ui/button'
import { Dialog } from '@/components/ui/dialog'
import { WARN_MINUTES } from './idle-clock'
import { SignInAgain, type SignInAgainAction } from './sign-in-again'

type Props = {
  /** `ended`: an answer said so, whatever the reason; `other`: somebody else signed in here meanwhile. */
  phase: 'warning' | 'over' | 'ended' | 'other'
  idleMinutes: number
  account: string
  signInAgain: SignInAgainAction
  onGoOn: () => void
}

/** Over the page, which stays as it is: go on, or sign in again in place and send what was written. */
export function IdleDialog({ phase, idleMinutes, account, signInAgain, onGoOn }: Props) {
  const t = useTranslations('signin.idle')
  const minutes = phase === 'warning' ? WARN_MINUTES : idleMinutes
  return (
    <Dialog open alert locked={phase !== 'warning'} onClose={onGoOn} title={t(`${phase}.title`, { minutes })}>
      <p className="mb-4 text-prose">{t(`${phase}.text`, { minutes: idleMinutes })}</p>
      {phase === 'warning' ? (
        <Button variant="primary" onClick={onGoOn}>
          {t('warning.goOn')}
        </Button>
      ) : phase === 'other' ? (
        // A whole new page: nothing of the earlier person stays in this one.
        <form action="/" method="get">
          <Button type="submit" variant="primary">
            {t('other.leave')}
          </Button>
        </form>
      ) : (
        <SignInAgain action={signInAgain} account={account} onDone={onGoOn} />
      )}
    </Dialog>
  )
}
