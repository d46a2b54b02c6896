'use client'

import { useCallback, useEffect, useState } from 'react'
import { tellSignedOut } from '@/components/shared/session-events'
import type { ActReply, PaletteReply, RecentReply } from './palette-reply'
import { recentOf } from './recent'

const WAIT_MS = 150

/** What is shown, and for what question; a slow answer to an older question is dropped. */
export type PaletteState = {
  asked: string | null
  answer: PaletteReply | null
  recent: RecentReply[]
  failed: boolean
}

async function ask<T>(query: Record<string, string>, signal?: AbortSignal): Promise<T> {
  const answer = await fetch(`/api/search?${new URLSearchParams(query)}`, { signal })
  if (answer.status === 401) tellSignedOut()
  if (!answer.ok) throw new Error(String(answer.status))
  return answer.json() as Promise<T>
}

/** Asks what is typed once typing rests, and never while an input method composes; with nothing typed, what was opened last. */
export function usePalette(person: string, typed: string, composing: boolean) {
  const [state, setState] = useState<PaletteState>({ asked: null, answer: null, recent: [], failed: false })
  const [again, setAgain] = useState(0)
  const words = typed.trim()

  useEffect(() => {
    if (composing) return
    const stop = new AbortController()
    const settle = (change: Partial<PaletteState>) => {
      if (!stop.signal.aborted) setState((before) => ({ ...before, failed: false, ...change, asked: words }))
    }
    const timer = setTimeout(
      () => {
        const refs = words === '' ? recentOf(person) : []
        if (words === '' && refs.length === 0) return settle({ answer: null, recent: [] })
        const asking =
          words === ''
            ? ask<{ recent: RecentReply[] }>({ recent: refs.join(',') }, stop.signal).then(({ recent }) =>
                settle({ answer: null, recent }),
              )
            : ask<PaletteReply>({ q: words }, stop.signal).then((answer) => settle({ answer }))
        asking.catch(() => settle({ answer: null, failed: true }))
      },
      words === '' ? 0 : WAIT_MS,
    )
    return () => {
      clearTimeout(timer)
      stop.abort()
    }
  }, [words, composing, person, again])

  const retry = useCallback(() => setAgain((count) => count + 1), [])
  return { ...state, loading: state.asked !== words, retry }
}

/** What this person can do now with a task, and what it is called; null where it is gone. */
export function askTaskActs(no: number): Promise<{ title: string | null; acts: ActReply[] | null }> {
  return ask({ acts: String(no) })
}
