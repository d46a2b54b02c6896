'use client'

import { useTranslations } from 'next-intl'
import { Button } from '@/components/ui/button'
import { SearchTips } from './search-tips'
import type { ShownActs } from './use-palette-acts'

/** Why there is no line to choose. */
export type Silence = {
  words: string
  answered: boolean
  tooShort: boolean
  failed: boolean
  retry: () => void
  admin: boolean
  acts: ShownActs | null
}

/** Nothing typed, too little, nothing found, no answer: each with what to do. */
export function PaletteSilence({ words, answered, tooShort, failed, retry, admin, acts }: Silence) {
  const t = useTranslations('search')
  if (acts?.failed || (failed && answered)) {
    return (
      <div className="grid justify-items-start gap-2 px-4 py-3">
        <p role="alert">{t('failed')}</p>
        {acts ? null : <Button onClick={retry}>{t('retry')}</Button>}
      </div>
    )
  }
  if (acts) return <p className="px-4 py-3 text-muted">{acts.none ? t('noActs') : t('searching')}</p>
  if (words === '') return <SearchTips admin={admin} className="px-4 py-2" />
  if (!answered) return <p className="px-4 py-3 text-muted">{t('searching')}</p>
  if (tooShort) return <p className="px-4 py-3 text-muted">{t('tooShort')}</p>
  return (
    <div className="grid gap-1 px-4 py-3">
      <p>{t('nothing', { words })}</p>
      <p className="text-muted">{t('nothingTry')}</p>
    </div>
  )
}
