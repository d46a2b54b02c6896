'use client'

import { startTransition, useEffect, useRef, useState, type RefObject } from 'react'
import type { RowBatch } from '@/server/tasks/ledger-rows'

/** Ticked tasks by their numbers, with what can be done to each; on whatever pages they stand. */
export type Chosen = ReadonlyMap<number, RowBatch>

const boxesOf = (root: HTMLElement | null) => [
  ...(root?.querySelectorAll<HTMLInputElement>('input[name=chosen]') ?? []),
]
const rowOf = (box: HTMLElement) => box.closest<HTMLElement>('[data-no]')
const numberOf = (row: HTMLElement | null) => Number(row?.dataset.no)
const batchOf = (row: HTMLElement | null): RowBatch | null =>
  row?.dataset.batch ? (JSON.parse(row.dataset.batch) as RowBatch) : null

/**
 * What is ticked in a list that comes page by page: the boxes of the page that is there follow it, and it outlives the page.
 * Rows are drawn by the server, so the boxes are set by hand: at once, and after each drawing; the bar over them follows.
 */
export function useLedgerSelection(root: RefObject<HTMLElement | null>) {
  const [chosen, setChosen] = useState<Chosen>(new Map())
  /** What holds: `chosen`, which is drawn, comes after it. */
  const now = useRef(chosen)
  const [last, setLast] = useState<number | null>(null)
  useEffect(() => markBoxes(root.current, now.current))

  function choose(next: Chosen) {
    now.current = next
    markBoxes(root.current, next)
    startTransition(() => setChosen(next))
  }
  function put(rows: readonly (HTMLElement | null)[], on: boolean) {
    const next = new Map(now.current)
    for (const row of rows) {
      const batch = batchOf(row)
      if (on && batch) next.set(numberOf(row), batch)
      if (!on) next.delete(numberOf(row))
    }
    choose(next)
  }

  return {
    chosen,
    /** The same with what the rows on this page say now: a row drawn anew carries its version as it is. */
    asDrawn(): Chosen {
      const next = new Map(now.current)
      for (const row of boxesOf(root.current).map(rowOf)) {
        const batch = batchOf(row)
        if (batch && next.has(numberOf(row))) next.set(numberOf(row), batch)
      }
      return next
    },
    choosePage: (on: boolean) => put(boxesOf(root.current).map(rowOf), on),
    choose(row: HTMLElement | null, on: boolean) {
      setLast(numberOf(row))
      put([row], on)
    },
    toggle(row: HTMLElement | null) {
      setLast(numberOf(row))
      put([row], !now.current.has(numberOf(row)))
    },
    /** From the row that was ticked last to this one. */
    chooseTo(row: HTMLElement | null) {
      const rows = boxesOf(root.current).map(rowOf)
      const [from, to] = [rows.findIndex((one) => numberOf(one) === last), rows.indexOf(row)].sort(
        (a, b) => a - b,
      )
      put(rows.slice(Math.max(0, from ?? 0), (to ?? 0) + 1), true)
    },
    chooseAll: (refs: readonly (RowBatch & { no: number })[]) =>
      choose(new Map(refs.map(({ no, ...batch }) => [no, batch]))),
    clear: () => choose(new Map()),
  }
}

function markBoxes(root: HTMLElement | null, chosen: Chosen): void {
  const boxes = boxesOf(root)
  for (const box of boxes) {
    const row = rowOf(box)
    box.checked = chosen.has(numberOf(row))
    if (box.checked) row?.setAttribute('aria-selected', 'true')
    else row?.removeAttribute('aria-selected')
  }
  const head = root?.querySelector<HTMLInputElement>('input[data-choose-page]')
  if (!head) return
  const ticked = boxes.filter((box) => box.checked).length
  head.checked = boxes.length > 0 && ticked === boxes.length
  head.indeterminate = ticked > 0 && ticked < boxes.length
}

export type LedgerSelection = ReturnType<typeof useLedgerSelection>
