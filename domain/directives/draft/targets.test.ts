import { expect, it } from 'vitest'
import { quantityOf, targetsIn } from './targets'

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

it('a number of the text begins an indicator: its clause, the figure, what is counted', () => {
  expect(quantityOf({ quantity: '1,200张', clause: '新增床位1,200张' })).toEqual({
    name: '新增床位1,200张',
    target: '1,200',
    measure: '张',
  })
})
