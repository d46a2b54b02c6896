'use client'

import { useEffect, useState, type RefObject } from 'react'
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
 * Rows are drawn by the server, so the boxes are set by hand after each drawing.
 */
export function useLedgerSelection(root: RefObject<HTMLElement | null>) {
  const [chosen, setChosen] = useState<Chosen>(new Map())
  const [last, setLast] = useState<number | null>(null)

  useEffect(() => {
    const boxes = boxesOf(root.current)
    for (const box of boxes) {
      const row = rowOf(box)
      const no = numberOf(row)
      box.checked = chosen.has(no)
      if (chosen.has(no)) row?.setAttribute('aria-selected', 'true')
      else row?.removeAttribute('aria-selected')
    }
    const head = root.current?.querySelector<HTMLInputElement>('input[data-choose-page]')
    if (head) {
      const ticked = boxes.filter((box) => box.checked).length
      head.checked = boxes.length > 0 && ticked === boxes.length
      head.indeterminate = ticked > 0 && ticked < boxes.length
    }
  })

  function put(rows: readonly (HTMLElement | null)[], on: boolean) {
    setChosen((before) => {
      const next = new Map(before)
      for (const row of rows) {
        const batch = batchOf(row)
        if (on && batch) next.set(numberOf(row), batch)
        if (!on) next.delete(numberOf(row))
      }
      return next
    })
  }

  return {
    chosen,
    /** The same with what the rows on this page say now: a row drawn anew carries its version as it is. */
    asDrawn(): Chosen {
      const next = new Map(chosen)
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
    /** From the row that was ticked last to this one. */
    chooseTo(row: HTMLElement | null) {
      const rows = boxesOf(root.current).map(rowOf)
      const [from, to] = [rows.findIndex((one) => numberOf(one) === last), rows.indexOf(row)].sort(
        (a, b) => a - b,
      )
      put(rows.slice(Math.max(0, from ?? 0), (to ?? 0) + 1), true)
    },
    chooseAll: (refs: readonly (RowBatch & { no: number })[]) =>
      setChosen(new Map(refs.map(({ no, ...batch }) => [no, batch]))),
    clear: () => setChosen(new Map()),
  }
}

export type LedgerSelection = ReturnType<typeof useLedgerSelection>
