'use client'

import dynamic from 'next/dynamic'
import { useCallback, useEffect, useRef, useState } from 'react'
import { tellSignedIn, useSignedOut } from '@/components/shared/session-events'
import { isPingDue, phaseOf, readActive, writeActive, type IdlePhase } from './idle-clock'
import type { SignInAgainAction } from './sign-in-again'

// Loaded when it is needed, which for most people is never.
const IdleDialog = dynamic(() => import('./idle-dialog').then((module) => module.IdleDialog), { ssr: false })

const TICK_MS = 5_000
const ACTS = ['keydown', 'pointerdown', 'input', 'scroll'] as const

type Phase = IdlePhase | 'ended' | 'other'
/** No session: only signing in goes on from here. */
const isOut = (phase: Phase) => phase === 'over' || phase === 'ended' || phase === 'other'

type Props = {
  idleMinutes: number
  person: { id: string; account: string }
  signInAgain: SignInAgainAction
}

/**
 * Warns two minutes before the session ends for want of activity. Writing counts as activity: the server hears of it once a minute, so
 * that a long report is not cut off. Once it has ended, here or by an answer that said so, the person signs in again over the page, or in
 * another tab, and what was written goes on from where it stood.
 */
export function IdleWatch({ idleMinutes, person, signInAgain }: Props) {
  const [phase, setPhase] = useState<Phase>('working')
  const times = useRef({ activeAt: 0, heardAt: 0 })
  useSignedOut(() => setPhase((before) => (isOut(before) ? before : 'ended')))

  const ping = useCallback(async () => {
    const now = Date.now()
    try {
      const { status, headers } = await fetch('/api/auth/alive', { method: 'POST' })
      if (status === 401) return setPhase((before) => (isOut(before) ? before : 'over'))
      if (status !== 204) return
      if (headers.get('x-luoshi-person') !== person.id) return setPhase('other')
      times.current = { activeAt: now, heardAt: now }
      writeActive(now)
      setPhase((before) => {
        if (isOut(before)) setTimeout(tellSignedIn, 0)
        return 'working'
      })
    } catch {
      // Offline: the band says so; the next tick tries again.
    }
  }, [person.id])

  useEffect(() => {
    // Once: this page's arrival is an act; a change of phase is none.
    if (times.current.heardAt === 0) {
      const arrived = Date.now()
      times.current = { activeAt: arrived, heardAt: arrived }
      writeActive(arrived)
    }
    const note = () => {
      times.current.activeAt = Date.now()
    }
    const tick = () => {
      const now = Date.now()
      const { activeAt, heardAt } = times.current
      // While the warning stands, only its button goes on: a passing mouse does not. Once out, another tab may have signed in.
      if (isOut(phase) || (phase === 'working' && isPingDue(activeAt, heardAt, now))) {
        times.current.heardAt = now
        void ping()
      } else setPhase((before) => (isOut(before) ? before : phaseOf(now - readActive(heardAt), idleMinutes)))
    }
    const back = () => isOut(phase) && void ping()
    for (const act of ACTS) addEventListener(act, note, { passive: true, capture: true })
    addEventListener('focus', back)
    const timer = setInterval(tick, TICK_MS)
    return () => {
      for (const act of ACTS) removeEventListener(act, note, { capture: true })
      removeEventListener('focus', back)
      clearInterval(timer)
    }
  }, [idleMinutes, phase, ping])

  return phase === 'working' ? null : (
    <IdleDialog
      phase={phase}
      idleMinutes={idleMinutes}
      account={person.account}
      signInAgain={signInAgain}
      onGoOn={ping}
    />
  )
}
