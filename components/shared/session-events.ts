'use client'

import { useEffect, useRef } from 'react'

const OUT = 'luoshi:signed-out'
/** The event's name, for those that listen to several. */
export const SIGNED_IN = 'luoshi:signed-in'

/** An answer said that the session has ended: the dialog over the page asks to sign in again. */
export function tellSignedOut(): void {
  window.dispatchEvent(new Event(OUT))
}

/** The same person is signed in again: what waited for it may go on. */
export function tellSignedIn(): void {
  window.dispatchEvent(new Event(SIGNED_IN))
}

export const useSignedOut = (act: () => void) => useWindowEvent(OUT, act)
export const useSignedIn = (act: () => void) => useWindowEvent(SIGNED_IN, act)

function useWindowEvent(name: string, act: () => void) {
  const latest = useRef(act)
  useEffect(() => {
    latest.current = act
  })
  useEffect(() => {
    const listen = () => latest.current()
    window.addEventListener(name, listen)
    return () => window.removeEventListener(name, listen)
  }, [name])
}
