'use client'

import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { createContext, useContext, useTransition, type MouseEvent, type ReactNode } from 'react'
import { cx } from '@/lib/cx'

const Go = createContext<(href: string) => void>(() => {})

/** Goes to another address of the same list, as following one of its links does. */
export const useRefilter = () => useContext(Go)

/**
 * A list whose filters, order and pages stand in its address. Following a link to the same `path` keeps the rows that are there,
 * dimmed, until the new ones have come; what is going on is said to a screen reader.
 */
export function Refilter({ path, children }: { path: string; children: ReactNode }) {
  const t = useTranslations('common')
  const router = useRouter()
  const [pending, start] = useTransition()
  const go = (href: string, scroll = false) => start(() => router.push(href, { scroll }))

  function onClickCapture(event: MouseEvent) {
    if (event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return
    const link = event.target instanceof Element ? event.target.closest('a') : null
    if (!link || link.target || link.dataset.preview !== undefined || link.pathname !== path) return
    if (link.origin !== window.location.origin || link.hash !== '') return
    // The link's own handler sees that it was prevented, and lets it be.
    event.preventDefault()
    go(link.pathname + link.search, link.rel === 'next' || link.rel === 'prev')
  }

  return (
    <Go value={go}>
      <p role="status" className="sr-only">
        {pending ? t('updating') : ''}
      </p>
      <div
        aria-busy={pending || undefined}
        onClickCapture={onClickCapture}
        className={cx('transition-opacity', pending && 'opacity-60 delay-100')}
      >
        {children}
      </div>
    </Go>
  )
}
