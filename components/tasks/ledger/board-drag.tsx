'use client'

import { useTranslations } from 'next-intl'
import { useRef, type DragEvent, type ReactNode } from 'react'
import { showToast } from '@/components/ui/toast-store'

const cardOf = (event: DragEvent) => (event.target as Element).closest<HTMLElement>('[data-no]')
const columnOf = (event: DragEvent) => (event.target as Element).closest<HTMLElement>('[data-column]')

/**
 * A card that is dropped on another column opens what 移至… opens: the acts that the task offers now, with their questions. Nothing is
 * done by dropping alone, and nothing can be done by it that 移至… cannot.
 */
export function BoardDrag({ children }: { children: ReactNode }) {
  const t = useTranslations('ledger')
  const held = useRef<HTMLElement | null>(null)
  const isTarget = (column: HTMLElement | null) =>
    column !== null && held.current !== null && !column.contains(held.current)

  function begin(event: DragEvent) {
    held.current = cardOf(event)
    if (!held.current) return
    event.dataTransfer.effectAllowed = 'move'
    event.dataTransfer.setData('text/plain', `T${held.current.dataset.no ?? ''}`)
  }
  function over(event: DragEvent) {
    const column = columnOf(event)
    if (!isTarget(column)) return
    event.preventDefault()
    mark(column)
  }
  function drop(event: DragEvent) {
    const column = columnOf(event)
    if (!isTarget(column)) return
    event.preventDefault()
    held.current?.querySelector<HTMLElement>('[data-preview]')?.click()
    showToast(t('dropped', { no: Number(held.current?.dataset.no), column: column?.dataset.column ?? '' }))
  }
  function mark(column: HTMLElement | null) {
    for (const one of document.querySelectorAll('[data-column][data-over]')) one.removeAttribute('data-over')
    column?.setAttribute('data-over', '')
  }
  return (
    <div
      className="contents"
      onDragStart={begin}
      onDragOver={over}
      onDrop={drop}
      onDragEnd={() => {
        held.current = null
        mark(null)
      }}
    >
      {children}
    </div>
  )
}
