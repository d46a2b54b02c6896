import { describe, expect, it } from 'vitest'
import { figuresBefore, lastMondays, noFigures } from './light-history'

describe('the history of lights, told backwards from today', () => {
  it('a Monday is its own week’s, a Sunday belongs to the Monday before it', () => {
    expect(lastMondays('2020-04-13', 3)).toEqual(['2020-03-30', '2020-04-06', '2020-04-13'])
    expect(lastMondays('2020-04-19', 2)).toEqual(['2020-04-06', '2020-04-13'])
  })

  it('a task that turned red after a day was yellow at its end, and one that came later was not there', () => {
    const now = { ...noFigures(), off: 2, ok: 1 }
    const turns = [
      // From yellow to red after the second day, a new green one after the first.
      { light: 'off', points: 2, by: 1 },
      { light: 'risk', points: 2, by: -1 },
      { light: 'ok', points: 1, by: 1 },
    ] as const
    expect(figuresBefore(now, turns, 3)).toEqual([
      { ...noFigures(), off: 1, risk: 1 },
      { ...noFigures(), off: 1, risk: 1, ok: 1 },
      now,
    ])
  })
})
