'use client'

import { X } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useEffect, useState, useSyncExternalStore } from 'react'
import { dismissToast, readNoToasts, readToasts, showToast, subscribeToasts, type Toast } from './toast-store'

/** Where toasts appear: once, in the shell. Read out politely; never takes focus. */
export function ToastRegion() {
  const t = useTranslations('common')
  const toasts = useSyncExternalStore(subscribeToasts, readToasts, readNoToasts)
  return (
    <section
      aria-label={t('messages')}
      aria-live="polite"
      className="pointer-events-none fixed inset-x-0 bottom-18 z-10 grid justify-items-center gap-2 px-4 max-lg:bottom-34 print:hidden"
    >
      {toasts.map((toast) => (
        <ToastBar key={toast.id} toast={toast} />
      ))}
    </section>
  )
}

function ToastBar({ toast }: { toast: Toast }) {
  const t = useTranslations('common')
  const [held, setHeld] = useState(false)
  const [busy, setBusy] = useState(false)

  useEffect(() => {
    if (held || busy) return
    const timer = setTimeout(() => dismissToast(toast.id), toast.ms)
    return () => clearTimeout(timer)
  }, [held, busy, toast])

  async function undo() {
    if (busy || !toast.undo) return
    setBusy(true)
    const done = await toast.undo().catch(() => false)
    dismissToast(toast.id)
    showToast(typeof done === 'string' ? done : t(done === false ? 'notUndone' : 'undone'), { ms: 4000 })
  }

  return (
    <div
      onMouseEnter={() => setHeld(true)}
      onMouseLeave={() => setHeld(false)}
      onFocus={() => setHeld(true)}
      onBlur={() => setHeld(false)}
      className="pointer-events-auto flex min-h-10 items-center gap-4 rounded border border-transparent bg-text py-1 ps-4 pe-2 text-bg"
    >
      <span>{toast.message}</span>
      {toast.undo ? (
        <button
          type="button"
          aria-disabled={busy || undefined}
          onClick={undo}
          className="min-h-8 px-1 font-semibold underline underline-offset-3 max-md:min-h-11"
        >
          {t('undo')}
        </button>
      ) : null}
      <button
        type="button"
        aria-label={t('dismiss')}
        title={t('dismiss')}
        onClick={() => dismissToast(toast.id)}
        className="inline-flex size-8 items-center justify-center max-md:size-11"
      >
        <X className="size-4" />
      </button>
    </div>
  )
}
