'use client'

import { useRef, type ReactNode } from 'react'
import { useKeys } from '@/components/shared/use-keys'

/** J and K go from row to row, Enter opens (each row is a link), E does the row's inline act. */
export function DeskKeys({ children }: { children: ReactNode }) {
  const desk = useRef<HTMLDivElement>(null)
  const rows = () => [...(desk.current?.querySelectorAll<HTMLElement>('[data-desk-row]') ?? [])]
  const here = () => rows().findIndex((row) => row.contains(document.activeElement))
  /** Free to move: focus is in the desk, or nowhere in particular. */
  const free = () => {
    const at = document.activeElement
    return at === null || at === document.body || at.id === 'main' || desk.current?.contains(at)
  }
  const go = (step: 1 | -1) => {
    if (!free()) return false
    const list = rows()
    const to = here() < 0 ? 0 : Math.min(list.length - 1, Math.max(0, here() + step))
    const link = list[to]?.querySelector<HTMLElement>('[data-desk-link]') ?? list[to]
    link?.focus()
    link?.scrollIntoView({ block: 'nearest' })
    return true
  }
  useKeys({
    KeyJ: () => go(1),
    KeyK: () => go(-1),
    KeyE: () => {
      const button = rows()[here()]?.querySelector<HTMLElement>('button[type="submit"]')
      button?.click()
      return button != null
    },
  })
  return <div ref={desk}>{children}</div>
}
