import { expect, test } from 'vitest'
import { changeSince, isChanged, type LedgerStanding } from './ledger-change'

const before: LedgerStanding = {
  status: 'in_progress',
  light: 'ok',
  dueOn: '2020-06-30',
  claimed: 40,
  verified: 30,
}
const since = (
  now: Partial<LedgerStanding>,
  was: LedgerStanding | undefined = before,
  dispatchedOn = '2020-03-01',
) => changeSince(was, { ...before, ...now, dispatchedOn: dispatchedOn as '2020-03-01' }, '2020-04-03')

test('a task as it was has nothing to tell', () => {
  expect(isChanged(since({}))).toBe(false)
})

test('a light, a date and progress are told with what was', () => {
  expect(since({ light: 'off', dueOn: '2020-07-15', verified: 35 })).toMatchObject({
    light: { from: 'ok', to: 'off' },
    due: { from: '2020-06-30', to: '2020-07-15' },
    progress: { of: 'verified', from: 30, to: 35 },
  })
  expect(since({ claimed: 60 }).progress).toEqual({ of: 'claimed', from: 40, to: 60 })
})

test('completed and terminated since then; struck off afterwards is no news', () => {
  expect(since({ status: 'completed', light: 'late' })).toMatchObject({ completed: true })
  expect(since({ status: 'struck_off' }, { ...before, status: 'completed' }).completed).toBe(false)
  expect(since({ status: 'terminated', light: 'terminated' }).terminated).toBe(true)
})

test('what went out after that day is new; what was out before its history began is not guessed', () => {
  expect(changeSince(undefined, { ...before, dispatchedOn: '2020-04-07' }, '2020-04-03').added).toBe(true)
  expect(changeSince(undefined, { ...before, dispatchedOn: '2020-03-01' }, '2020-04-03')).toMatchObject({
    added: false,
    unknown: true,
  })
  expect(isChanged(changeSince(undefined, { ...before, dispatchedOn: null }, '2020-04-03'))).toBe(false)
})
