'use client'

import { useEffect } from 'react'

const OPEN = 'luoshi:search'

/** Asks for the palette. False before the page answers presses: then the link or form does what it says. */
export function openSearch(): boolean {
  return !window.dispatchEvent(new Event(OPEN, { cancelable: true }))
}

/** Hears that the palette is asked for. */
export function useOpenSearch(open: () => void): void {
  useEffect(() => {
    const listen = (event: Event) => {
      event.preventDefault()
      open()
    }
    window.addEventListener(OPEN, listen)
    return () => window.removeEventListener(OPEN, listen)
  }, [open])
}
