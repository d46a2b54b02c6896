'use client'

import { useEffect, useState, type RefObject } from 'react'

/** Which of the sentences lie above and below what is visible of the scrolling box. */
export function useOutOfSight(box: RefObject<HTMLElement | null>, ids: readonly string[]) {
  const [seen, setSeen] = useState<{ above: readonly string[]; below: readonly string[] }>({
    above: [],
    below: [],
  })
  const key = ids.join()
  useEffect(() => {
    const element = box.current
    if (!element) return
    let frame = 0
    const look = () => {
      frame = 0
      const { top, bottom } = element.getBoundingClientRect()
      const rects =
        key === ''
          ? []
          : key
              .split(',')
              .map((id) => [id, document.getElementById(`s-${id}`)?.getBoundingClientRect()] as const)
      const above = rects.flatMap(([id, rect]) => (rect && rect.bottom < top + 40 ? [id] : []))
      const below = rects.flatMap(([id, rect]) => (rect && rect.top > bottom ? [id] : []))
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
  }, [box, key])
  return seen
}
