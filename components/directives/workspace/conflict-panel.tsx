'use client'

import { useLocale, useTranslations } from 'next-intl'
import { ConflictNotice } from '@/components/shared/conflict-notice'
import { Button } from '@/components/ui/button'
import { localParts } from '@/lib/format-date'
import { fieldOf, valueIn, wantedIn } from './conflict-words'
import type { Problem } from './draft-store'
import { useWorkspaceFacts } from './workspace-context'

/** A colleague changed the same record first: who and what, one's own words kept, and the act once more on what stands now. */
export function ConflictPanel({
  problem,
  zone,
  onAgain,
  onDrop,
}: {
  problem: Problem
  zone: string
  onAgain: () => void
  onDrop: () => void
}) {
  const t = useTranslations('workspace')
  const { unitName } = useWorkspaceFacts()
  const language = useLocale() === 'en' ? ('en' as const) : ('zh-CN' as const)
  const { params } = problem.failure
  const text = (key: string) => (params?.[key] === undefined ? undefined : String(params[key]))
  const field = fieldOf(params?.field)
  const value = (key: string) => {
    const found = text(key)
    return field && found !== undefined ? valueIn(t, field, found, { unitName, language }) : undefined
  }
  const at = text('at')
  return (
    <div className="px-6 pt-3">
      <ConflictNotice
        who={text('by')}
        when={at ? localParts(new Date(at), zone).time : undefined}
        field={field ? t(`conflictFields.${field}`) : undefined}
        before={value('before')}
        after={value('after')}
        yours={wantedIn(t, problem.step, { unitName, language })}
        resubmit={
          <>
            <Button onClick={onAgain}>{t('conflict.again')}</Button>
            <Button variant="quiet" onClick={onDrop}>
              {t('conflict.drop')}
            </Button>
          </>
        }
      />
    </div>
  )
}
