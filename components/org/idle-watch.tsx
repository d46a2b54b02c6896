'use client'

import dynamic from 'next/dynamic'
import { useCallback, useEffect, useRef, useState } from 'react'
import { isPingDue, phaseOf, readActive, writeActive, type IdlePhase } from './idle-clock'

// Loaded when it is needed, which for most people is never.
const IdleDialog = dynamic(() => import('./idle-dialog').then((module) => module.IdleDialog), { ssr: false })

const TICK_MS = 5_000
const ACTS = ['keydown', 'pointerdown', 'input', 'scroll'] as const

/**
 * Warns two minutes before the session ends for want of activity. Writing counts as activity: the server hears of it once a minute, so
 * that a long report is not cut off. What was typed stays on this computer in any case.
 */
export function IdleWatch({ idleMinutes }: { idleMinutes: number }) {
  const [phase, setPhase] = useState<IdlePhase>('working')
  const times = useRef({ activeAt: 0, heardAt: 0 })

  const ping = useCallback(async () => {
    const now = Date.now()
    times.current = { activeAt: now, heardAt: now }
    writeActive(now)
    try {
      const { status } = await fetch('/api/auth/alive', { method: 'POST' })
      setPhase(status === 401 ? 'over' : 'working')
    } catch {
      // Offline: the band says so; the next tick tries again.
    }
  }, [])

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
      // While the warning stands, only its button goes on: a passing mouse does not.
      if (phase === 'working' && isPingDue(activeAt, heardAt, now)) void ping()
      else
        setPhase((before) => (before === 'over' ? before : phaseOf(now - readActive(heardAt), idleMinutes)))
    }
    for (const act of ACTS) addEventListener(act, note, { passive: true, capture: true })
    const timer = setInterval(tick, TICK_MS)
    return () => {
      for (const act of ACTS) removeEventListener(act, note, { capture: true })
      clearInterval(timer)
    }
  }, [idleMinutes, phase, ping])

  return phase === 'working' ? null : <IdleDialog phase={phase} idleMinutes={idleMinutes} onGoOn={ping} />
}
