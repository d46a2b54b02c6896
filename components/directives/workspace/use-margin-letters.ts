'use client'

import { useEffect, useRef, type RefObject } from 'react'

/** Letters of sentences that begin on the same line would lie on each other: later ones move a column to the left. */
function place(paragraph: Element): void {
  let top = Number.NaN
  let column = 0
  const marks = [...paragraph.querySelectorAll<HTMLElement>('[data-mark]')]
  const tops = marks.map((mark) => mark.offsetTop)
  marks.forEach((mark, index) => {
    const own = tops[index] ?? 0
    column = Math.abs(own - top) < 12 ? column + 1 : 0
    top = own
    mark.dataset.column = String(Math.min(column, 3))
  })
}

/** Keeps the letters of the paragraphs in sight apart; `changed` says that the words were drawn differently. */
export function useMarginLetters(box: RefObject<HTMLElement | null>, changed: unknown): void {
  const inSight = useRef(new Set<Element>())
  useEffect(() => {
    const element = box.current
    if (!element) return
    const seen = inSight.current
    const placeAll = () => seen.forEach(place)
    const sight = new IntersectionObserver(
      (entries) => {
        for (const { target, isIntersecting } of entries) {
          if (!isIntersecting) seen.delete(target)
          else {
            seen.add(target)
            place(target)
          }
        }
      },
      { rootMargin: '300px 0px' },
    )
    for (const paragraph of element.children) sight.observe(paragraph)
    placeAll()
    const size = new ResizeObserver(placeAll)
    size.observe(element)
    return () => {
      sight.disconnect()
      size.disconnect()
      seen.clear()
    }
  }, [box, changed])
}
