/** The part of a keyboard event that decides whether a shortcut fires. */
export type KeyLike = {
  code: string
  keyCode?: number
  isComposing?: boolean
  ctrlKey?: boolean
  metaKey?: boolean
  altKey?: boolean
  shiftKey?: boolean
}

/**
 * A key by its place on the keyboard, whatever it types: 'KeyJ', 'Shift+KeyA', 'Mod+Enter' (Ctrl, or ⌘ on a Mac).
 * False while an input method composes (isComposing, or its keyCode 229).
 */
export function matchesKey(event: KeyLike, combination: string): boolean {
  if (isComposing(event)) return false
  const parts = combination.split('+')
  const code = parts.pop()
  const mod = Boolean(event.ctrlKey || event.metaKey)
  return (
    event.code === code &&
    mod === parts.includes('Mod') &&
    Boolean(event.shiftKey) === parts.includes('Shift') &&
    Boolean(event.altKey) === parts.includes('Alt')
  )
}

/** An input method is at work: the key belongs to it. */
export function isComposing(event: Pick<KeyLike, 'isComposing' | 'keyCode'>): boolean {
  return event.isComposing === true || event.keyCode === 229
}

/** Single-letter keys and their Shift forms can be switched off; combinations with Ctrl, ⌘ or Alt cannot clash with typing. */
export function isPlainKey(combination: string): boolean {
  return !/(^|\+)(Mod|Alt)\+/.test(combination) && !['Escape', 'Enter', 'F1'].includes(combination)
}
