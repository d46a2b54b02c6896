import { describe, expect, it } from 'vitest'
import { keyPair } from './key-pair'

describe('two keys in a row', () => {
  it('takes the second as such for a while after the first', () => {
    const pair = keyPair(1500)
    pair.first(4000)
    expect(pair.follows(4300)).toBe(true)
    pair.first(4000)
    expect(pair.follows(5501)).toBe(false)
  })
  it('takes no third one', () => {
    const pair = keyPair(1500)
    pair.first(4000)
    pair.follows(4100)
    expect(pair.follows(4200)).toBe(false)
  })
  it('leaves a single key alone in the first moments of a page', () => {
    expect(keyPair(1500).follows(20)).toBe(false)
  })
})
