'use client'

import { useEffect, useRef, type RefObject } from 'react'
import { isPlainKey, matchesKey } from '@/lib/key-match'
import { KEYS_COOKIE } from '@/lib/display-cookies'

/** Combination → what it does; `KeyJ`, `Shift+KeyA`, `Mod+Enter`, `Digit1`, `Slash`. Return false to let the key through. */
export type KeyMap = Record<string, (event: KeyboardEvent) => void | boolean>

const PANELS = '[role="dialog"], [role="alertdialog"], [role="listbox"]'

type Options = {
  /** Keys work only while focus is inside; without it, anywhere on the page. */
  within?: RefObject<HTMLElement | null>
  /** While true nothing fires, such as under an open dialog. */
  paused?: boolean
}

/**
 * Shortcuts beside visible buttons. Nothing fires while an input method composes or in a field (but for Ctrl and ⌘
 * combinations, Escape), and single letters not at all once the person has switched them off.
 */
export function useKeys(map: KeyMap, { within, paused = false }: Options = {}): void {
  const current = useRef(map)
  useEffect(() => {
    current.current = map
  })

  useEffect(() => {
    if (paused) return
    function onKeyDown(event: KeyboardEvent) {
      if (event.defaultPrevented) return
      if (within && !within.current?.contains(document.activeElement)) return
      // Under an open panel or list the page's keys rest; those of the panel itself say so with `within`.
      const panel = event.target instanceof Element ? event.target.closest(PANELS) : null
      if (panel && !(within?.current && panel.contains(within.current))) return
      const found = Object.entries(current.current).find(([combination]) => matchesKey(event, combination))
      if (!found) return
      const [combination, act] = found
      if (isPlainKey(combination) && (!plainKeysOn() || isTyping(event.target))) return
      if (combination === 'Enter' && isActivated(event.target)) return
      if (act(event) !== false) event.preventDefault()
    }
    document.addEventListener('keydown', onKeyDown)
    return () => document.removeEventListener('keydown', onKeyDown)
  }, [within, paused])
}

/** Single-letter keys are on unless this person switched them off (WCAG 2.1.4). */
export function plainKeysOn(): boolean {
  return !document.cookie.split('; ').includes(`${KEYS_COOKIE}=off`)
}

function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false
  if (target.isContentEditable || target.closest('select, textarea')) return true
  return (
    target instanceof HTMLInputElement && !['checkbox', 'radio', 'button', 'submit'].includes(target.type)
  )
}

/** Enter on a link, button or field already means something. */
function isActivated(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest('a, button, summary, input, textarea, select') !== null
}
