'use client'

import { Check, TriangleAlert } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useFailureText } from '@/components/shared/failure-text'
import { Button } from '@/components/ui/button'
import type { Draft } from '@/domain/directives/draft/model'
import type { Outcome } from './draft-store'

/** What became of each item of the last bulk act: how many were done, and every one that was not, with its reason. */
export function BulkResult({
  outcome,
  draft,
  onClose,
}: {
  outcome: Outcome
  draft: Draft
  onClose: () => void
}) {
  const t = useTranslations('workspace.bulk')
  const say = useFailureText()
  const { act, refusals } = outcome
  const nameOf = (index: number) => {
    const item = act.items[index]
    const taskId = item && ('taskId' in item ? item.taskId : 'taskIds' in item ? item.taskIds[0] : null)
    const task = draft.tasks.find((one) => one.id === taskId)
    return task ? `T${task.no || ''} ${task.title}` : t('item', { number: index + 1 })
  }
  const Icon = refusals.length > 0 ? TriangleAlert : Check
  return (
    <div role="status" className="flex items-start gap-2 border-s-3 border-brand bg-surface py-1.5 ps-5 pe-2">
      <Icon
        aria-hidden
        className={`mt-1.5 size-4 shrink-0 ${refusals.length > 0 ? 'text-risk' : 'text-ok'}`}
      />
      <div className="min-w-0 flex-1 py-0.5">
        <p className="leading-6">
          {t('done', { count: act.items.length - refusals.length })}
          {refusals.length > 0 ? ` ${t('refused', { count: refusals.length })}` : null}
        </p>
        {refusals.length > 0 ? (
          <ul className="max-h-24 overflow-auto text-note">
            {refusals.map(({ index, code, params }) => (
              <li key={index} className="leading-5">
                <b className="font-semibold">{nameOf(index)}</b>
                {t('colon')}
                {say(code, params, 'refused')}
              </li>
            ))}
          </ul>
        ) : null}
      </div>
      <Button size="s" variant="quiet" onClick={onClose}>
        {t('dismiss')}
      </Button>
    </div>
  )
}
