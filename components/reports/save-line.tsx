'use client'

import { Check, CloudOff, Loader, TriangleAlert } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useFailureText } from '@/components/shared/failure-text'
import { TimeText } from '@/components/shared/date-text'
import type { SaveState } from './draft-saver'

/** Where the draft is, in words: saved on the server and when, on this device only and why. */
export function SaveLine({ state, today }: { state: SaveState; today: string }) {
  const t = useTranslations('reports.saving')
  const say = useFailureText()
  const Icon =
    state.at === 'saved'
      ? Check
      : state.at === 'saving'
        ? Loader
        : state.at === 'offline'
          ? CloudOff
          : TriangleAlert
  const alarming = state.at === 'offline' || state.at === 'failed' || state.at === 'conflict'
  return (
    <p
      role="status"
      className={`flex items-center gap-1.5 text-note ${alarming ? 'text-risk' : 'text-muted'}`}
    >
      {state.at === 'none' ? null : <Icon aria-hidden className="size-4" />}
      <span>
        {state.at === 'saved'
          ? t.rich('saved', { time: () => <TimeText at={state.time} today={today} /> })
          : state.at === 'failed'
            ? t('failed', {
                reason: say(
                  state.failure.fields?.[0]?.code ?? state.failure.code,
                  state.failure.params,
                  state.failure.kind,
                ),
              })
            : t(state.at)}
      </span>
    </p>
  )
}
