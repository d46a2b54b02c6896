'use client'

import { useTimeZone } from 'next-intl'
import { useMemo } from 'react'
import type { ActionState } from '@/domain/action-state'
import { localParts } from '@/lib/format-date'

/** The same answer, with the instant `until` of its message written as a clock time in the office's zone. */
export function useClockParams<R>(state: ActionState<R>): ActionState<R> {
  const zone = useTimeZone() ?? 'Asia/Shanghai'
  return useMemo(() => {
    if (state.status !== 'error' || typeof state.failure.params?.until !== 'string') return state
    const until = localParts(new Date(state.failure.params.until), zone).time
    return { ...state, failure: { ...state.failure, params: { ...state.failure.params, until } } }
  }, [state, zone])
}
