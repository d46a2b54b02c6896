'use client'

import { useTranslations } from 'next-intl'
import { useSyncExternalStore } from 'react'

function subscribe(listener: () => void) {
  window.addEventListener('online', listener)
  window.addEventListener('offline', listener)
  return () => {
    window.removeEventListener('online', listener)
    window.removeEventListener('offline', listener)
  }
}

/** Whether the browser believes it has a network; true on the server. */
export function useOnline(): boolean {
  return useSyncExternalStore(
    subscribe,
    () => navigator.onLine,
    () => true,
  )
}

/** A band while the network is away: what still works, what waits. */
export function OfflineBand() {
  const t = useTranslations('common')
  const online = useOnline()
  return (
    <div role="status" className="print:hidden">
      {online ? null : (
        <p className="border-y border-risk-edge bg-risk-tint px-4 py-2 text-center text-risk">
          {t('offline')}
        </p>
      )}
    </div>
  )
}
