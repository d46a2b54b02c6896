'use client'

import { useEffect, useState, type RefObject } from 'react'

/** Sentences that wait, under the paragraph that they stand in: paragraphs out of sight are not laid out, and not asked for more than their place. */
export type Waiting = readonly (readonly [paragraph: string, sentences: readonly string[]])[]

const HEAD = 40

/** Which of the sentences lie above and below what is visible of the scrolling box. */
export function useOutOfSight(box: RefObject<HTMLElement | null>, waiting: Waiting) {
  const [seen, setSeen] = useState<{ above: readonly string[]; below: readonly string[] }>({
    above: [],
    below: [],
  })
  useEffect(() => {
    const element = box.current
    if (!element) return
    let frame = 0
    const look = () => {
      frame = 0
      const { top, bottom } = element.getBoundingClientRect()
      const above: string[] = []
      const below: string[] = []
      const sort = (id: string, ids: readonly string[]): boolean => {
        const rect = document.getElementById(id)?.getBoundingClientRect()
        if (!rect) return true
        const list = rect.bottom < top + HEAD ? above : rect.top > bottom ? below : null
        list?.push(...ids)
        return list !== null
      }
      for (const [paragraph, ids] of waiting) {
        if (!sort(`p-${paragraph}`, ids)) ids.forEach((id) => sort(`s-${id}`, [id]))
      }
      setSeen((old) =>
        old.above.join() === above.join() && old.below.join() === below.join() ? old : { above, below },
      )
    }
    const later = () => {
      frame ||= requestAnimationFrame(look)
    }
    later()
    element.addEventListener('scroll', later, { passive: true })
    const observer = new ResizeObserver(later)
    observer.observe(element)
    return () => {
      cancelAnimationFrame(frame)
      element.removeEventListener('scroll', later)
      observer.disconnect()
    }
  }, [box, waiting])
  return seen
}
