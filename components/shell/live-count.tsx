'use client'

import { useEffect, useSyncExternalStore } from 'react'
import { CountBadge } from './count-badge'

let heard: number | null = null
const listeners = new Set<() => void>()

/** The number of things to do as it was last heard of; null: as the page says. */
export function setHeardCount(count: number | null): void {
  heard = count
  for (const tell of listeners) tell()
}

const subscribe = (listener: () => void) => {
  listeners.add(listener)
  return () => void listeners.delete(listener)
}

/** The badge of things to do: what the page came with, then what is heard of. */
export function LiveCount({ count, className }: { count: number; className?: string }) {
  const live = useSyncExternalStore(
    subscribe,
    () => heard,
    () => null,
  )
  useEffect(() => setHeardCount(null), [count])
  return <CountBadge count={live ?? count} className={className} />
}
