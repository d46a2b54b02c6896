'use client'

import { useEffect, type RefObject } from 'react'

/** Letters of sentences that begin on the same line would lie on each other: later ones move a column to the left. */
export function useMarginLetters(box: RefObject<HTMLElement | null>, changed: unknown): void {
  useEffect(() => {
    const element = box.current
    if (!element) return
    const place = () => {
      let top = Number.NaN
      let column = 0
      const marks = [...element.querySelectorAll<HTMLElement>('[data-mark]')]
      const tops = marks.map((mark) => mark.offsetTop)
      marks.forEach((mark, index) => {
        const own = tops[index] ?? 0
        column = Math.abs(own - top) < 12 ? column + 1 : 0
        top = own
        mark.dataset.column = String(Math.min(column, 3))
      })
    }
    place()
    const observer = new ResizeObserver(place)
    observer.observe(element)
    return () => observer.disconnect()
  }, [box, changed])
}
