import { expect, it } from 'vitest'
import { pairPromises } from './promises'

it('an officer sees each promise of the last report beside what became of it', () => {
  expect(
    pairPromises(
      '6月底前，备用金到账县达到全部；印发当日办结的操作口径。对20个县电话回访',
      '412个县中391个备用金已到账。操作口径已印发，当日办结以500元为限。',
    ),
  ).toEqual([
    { promised: '6月底前，备用金到账县达到全部；', answered: '412个县中391个备用金已到账。' },
    { promised: '印发当日办结的操作口径。', answered: '操作口径已印发，当日办结以500元为限。' },
    { promised: '对20个县电话回访', answered: null },
  ])
})

it('nothing promised, nothing paired', () => {
  expect(pairPromises('', 'Done.')).toEqual([])
  expect(pairPromises('。；', 'Done.')).toEqual([])
  expect(pairPromises('Finish the survey of 31 provinces', '')).toEqual([
    { promised: 'Finish the survey of 31 provinces', answered: null },
  ])
})
