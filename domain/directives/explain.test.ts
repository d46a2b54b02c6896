import { expect, it } from 'vitest'
import { decompose } from './decompose'
import { explain } from './explain'
import { noisyMinutesSample, noticeSample, orderSample } from './samples'

it.each([
  ['order_modal', 'orders'],
  ['chapter_background', 'background'],
  ['chapter_verb', 'chapter'],
  ['permission', 'permits'],
  ['of nobody', null],
])('an officer is told what the rule %s means', (rule, meaning) => expect(explain(rule)).toBe(meaning))

it('no sentence of a paper is classed without a reason that can be told', () => {
  const reasons = [noisyMinutesSample, noticeSample, orderSample].flatMap((text) =>
    decompose(text).provisions.map((provision) => provision.reason),
  )
  expect(reasons.filter((reason) => explain(reason) === null)).toEqual([])
})
