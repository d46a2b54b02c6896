import { expect, it } from 'vitest'
import { nestKeys } from './nest-keys'

it('reads codes with a dot as two levels, beside keys that are two levels already', () => {
  const messages = {
    events: { 'task.dispatched': '交办', task: { approved: '审定' }, 'task.sent.back': '退回' },
    title: '经过',
  }
  expect(nestKeys(messages)).toEqual({
    events: { task: { dispatched: '交办', approved: '审定', sent: { back: '退回' } } },
    title: '经过',
  })
})
