'use client'

import type { PointerEvent } from 'react'
import { useRefilter } from '@/components/shared/refilter'
import { boundedWidth, formatWidths, type ColumnWidths, type LedgerColumn } from '@/domain/tasks/ledger-look'

type ColumnGripProps = {
  column: LedgerColumn
  widths: ColumnWidths
  /** The address without its widths. */
  href: string
}

/** The edge of a head, to be drawn wider or narrower; the menu of columns has a button for the same. The address keeps it. */
export function ColumnGrip({ column, widths, href }: ColumnGripProps) {
  const go = useRefilter()
  function start(event: PointerEvent<HTMLSpanElement>) {
    const grip = event.currentTarget
    const head = grip.closest('th')
    const drawn = head?.closest('table')?.querySelectorAll<HTMLElement>('col')[head.cellIndex]
    if (!head || !drawn || event.button !== 0) return
    event.preventDefault()
    grip.setPointerCapture(event.pointerId)
    const [from, width] = [event.clientX, head.getBoundingClientRect().width]
    let px = boundedWidth(width)
    grip.onpointermove = ({ clientX }) => {
      px = boundedWidth(width + clientX - from)
      drawn.style.width = `${px}px`
    }
    grip.onlostpointercapture = () => {
      grip.onpointermove = null
      grip.onlostpointercapture = null
      if (px !== boundedWidth(width)) go(sizedHref(href, { ...widths, [column]: px }))
    }
  }
  return (
    <span
      aria-hidden
      data-grip={column}
      onPointerDown={start}
      className="absolute inset-y-0 end-0 z-1 w-2 cursor-col-resize touch-none border-s-2 border-transparent hover:border-edge max-md:hidden print:hidden"
    />
  )
}

/** The address with these widths. */
export function sizedHref(href: string, widths: ColumnWidths): string {
  const parts = formatWidths(widths)
  return parts.length > 0 ? `${href}&widths=${parts.join(',')}` : href
}
