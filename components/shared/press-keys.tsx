'use client'

import { useKeys } from './use-keys'

/** Single letters that press a visible link or button on the page: `{ KeyY: 'ask-extension' }` presses what carries `data-press="ask-extension"`. */
export function PressKeys({ keys }: { keys: Readonly<Record<string, string>> }) {
  useKeys(
    Object.fromEntries(
      Object.entries(keys).map(([key, name]) => [
        key,
        () => {
          const target = document.querySelector<HTMLElement>(`[data-press="${name}"]`)
          target?.scrollIntoView({ block: 'center' })
          target?.click()
          return target !== null
        },
      ]),
    ),
  )
  return null
}
