import { expect, it } from 'vitest'
import { targetsIn, withTarget } from './targets'

it('an officer is offered the numbers of the text with what they count', () => {
  expect(targetsIn('6月底前，各类机构恢复率达到95%以上，新增床位1,200张；')).toEqual([
    { quantity: '达到95%以上', clause: '各类机构恢复率达到95%以上' },
    { quantity: '1,200张', clause: '新增床位1,200张' },
  ])
  expect(targetsIn('cut waiting times by 20 percent, and report')).toEqual([
    { quantity: '20 percent', clause: 'cut waiting times by 20 percent' },
  ])
})

it('a date is no target, and a text without numbers offers none', () => {
  expect(targetsIn('要在4月30日前完成摸底。')).toEqual([])
})

it('a target is kept once, under what was written before', () => {
  const target = { quantity: '95%', clause: '恢复率达到95%' }
  expect(withTarget('', target)).toBe('恢复率达到95%')
  expect(withTarget('检查报告', target)).toBe('检查报告\n恢复率达到95%')
  expect(withTarget('检查报告\n恢复率达到95%', target)).toBe('检查报告\n恢复率达到95%')
})
