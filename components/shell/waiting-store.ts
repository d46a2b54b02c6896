'use client'

import { useSyncExternalStore } from 'react'

let waiting: string | null = null
const listeners = new Set<() => void>()

/** Says which page was asked for; null once it is there. */
export function setWaiting(href: string | null): void {
  waiting = href
  for (const listener of listeners) listener()
}

/** The page that is on its way. */
export function useWaiting(): string | null {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
    () => waiting,
    () => null,
  )
}
