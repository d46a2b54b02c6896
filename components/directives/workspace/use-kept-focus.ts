'use client'

import { useEffect, useRef, type RefObject } from 'react'

/** When what had focus is taken away (a field that closed, a button that did its work), focus goes back to the current item. */
export function useKeptFocus(box: RefObject<HTMLElement | null>, currentId: string): void {
  const last = useRef<Element | null>(null)
  useEffect(() => {
    const element = box.current
    if (!element) return
    const remember = (event: FocusEvent) => {
      last.current = event.target instanceof Element ? event.target : null
    }
    element.addEventListener('focusin', remember)
    return () => element.removeEventListener('focusin', remember)
  }, [box])
  // After every drawing: only then is it known whether the element is still there.
  useEffect(() => {
    const lost =
      document.activeElement === document.body && last.current !== null && !last.current.isConnected
    if (lost) document.getElementById(currentId)?.focus({ preventScroll: true })
  })
}
