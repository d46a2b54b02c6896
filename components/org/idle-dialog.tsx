'use client'

import { useTranslations } from 'next-intl'
import { Button, buttonClass } from '@/components/ui/button'
import { Dialog } from '@/components/ui/dialog'
import { WARN_MINUTES } from './idle-clock'

type Props = { phase: 'warning' | 'over'; idleMinutes: number; onGoOn: () => void }

/** Over the page, which stays as it is: go on, or sign in again and come back to the same address. */
export function IdleDialog({ phase, idleMinutes, onGoOn }: Props) {
  const t = useTranslations('signin.idle')
  const over = phase === 'over'
  const here = location.pathname + location.search
  return (
    <Dialog open alert locked={over} onClose={onGoOn} title={t(`${phase}.title`, { minutes: WARN_MINUTES })}>
      <p className="mb-4 text-prose">{t(`${phase}.text`, { minutes: idleMinutes })}</p>
      {over ? (
        <a href={`/sign-in?next=${encodeURIComponent(here)}`} className={buttonClass('primary')}>
          {t('over.signIn')}
        </a>
      ) : (
        <Button variant="primary" onClick={onGoOn}>
          {t('warning.goOn')}
        </Button>
      )}
    </Dialog>
  )
}
