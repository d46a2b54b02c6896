'use client'

import { useTranslations } from 'next-intl'
import { ConflictNotice } from '@/components/shared/conflict-notice'
import { Button } from '@/components/ui/button'
import { localParts } from '@/lib/format-date'
import type { Problem, Step } from './draft-store'

const FIELDS = [
  'title',
  'expectedResult',
  'remark',
  'dueOn',
  'kind',
  'cycle',
  'status',
  'draftState',
] as const

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
  const { params } = problem.failure
  const text = (key: string) => (params?.[key] === undefined ? undefined : String(params[key]))
  const field = FIELDS.find((one) => one === params?.field)
  const at = text('at')
  return (
    <div className="px-6 pt-3">
      <ConflictNotice
        who={text('by')}
        when={at ? localParts(new Date(at), zone).time : undefined}
        field={field ? t(`conflictFields.${field}`) : undefined}
        before={text('before')}
        after={text('after')}
        yours={wordsOf(problem.step)}
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

/** What the person wrote in the act that was not saved. */
function wordsOf(step: Step): string | undefined {
  if (step.kind !== 'act') return undefined
  const { act } = step
  if (act.type === 'setTitle' || act.type === 'setText') return act.value
  if (act.type === 'addTask' || act.type === 'whole') return act.title
  return act.type === 'discard' ? act.reason : undefined
}
