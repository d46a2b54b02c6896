import { describe, expect, it } from 'vitest'
import { isPlainKey, matchesKey } from './key-match'

describe('keyboard shortcuts', () => {
  it('goes by the place of the key, not by the letter it types', () => {
    expect(matchesKey({ code: 'KeyJ' }, 'KeyJ')).toBe(true)
    expect(matchesKey({ code: 'KeyK' }, 'KeyJ')).toBe(false)
  })
  it('fires nothing while an input method composes', () => {
    expect(matchesKey({ code: 'KeyA', isComposing: true }, 'KeyA')).toBe(false)
    expect(matchesKey({ code: 'Enter', keyCode: 229 }, 'Enter')).toBe(false)
  })
  it('asks for exactly the named modifiers', () => {
    expect(matchesKey({ code: 'Enter', ctrlKey: true }, 'Mod+Enter')).toBe(true)
    expect(matchesKey({ code: 'Enter', metaKey: true }, 'Mod+Enter')).toBe(true)
    expect(matchesKey({ code: 'KeyC', ctrlKey: true }, 'KeyC')).toBe(false)
    expect(matchesKey({ code: 'KeyA', shiftKey: true }, 'KeyA')).toBe(false)
    expect(matchesKey({ code: 'KeyA', shiftKey: true }, 'Shift+KeyA')).toBe(true)
  })
  it('knows which keys the off switch covers', () => {
    expect(isPlainKey('KeyA')).toBe(true)
    expect(isPlainKey('Shift+KeyJ')).toBe(true)
    expect(isPlainKey('Mod+Enter')).toBe(false)
    expect(isPlainKey('Escape')).toBe(false)
  })
})
