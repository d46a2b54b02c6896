import { describe, expect, it } from 'vitest'
import { formerNamesAfter, kindsBelow, mayHangBelow } from './unit-tree'

describe('where a unit may stand', () => {
  it('the ministry and other authorities stand at the top, nothing else does', () => {
    expect(kindsBelow(null).sort()).toEqual(['external', 'ministry'])
  })
  it('a county stands under a city, or under a province that governs it directly, never under a bureau', () => {
    expect(mayHangBelow('county', 'city')).toBe(true)
    expect(mayHangBelow('county', 'province')).toBe(true)
    expect(mayHangBelow('county', 'bureau')).toBe(false)
    expect(kindsBelow('county')).toEqual([])
  })
})

describe('a unit that is renamed', () => {
  it('keeps the name it left, once', () => {
    expect(formerNamesAfter('救灾司', '救助司', [])).toEqual(['救灾司'])
    expect(formerNamesAfter('救灾司', '救助司', ['救灾司'])).toEqual(['救灾司'])
    expect(formerNamesAfter('救助司', '救助司', ['救灾司'])).toEqual(['救灾司'])
  })
  it('that takes an old name back no longer lists it as former', () => {
    expect(formerNamesAfter('救助司', '救灾司', ['救灾司'])).toEqual(['救助司'])
  })
})
