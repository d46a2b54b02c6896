'use client'

import { useEffect, type RefObject } from 'react'
import { isComposing } from '@/lib/key-match'

const WIDGETS = 'a[href], button, input, summary'
const CELLS = '[role="gridcell"], [role="rowheader"], [role="columnheader"]'

/**
 * A grid with one tab stop (ARIA APG): arrows go from cell to cell, Home and End along the row, with Ctrl to the grid's corners,
 * Page Up and Down ten rows. A cell with a link or a box hands the focus to it. What hangs below a menu of the grid keeps its own order.
 */
export function useGridKeys(box: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const grid = box.current?.querySelector<HTMLElement>('[role="grid"]')
    if (!grid) return
    // Before anybody is in it the browser's own order does; what is drawn anew under the focus is put in order at once.
    const focused = stopOf(document.activeElement, grid)
    if (focused) tidy(grid, focused)
    const onFocus = (event: FocusEvent) => {
      const stop = stopOf(event.target as Element, grid)
      if (stop) tidy(grid, stop)
    }
    const onKey = (event: KeyboardEvent) => {
      if (event.defaultPrevented || isComposing(event) || event.altKey || event.shiftKey) return
      const stop = stopOf(event.target as Element, grid)
      const next = stop && nextStop(grid, stop, event)
      if (!next) return
      event.preventDefault()
      focusStop(next)
    }
    grid.addEventListener('focusin', onFocus)
    grid.addEventListener('keydown', onKey)
    return () => {
      grid.removeEventListener('focusin', onFocus)
      grid.removeEventListener('keydown', onKey)
    }
  })
}

/** Where the focus of a row's cell goes. */
export function focusStop(stop: HTMLElement) {
  stop.focus()
  stop.scrollIntoView({ block: 'nearest' })
}

/** The row before or after the one with the focus, at the same cell; null at the end. */
export function stopInRow(grid: HTMLElement, from: HTMLElement, by: number): HTMLElement | null {
  const rows = rowsOf(grid)
  const row = from.closest<HTMLElement>('[role="row"]')
  const at = row ? rows.indexOf(row) : -1
  const next = rows[Math.max(0, Math.min(rows.length - 1, at + by))]
  if (!row || !next || next === row) return null
  const cell = [...row.querySelectorAll(CELLS)].findIndex((one) => one.contains(from))
  const cells = [...next.querySelectorAll<HTMLElement>(CELLS)]
  const found = cells[Math.min(Math.max(0, cell), cells.length - 1)]
  return found ? (stopsOf(found)[0] ?? null) : null
}

function nextStop(grid: HTMLElement, stop: HTMLElement, event: KeyboardEvent): HTMLElement | null {
  const row = stop.closest<HTMLElement>('[role="row"]')
  const stops = row ? [...row.querySelectorAll<HTMLElement>(CELLS)].flatMap(stopsOf) : []
  const at = stops.indexOf(stop)
  const corner = event.ctrlKey || event.metaKey
  const rows = rowsOf(grid)
  const ofRow = (one: HTMLElement | undefined) =>
    one ? [...one.querySelectorAll<HTMLElement>(CELLS)].flatMap(stopsOf) : []
  if (corner && event.key !== 'Home' && event.key !== 'End') return null
  switch (event.key) {
    case 'ArrowRight':
      return stops[at + 1] ?? null
    case 'ArrowLeft':
      return stops[at - 1] ?? null
    case 'ArrowDown':
      return stopInRow(grid, stop, 1)
    case 'ArrowUp':
      return stopInRow(grid, stop, -1)
    case 'PageDown':
      return stopInRow(grid, stop, 10)
    case 'PageUp':
      return stopInRow(grid, stop, -10)
    case 'Home':
      return (corner ? ofRow(rows[0]) : stops)[0] ?? null
    case 'End':
      return (corner ? ofRow(rows.at(-1)) : stops).at(-1) ?? null
    default:
      return null
  }
}

const shown = (element: HTMLElement) => element.offsetParent !== null
const rowsOf = (grid: HTMLElement) => [...grid.querySelectorAll<HTMLElement>('[role="row"]')].filter(shown)

/** A cell's links, buttons and boxes, but for those that hang below a menu; the cell itself where it has none. */
function stopsOf(cell: HTMLElement): HTMLElement[] {
  const widgets = [...cell.querySelectorAll<HTMLElement>(WIDGETS)].filter(
    (one) => shown(one) && !one.closest('details > div'),
  )
  return widgets.length > 0 ? widgets : [cell]
}

function stopOf(element: Element | null, grid: HTMLElement): HTMLElement | null {
  if (!element || !grid.contains(element) || element.closest('details > div')) return null
  const cell = element.closest<HTMLElement>(CELLS)
  return cell ? (stopsOf(cell).find((one) => one === element) ?? stopsOf(cell)[0] ?? null) : null
}

/** One element of the grid is reached by Tab: the current one. */
function tidy(grid: HTMLElement, current: HTMLElement) {
  for (const stop of [...grid.querySelectorAll<HTMLElement>(CELLS)].flatMap(stopsOf))
    stop.tabIndex = stop === current ? 0 : -1
}
