import { describe, expect, it } from 'vitest'
import { chooseLocale } from './locales'

describe('the language of the interface', () => {
  it('is the one the person chose, whatever the browser asks for', () => {
    expect(chooseLocale('en', 'zh-CN,zh;q=0.9')).toBe('en')
  })
  it('is the first known one of the browser, by weight', () => {
    expect(chooseLocale(undefined, 'fr;q=0.9, en-GB;q=0.7, zh;q=0.8')).toBe('zh-CN')
    expect(chooseLocale(undefined, 'de, en;q=0.5')).toBe('en')
    expect(chooseLocale('klingon', 'en-US')).toBe('en')
  })
  it('is Chinese where the browser says nothing, nothing known, or refuses English', () => {
    expect(chooseLocale(undefined, null)).toBe('zh-CN')
    expect(chooseLocale(undefined, 'fr, de;q=0.3')).toBe('zh-CN')
    expect(chooseLocale(undefined, 'en;q=0, fr')).toBe('zh-CN')
  })
})
