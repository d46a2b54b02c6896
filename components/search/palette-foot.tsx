'use client'

import { useTranslations } from 'next-intl'
import { Button } from '@/components/ui/button'
import { Kbd } from '@/components/ui/kbd'

type PaletteFootProps = {
  /** The task on the chosen line. */
  actsNo: number | null
  onActs: (no: number) => void
  back: (() => void) | null
}

const KEYS = [
  ['↑ ↓', 'move'],
  ['Enter', 'open'],
  ['Ctrl Enter', 'newTab'],
  ['Esc', 'close'],
] as const

/** The keys in words, and as a button what Tab does. */
export function PaletteFoot({ actsNo, onActs, back }: PaletteFootProps) {
  const t = useTranslations('search')
  return (
    <div className="flex min-h-11 flex-wrap items-center gap-x-4 gap-y-1 border-t bg-surface px-4 py-1 text-note text-muted pb-[env(safe-area-inset-bottom)]">
      {KEYS.map(([key, act]) => (
        <span key={act} aria-hidden className="inline-flex items-center gap-1 max-md:hidden">
          <Kbd>{key}</Kbd>
          {t(`keys.${act}`)}
        </span>
      ))}
      <span className="ms-auto inline-flex gap-2">
        {back ? (
          <Button size="s" onClick={back}>
            {t('back')}
          </Button>
        ) : null}
        {actsNo ? (
          <Button size="s" onClick={() => onActs(actsNo)}>
            {t('actsOf', { no: actsNo })}
            <Kbd>{'Tab'}</Kbd>
          </Button>
        ) : null}
      </span>
    </div>
  )
}
