'use client'

import { usePathname, useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { useEffect, useRef, useState } from 'react'
import { Button } from '@/components/ui/button'
import { setHeardCount } from './live-count'
import { isOfPage, isQuietList } from './live-page'

type Message = { records: string[]; todo?: number; all?: true }

/** A hidden page stops listening after so long, and asks what it missed when it is shown again. */
const HIDDEN_MS = 30_000
/** A list is refreshed by itself while somebody is at it; an unattended one waits, so that its session may end. */
const ATTENDED_MS = 120_000
const BETWEEN_MS = 3_000
const ACTS = ['pointerdown', 'keydown', 'wheel'] as const

/** Listens for changes of what this page shows: lists are refreshed in place, a record's page says so and waits to be asked. */
export function LiveWatch() {
  const router = useRouter()
  const path = usePathname()
  const t = useTranslations('shell.live')
  const [stale, setStale] = useState<string | null>(null)
  const here = useRef({ path, actAt: 0, refreshedAt: 0 })
  useEffect(() => {
    here.current.path = path
    here.current.actAt = Date.now()
  }, [path])

  useEffect(() => {
    let source: EventSource | null = null
    let hiding: ReturnType<typeof setTimeout> | undefined
    let hiddenAt = 0
    const hear = ({ data }: MessageEvent<string>) => {
      const { records, todo, all } = JSON.parse(data) as Message
      const { current } = here
      if (todo !== undefined) setHeardCount(todo)
      if (!all && !records.some((record) => isOfPage(record, current.path))) return
      const now = Date.now()
      const attended = now - current.actAt < ATTENDED_MS && now - current.refreshedAt > BETWEEN_MS
      if (isQuietList(current.path) && attended && !isTyping()) {
        current.refreshedAt = now
        router.refresh()
      } else setStale(current.path)
    }
    const open = () => {
      const ago = hiddenAt ? `?ago=${Math.ceil((Date.now() - hiddenAt) / 1000)}` : ''
      source = new EventSource(`/api/live${ago}`)
      source.onmessage = hear
    }
    const close = () => {
      source?.close()
      source = null
    }
    const onVisibility = () => {
      clearTimeout(hiding)
      if (document.hidden) {
        hiding = setTimeout(() => {
          hiddenAt = Date.now()
          close()
        }, HIDDEN_MS)
      } else if (!source) open()
    }
    const onAct = () => {
      here.current.actAt = Date.now()
    }
    open()
    document.addEventListener('visibilitychange', onVisibility)
    for (const act of ACTS) addEventListener(act, onAct, { passive: true, capture: true })
    return () => {
      clearTimeout(hiding)
      close()
      document.removeEventListener('visibilitychange', onVisibility)
      for (const act of ACTS) removeEventListener(act, onAct, { capture: true })
    }
  }, [router])

  const refresh = () => {
    setStale(null)
    router.refresh()
  }
  return (
    <div
      role="status"
      className="pointer-events-none fixed inset-x-0 top-20 z-10 flex justify-center print:hidden"
    >
      {stale === path ? (
        <p className="pointer-events-auto flex items-center gap-3 rounded border border-edge bg-bg px-4 py-1 shadow-md">
          <span>{t('changed')}</span>
          <Button variant="quiet" onClick={refresh}>
            {t('refresh')}
          </Button>
        </p>
      ) : null}
    </div>
  )
}

const isTyping = () =>
  document.activeElement?.matches('input, textarea, select, [contenteditable="true"]') ?? false
