'use client'

import { useRouter } from 'next/navigation'
import { useLocale, useTranslations } from 'next-intl'
import { startTransition } from 'react'
import { useFailureText } from '@/components/shared/failure-text'
import { showToast } from '@/components/ui/toast-store'
import type { ActionState } from '@/domain/action-state'
import { newId } from '@/lib/new-id'
import type { ReviewColleague } from '@/server/reports/list-review-colleagues'
import type { ReportView } from '@/server/reports/read-report-view'
import { isRedirect } from './review-actions'
import type { Decide } from './review-form'

type Options = { report: Pick<ReportView, 'id' | 'task'>; decide: Decide }

/** 稍后 and 转同事: the report leaves this person's queue, the next one is shown, and for a while it can be brought back. */
export function useSetAside({ report, decide }: Options) {
  const t = useTranslations('review')
  const english = useLocale() === 'en'
  const say = useFailureText()
  const router = useRouter()
  const { actions, nextId } = decide
  const { no } = report.task

  const bringBack = async () => {
    const answer = await actions.takeBack(null, { reportId: report.id, idempotencyKey: newId() })
    if (answer.status !== 'ok') return false
    router.push(`/review?report=${report.id}`)
    return t('aside.back', { no })
  }
  const act = (send: () => Promise<ActionState<unknown>>, said: string) => {
    if (decide.busy) return
    decide.onStart()
    startTransition(async () => {
      try {
        const answer = await send()
        decide.onFail()
        if (answer.status === 'error')
          showToast(say(answer.failure.code, answer.failure.params, answer.failure.kind))
      } catch (error) {
        if (!isRedirect(error)) {
          decide.onFail()
          showToast(t('errors.not_sent'))
          return
        }
        decide.onDone(said, bringBack)
        throw error
      }
    })
  }
  const shared = () => ({ reportId: report.id, next: nextId, idempotencyKey: newId() })

  return {
    snooze: () => act(() => actions.snooze(null, shared()), t('aside.snoozed', { no })),
    handOver: (to: ReviewColleague) => {
      const name = english ? to.nameEn || to.name : to.name
      act(
        () => actions.handOver(null, { ...shared(), colleague: to.account }),
        t('handOver.done', { no, name }),
      )
    },
  }
}
